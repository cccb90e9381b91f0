/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { CoverageSourceName } from '../../common/api/coverage';
import type { Period } from '../time/resolve_time_range';
import { barStart } from './coverage_plan';
import { at, shownName, subjectOf, UNITS } from './coverage_words';
import { MIN_EXPECTED } from './find_silences';
import { START_SLACK_MS, type FindingContext } from './line_findings';
import type { LineKey } from './read_lines';
import { leastUsual } from './usual_count';

/** Clusters that one answer names for having nothing. */
const MAX_NAMED = 10;

const iso = (ms: number) => new Date(ms).toISOString();

/** The source begins later than the period. */
export function retentionReason(
  keptFromMs: number | undefined,
  source: CoverageSourceName,
  { fromMs, toMs }: Period
): CompletenessReason | undefined {
  if (keptFromMs === undefined || keptFromMs <= fromMs + START_SLACK_MS[source]) return undefined;
  const instant = iso(keptFromMs);
  const unit = source === 'kubeaudit' ? 'record' : 'line';
  return {
    code: 'retention_starts_later',
    source,
    instant,
    message:
      keptFromMs > toMs
        ? `The oldest ${unit} that is kept is of ${instant}, after the end of this period: nothing is known about it.`
        : `The oldest ${unit} that is kept is of ${instant}: nothing is known about the time before.`,
  };
}

/** A cluster, and the first of it that was seen around the period. */
interface SeenCluster {
  key: LineKey;
  counts: ReadonlyMap<number, number>;
  firstMs?: number;
}

/**
 * Clusters that write so steadily that they cannot merely have been quiet, and of which there is nothing at the
 * beginning of the period nor in the days before.
 */
export function lateClusterReasons(
  lines: readonly SeenCluster[],
  { source, plan, keptFromMs, nowMs }: FindingContext
): CompletenessReason[] {
  return lines.flatMap(({ key, counts, firstMs }): CompletenessReason[] => {
    const startMs = Math.max(plan.period.fromMs, keptFromMs ?? -Infinity);
    if (firstMs === undefined || firstMs <= startMs + START_SLACK_MS[source]) return [];
    if (firstMs > plan.period.toMs) return [];
    const missing = (barStart(firstMs, plan.lookMs) - startMs) / plan.lookMs;
    const untilMs = Math.min(plan.near.toMs, nowMs) - plan.lookMs;
    if (missing * leastUsual(counts, plan.lookMs, untilMs) < MIN_EXPECTED) return [];
    return [
      {
        code: 'retention_starts_later',
        source,
        cluster: key.cluster,
        instant: iso(firstMs),
        message: `${subjectOf(key, source)} begins at ${at(firstMs)}; there is nothing of it in the days before: it is new since then, was silent, or what was before is not kept.`,
      },
    ];
  });
}

/** What has nothing in the period nor in the days around it, although the source has something. */
export function absenceReasons(
  found: {
    clusters: readonly string[];
    only: readonly string[] | undefined;
    keptFromMs?: number;
    keptToMs?: number;
  },
  { source, plan: { near, period }, nowMs }: FindingContext
): CompletenessReason[] {
  const { clusters, only, keptFromMs, keptToMs } = found;
  if (keptFromMs === undefined || keptToMs === undefined) return [];
  // Nothing is written in the future, and what is before the log is a matter of its retention.
  if (period.fromMs > nowMs || keptFromMs > period.toMs) return [];
  const unit = UNITS[source];
  const untilMs = Math.min(near.toMs + 1, nowMs);
  const looked = `between ${at(near.fromMs)} and ${at(untilMs)}`;
  const gap = { code: 'gap_in_source' as const, source, instant: iso(near.fromMs) };
  const absent = (only ?? []).filter((cluster) => !clusters.includes(cluster));
  if (absent.length > 0) {
    return absent.slice(0, MAX_NAMED).map((cluster) => ({
      ...gap,
      cluster,
      until: iso(untilMs),
      message: `There are no ${unit} of cluster ${shownName(cluster)} ${looked}, of anybody: it does not send this log, or did not then.`,
    }));
  }
  if (clusters.length > 0) return [];
  return [
    {
      ...gap,
      until: iso(untilMs),
      message:
        keptToMs < near.fromMs
          ? `The newest of the ${unit} that are there is of ${at(keptToMs)}: nothing is known about the time since.`
          : `There are no ${unit} at all ${looked}: nothing is known about this period.`,
    },
  ];
}

/** Clusters and hosts of an answer; all where absent. */
export interface AskedOf {
  clusters?: readonly string[];
  hosts?: readonly string[];
}

/** What stands against a whole log, and which clusters it has lines of; undefined where that is not known. */
interface OfWholeLog {
  reasons: readonly CompletenessReason[];
  clusters?: readonly string[];
}

/**
 * Of a log that was read as a whole: leaves out what is about clusters and hosts that were not asked for, and adds
 * the clusters that were asked for and have no line around the period.
 */
export function concerning(
  { reasons, clusters: known }: OfWholeLog,
  { clusters, hosts }: AskedOf = {}
): CompletenessReason[] {
  const absent = known && clusters ? clusters.filter((name) => !known.includes(name)) : [];
  const kept = reasons.filter(
    ({ cluster, host }) =>
      (cluster === undefined || clusters === undefined || clusters.includes(cluster)) &&
      (host === undefined || hosts === undefined || hosts.includes(host))
  );
  return [
    ...kept,
    ...absent.slice(0, MAX_NAMED).map((cluster): CompletenessReason => ({
      code: 'gap_in_source',
      source: 'authlog',
      cluster,
      message: `There are no lines of cluster ${shownName(cluster)} in this period nor in the days around it, of any node: it does not send this log, or did not then.`,
    })),
  ];
}
