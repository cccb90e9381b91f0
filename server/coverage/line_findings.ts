/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  CoverageFinding,
  CoverageFindingKind,
  CoverageSourceName,
} from '../../common/api/coverage';
import { HOUR_MS, type CoveragePlan } from './coverage_plan';
import { at, silenceMessage, subjectOf, UNITS } from './coverage_words';
import { findSilences, MIN_EXPECTED, type Silence } from './find_silences';
import type { MisreadCount } from './misread_lines';
import type { LineKey } from './read_lines';

/** A first record this much after the beginning of a period is late: API servers and cron write all the time. */
export const START_SLACK_MS: Record<CoverageSourceName, number> = {
  kubeaudit: HOUR_MS,
  authlog: 2 * HOUR_MS,
};

/** A cluster or a host, and what is known of it. */
export interface LineFacts {
  key: LineKey;
  /** Around the period, by bar. */
  counts: ReadonlyMap<number, number>;
  /** Oldest and newest record that is kept of it, or is in the time that was looked at; absent where nobody asked. */
  keptFromMs?: number;
  keptToMs?: number;
  /** How many are kept in all. */
  kept?: number;
}

/** What findings of a line are measured against. */
export interface FindingContext {
  source: CoverageSourceName;
  plan: CoveragePlan;
  nowMs: number;
  /** Oldest record that the source keeps. */
  keptFromMs?: number;
  misread: readonly Pick<MisreadCount, 'cluster' | 'fromMs' | 'toMs'>[];
}

const iso = (ms: number) => new Date(ms).toISOString();

/** That a node may have written lines which cannot be told to be its own. */
function misreadNote(
  { cluster, host }: LineKey,
  { fromMs, toMs }: Silence,
  context: FindingContext
) {
  const some = context.misread.some(
    (each) => each.cluster === cluster && each.fromMs < toMs && each.toMs > fromMs
  );
  if (!some) return '';
  return host === undefined
    ? ' Lines with a misread time stamp were written in that time.'
    : ' Lines with a misread time stamp were written in that time, and may be of this node: they are not counted by node.';
}

/** A silence as a finding. One after which the log goes on later has ended, though not within what was looked at. */
export function toSilenceFinding(
  { key, keptToMs }: LineFacts,
  silence: Silence,
  context: FindingContext
): CoverageFinding {
  const { source, plan } = context;
  const later = keptToMs !== undefined && keptToMs >= silence.toMs;
  const stopped = silence.ongoing && !later;
  // What stopped did so at its last record, not at the end of the bar.
  const fromMs = stopped ? (keptToMs ?? silence.fromMs) : silence.fromMs;
  const message = silenceMessage(key, { ...silence, fromMs }, source, plan.lookMs);
  return {
    kind: stopped ? 'stopped_reporting' : 'silence',
    source,
    ...key,
    from: iso(fromMs),
    to: iso(silence.toMs),
    ...(stopped ? { ongoing: true } : {}),
    expected: silence.expected,
    message: `${message}${misreadNote(key, silence, context)}`,
  };
}

/** What is wrong with a cluster or a host in a period. */
export function lineFindings(facts: LineFacts, context: FindingContext): CoverageFinding[] {
  const { plan, nowMs, keptFromMs } = context;
  const findings = findSilences(facts, { plan, nowMs, keptFromMs }).map((silence) =>
    toSilenceFinding(facts, silence, context)
  );
  const absent = findings.length === 0 ? absence(facts, context) : undefined;
  const late = lateStart(facts, context);
  return [...findings, ...(absent ? [absent] : []), ...(late ? [late] : [])];
}

/** Nothing in the period nor in the days around it, although there was something earlier, and not too little. */
function absence(
  facts: LineFacts,
  { source, plan: { near }, nowMs }: FindingContext
): CoverageFinding | undefined {
  const { key, counts, keptFromMs, keptToMs, kept = 0 } = facts;
  if (keptFromMs === undefined || keptToMs === undefined || keptFromMs > near.fromMs)
    return undefined;
  if ([...counts.keys()].some((startMs) => startMs >= near.fromMs)) return undefined;
  const sinceMs = keptToMs < near.fromMs ? keptToMs : near.fromMs;
  const lookedMs = Math.min(near.toMs, nowMs) - sinceMs;
  const perMs = kept / Math.max(1, keptToMs - keptFromMs);
  if (kept < 2 || perMs * lookedMs < MIN_EXPECTED) return undefined;
  const subject = subjectOf(key, source);
  const unit = UNITS[source];
  if (keptToMs < near.fromMs) {
    return {
      kind: 'stopped_reporting',
      source,
      ...key,
      from: iso(keptToMs),
      ongoing: true,
      message: `${subject} has had no ${unit} since ${at(keptToMs)}.`,
    };
  }
  return {
    kind: 'silence',
    source,
    ...key,
    from: iso(near.fromMs),
    to: iso(near.toMs + 1),
    message: `${subject} has no ${unit} in this period nor in the days around it, though some are kept of before and after.`,
  };
}

function lateStart(
  { key, keptFromMs }: LineFacts,
  { source, plan, keptFromMs: sourceFromMs }: FindingContext
): CoverageFinding | undefined {
  const slackMs = START_SLACK_MS[source];
  const startMs = Math.max(plan.period.fromMs, sourceFromMs ?? -Infinity);
  // What begins with its source is said of the source.
  if (keptFromMs === undefined || keptFromMs <= startMs + slackMs) return undefined;
  if (keptFromMs > plan.period.toMs && key.host !== undefined) return undefined;
  const kind: CoverageFindingKind =
    key.host === undefined ? 'retention_starts_later' : 'started_late';
  return {
    kind,
    source,
    ...key,
    from: iso(plan.period.fromMs),
    to: iso(keptFromMs),
    message: `${subjectOf(key, source)} begins at ${at(keptFromMs)}: it is new since then, or what was before is not kept.`,
  };
}

/**
 * Leaves out what a host only shares with its whole cluster.
 *
 * @param slackMs length of a bar: within it the last record of a host may be older than that of its cluster
 */
export function withoutShared(
  ofHost: readonly CoverageFinding[],
  ofCluster: readonly CoverageFinding[],
  slackMs: number
): CoverageFinding[] {
  const gap = ({ kind }: CoverageFinding) => kind === 'silence' || kind === 'stopped_reporting';
  const inside = (a: CoverageFinding, b: CoverageFinding) =>
    gap(a) &&
    gap(b) &&
    Date.parse(b.from ?? '') - slackMs <= Date.parse(a.from ?? '') &&
    (b.to === undefined || (a.to !== undefined && a.to <= b.to));
  return ofHost.filter((finding) => !ofCluster.some((other) => inside(finding, other)));
}
