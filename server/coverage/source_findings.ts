/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  CoverageFinding,
  CoverageSource,
  CoverageSourceName,
} from '../../common/api/coverage';
import type { SearchResponse } from '../search/search_types';
import type { CoveragePlan } from './coverage_plan';
import { LATE_MS, MAX_INDICES, MAX_SAMPLE, SAMPLE_PREFIXES } from './coverage_query';
import { at, counted, lengthOf, number, shownName, UNITS } from './coverage_words';
import { START_SLACK_MS } from './line_findings';
import { bucketOf, bucketsOf, figureOf, type Bucket } from './read_lines';

/** Indices named in one finding. */
const MAX_NAMED = 10;

const DATE_IN_NAME = /(?:^|[^\d])(\d{4})[.-](\d{2})[.-](\d{2})(?:[^\d]|$)/;

/** The day at which an index was made, where its name says it; milliseconds. */
export function dayOfIndex(index: string): number | undefined {
  const match = DATE_IN_NAME.exec(index);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number);
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).getUTCDate() === day && new Date(ms).getUTCMonth() === month - 1
    ? ms
    : undefined;
}

/** Records that lie in an index made after them; those of the last hour before may just have taken their time. */
export function readLate(period: Bucket): {
  late?: NonNullable<CoverageSource['lateArrivals']>;
  indices: string[];
  dated: boolean;
} {
  let count = 0;
  let longestMs = 0;
  let dated = false;
  const indices: string[] = [];
  for (const bucket of bucketsOf(bucketOf(period, 'indices'))) {
    const index = String(bucket.key);
    const madeMs = dayOfIndex(index);
    const readable = bucketOf(bucket, 'readable');
    const firstMs = figureOf(readable, 'first');
    if (madeMs === undefined || firstMs === undefined) continue;
    dated = true;
    if (firstMs >= madeMs - LATE_MS) continue;
    const days = bucketsOf(readable.days).filter(({ key }) => Number(key) < madeMs - LATE_MS);
    // In a long period days are not asked for: one at least is late.
    count += days.reduce((sum, day) => sum + day.doc_count, 0) || 1;
    longestMs = Math.max(longestMs, madeMs - firstMs);
    indices.push(index);
  }
  return { ...(dated ? { late: { count, longestMs } } : {}), indices, dated };
}

/** Repeated deliveries of the largest sample that is counted exactly. */
export function readDuplicates(period: Bucket): CoverageSource['duplicates'] {
  const exact = period.doc_count <= MAX_SAMPLE;
  const samples = exact ? [''] : SAMPLE_PREFIXES;
  for (const prefix of samples) {
    const sample = bucketOf(period, `sample_${prefix}`);
    if (sample.doc_count === 0 || sample.doc_count > MAX_SAMPLE) continue;
    let sampled = 0;
    let distinct = 0;
    for (const stage of bucketsOf(sample.stages)) {
      sampled += figureOf(stage, 'records') ?? 0;
      distinct += figureOf(stage, 'distinct') ?? 0;
    }
    return { count: Math.max(0, sampled - distinct), sampled, exact };
  }
  return exact ? { count: 0, sampled: 0, exact } : undefined;
}

/** Shards that failed or had no time: then no zero is certain. */
export function partialFindings(
  answer: SearchResponse,
  source: CoverageSourceName
): CoverageFinding[] {
  const { failed, total, failures = [] } = answer._shards;
  if (failed === 0 && !answer.timed_out) return [];
  const indices = [...new Set(failures.map(({ index }) => index ?? 'unknown'))];
  const causes = [...new Set(failures.map(({ reason }) => reason?.type ?? 'unknown'))];
  const what = answer.timed_out
    ? 'OpenSearch ran out of time'
    : `${failed} of ${total} shards could not answer (${causes.join(', ')})`;
  return [
    {
      kind: 'failed_shards',
      source,
      count: failed,
      total,
      ...(indices.length > 0 ? { indices: indices.slice(0, MAX_NAMED) } : {}),
      message: `${what}: records are missing from every figure here, and silences were not looked for.`,
    },
  ];
}

