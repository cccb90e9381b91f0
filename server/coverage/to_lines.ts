/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageLine } from '../../common/api/coverage';
import { barStart, DAY_MS, type CoveragePlan } from './coverage_plan';
import { lineFindings, withoutShared, type FindingContext } from './line_findings';
import type { MisreadCount } from './misread_lines';
import { bucketOf, figureOf, readBars, readLines, type Bucket } from './read_lines';
import { median } from './usual_count';

/** Fewest whole bars with records that say what is usual. */
const MIN_BARS = 3;

const iso = (ms: number) => new Date(ms).toISOString();

/** First and last record as an answer tells them. */
export function toEnds(bucket: Bucket | undefined): { first?: string; last?: string } {
  const first = figureOf(bucket, 'first');
  const last = figureOf(bucket, 'last');
  return {
    ...(first === undefined ? {} : { first: iso(first) }),
    ...(last === undefined ? {} : { last: iso(last) }),
  };
}

/** Records of the period by shown bar, from the bars around it and from its two ends, which may be cut. */
function toCounts(
  bars: ReadonlyMap<number, number>,
  inPeriod: Bucket | undefined,
  plan: CoveragePlan
): number[] {
  const { barsMs, stepMs, lookMs, period } = plan;
  const counts = barsMs.map(() => 0);
  const add = (startMs: number, count: number) => {
    const i = Math.round((barStart(startMs, stepMs) - barsMs[0]) / stepMs);
    if (i >= 0 && i < counts.length) counts[i] += count;
  };
  const head = barStart(period.fromMs, lookMs);
  const tail = barStart(period.toMs, lookMs);
  for (const [startMs, count] of bars) if (startMs > head && startMs < tail) add(startMs, count);
  add(head, bucketOf(inPeriod, 'head').doc_count);
  if (tail > head) add(tail, bucketOf(inPeriod, 'tail').doc_count);
  return counts;
}

/** Middle of the whole shown bars between the first and the last with records. */
function expectedOf(
  bars: ReadonlyMap<number, number>,
  { stepMs }: CoveragePlan
): number | undefined {
  const shown = new Map<number, number>();
  for (const [startMs, count] of bars) {
    const at = barStart(startMs, stepMs);
    shown.set(at, (shown.get(at) ?? 0) + count);
  }
  const starts = [...shown.keys()];
  if (starts.length < MIN_BARS) return undefined;
  const first = starts.reduce((a, b) => Math.min(a, b));
  const last = starts.reduce((a, b) => Math.max(a, b));
  const values: number[] = [];
  // The first and the last may be cut.
  for (let at = first + stepMs; at < last; at += stepMs) values.push(shown.get(at) ?? 0);
  return values.length < MIN_BARS ? undefined : median(values);
}

/** Lines of clusters and hosts, and what is wrong with them. */
export function toLines(root: Bucket, context: FindingContext): CoverageLine[] {
  const { plan } = context;
  const kept = readLines(bucketOf(root, 'kept')).lines;
  const around = readLines(bucketOf(root, 'around')).lines;
  const inPeriod = readLines(bucketOf(root, 'period')).lines;
  const lines: CoverageLine[] = [];
  for (const [id, { key, bucket }] of kept) {
    const counts = readBars(around.get(id)?.bucket);
    const keptFromMs = figureOf(bucket, 'first');
    const keptToMs = figureOf(bucket, 'last');
    const period = inPeriod.get(id)?.bucket;
    // A host of later is no part of this period; a cluster of later is a question of retention.
    if (key.host !== undefined && keptFromMs !== undefined && keptFromMs > plan.period.toMs)
      continue;
    const expected = expectedOf(counts, plan);
    lines.push({
      kind: key.host === undefined ? 'cluster' : 'host',
      ...key,
      records: period?.doc_count ?? 0,
      ...toEnds(period),
      ...(keptFromMs === undefined ? {} : { keptFrom: iso(keptFromMs) }),
      ...(keptToMs === undefined ? {} : { keptTo: iso(keptToMs) }),
      counts: toCounts(counts, period, plan),
      ...(expected === undefined ? {} : { expectedPerBar: expected }),
      shortestSilenceMs: plan.lookMs,
      findings: lineFindings(
        { key, counts, keptFromMs, keptToMs, kept: bucket.doc_count },
        context
      ),
    });
  }
  const ofCluster = new Map(
    lines.filter(({ kind }) => kind === 'cluster').map((line) => [line.cluster, line])
  );
  return lines.map((line) =>
    line.kind === 'host'
      ? {
          ...line,
          findings: withoutShared(
            line.findings,
            ofCluster.get(line.cluster)?.findings ?? [],
            plan.lookMs
          ),
        }
      : line
  );
}

/** One line a cluster for what came with a misread time stamp. Lines of which the hour is lost are in no hour. */
export function toMisreadLines(
  misread: readonly MisreadCount[],
  plan: CoveragePlan
): CoverageLine[] {
  const lines = new Map<string, CoverageLine>();
  for (const { cluster, count, fromMs, toMs } of misread) {
    let line = lines.get(cluster);
    if (!line) {
      const counts = plan.barsMs.map(() => 0);
      lines.set(cluster, (line = { kind: 'misread', cluster, records: 0, counts, findings: [] }));
    }
    line.records += count;
    if (toMs - fromMs >= DAY_MS && plan.stepMs < DAY_MS) continue;
    const at = barStart((fromMs + toMs) / 2, plan.stepMs);
    const i = Math.round((at - plan.barsMs[0]) / plan.stepMs);
    line.counts[Math.min(plan.barsMs.length - 1, Math.max(0, i))] += count;
  }
  return [...lines.values()];
}

const ORDER = { cluster: 0, misread: 1, host: 2 };

/** By cluster; within it the cluster itself, its misread lines, its hosts by name. */
export function sortLines(lines: readonly CoverageLine[]): CoverageLine[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...lines].sort(
    (a, b) =>
      compare(a.cluster, b.cluster) ||
      ORDER[a.kind] - ORDER[b.kind] ||
      compare(a.host ?? '', b.host ?? '')
  );
}