/** What is wrong with a source as a whole. */
export function sourceFindings(
  found: Omit<CoverageSource, 'findings' | 'state'>,
  plan: CoveragePlan,
  beyond: { clusters: boolean; hosts: number; lateIndices: string[]; documents: number }
): CoverageFinding[] {
  const { source, records, unparsed, repaired, duplicates, lateArrivals, keptFrom } = found;
  const unit = UNITS[source];
  const findings: CoverageFinding[] = [];
  const say = (finding: Omit<CoverageFinding, 'source'>) => findings.push({ source, ...finding });
  const keptFromMs = keptFrom === undefined ? undefined : Date.parse(keptFrom);
  if (keptFromMs === undefined) {
    const none =
      beyond.documents === 0
        ? `There is an index, but it holds no ${unit} at all.`
        : `There are ${unit}, but none of what was asked for, or none with a time that can be read.`;
    say({ kind: 'missing', message: none });
  } else if (keptFromMs > plan.period.fromMs + START_SLACK_MS[source]) {
    const rest =
      keptFromMs > plan.period.toMs
        ? 'after the end of this period: nothing is known about it'
        : 'nothing is known about the time before';
    say({
      kind: 'retention_starts_later',
      from: new Date(plan.period.fromMs).toISOString(),
      to: keptFrom,
      message: `The oldest of the ${unit} that are kept is of ${at(keptFromMs)}: ${rest}.`,
    });
  }
  if (unparsed > 0) {
    const why =
      source === 'kubeaudit'
        ? 'cannot be read as audit events (no receipt time, audit id or stage)'
        : 'have lost their host, account or text on the way';
    say({
      kind: 'unparsed',
      count: unparsed,
      total: records,
      message: `${number(unparsed)} of ${number(records)} ${unit} (${share(unparsed, records)}) ${why}: no view shows them as events.`,
    });
  }
  if (repaired > 0) {
    say({
      kind: 'repaired',
      count: repaired,
      total: records + repaired,
      message: `${number(repaired)} of ${number(records + repaired)} lines (${share(repaired, records + repaired)}) came with a time stamp that the collector misread. Views repair them as far as they say; here they are counted by their own time, without their node.`,
    });
  }
  if (duplicates && duplicates.count > 0) {
    const { count, sampled, exact } = duplicates;
    say({
      kind: 'duplicates',
      count,
      total: sampled,
      message: exact
        ? `${number(count)} of ${number(sampled)} records (${share(count, sampled)}) were delivered again; views count each once.`
        : `${number(count)} of ${number(sampled)} records looked at (${share(count, sampled)}) were delivered again; views count each once. The sample holds the requests whose audit id begins with zeros.`,
    });
  }
  if (lateArrivals && lateArrivals.count > 0) {
    const { count, longestMs } = lateArrivals;
    say({
      kind: 'late_arrivals',
      count,
      indices: beyond.lateIndices.slice(0, MAX_NAMED),
      message: `At least ${counted(count, source)} arrived late, by ${lengthOf(longestMs)} or more: what is late lies in an index that was made after them (${beyond.lateIndices.slice(0, 3).map(shownName).join(', ')}). An answer that was read before did not hold them.`,
    });
  }
  if (beyond.clusters || found.linesBeyond > 0 || found.recordsOfOtherIndices > 0) {
    const what = [
      ...(beyond.clusters ? ['more clusters than are listed'] : []),
      ...(beyond.hosts > 0 ? [`about ${beyond.hosts} more nodes than are listed`] : []),
      ...(found.recordsOfOtherIndices > 0 ? [`more than ${MAX_INDICES} indices`] : []),
    ];
    say({
      kind: 'not_listed',
      count: found.linesBeyond,
      message: `There are ${what.join(' and ')}: nothing is said about those. Choose clusters, or a shorter period.`,
    });
  }
  return findings;
}

function share(part: number, whole: number): string {
  if (whole <= 0) return '100 %';
  const percent = (part / whole) * 100;
  return percent < 0.1 ? 'less than 0.1 %' : `${percent.toFixed(1)} %`;
}
