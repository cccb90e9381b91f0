/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  CoverageFinding,
  CoverageLine,
  CoverageSource,
  CoverageUnknown,
} from '../../common/api/coverage';
import type { SearchResponse } from '../search/search_types';
import { shownName } from './coverage_words';
import type { FindingContext } from './line_findings';
import { readMisread } from './misread_lines';
import { bucketOf, bucketsOf, figureOf, readLines, rootOf, type Bucket } from './read_lines';
import { partialFindings, readDuplicates, readLate, sourceFindings } from './source_findings';
import { sortLines, toEnds, toLines, toMisreadLines } from './to_lines';

/** What was asked, as far as the answer depends on it. */
export interface AskedSource extends Omit<FindingContext, 'misread' | 'keptFromMs'> {
  indexPattern: string;
  clusters: readonly string[] | undefined;
  /** IANA zone of misread time stamps; absent where there are none. */
  timeZone?: string;
}

const NO_DUPLICATES: CoverageUnknown = {
  what: 'duplicates',
  message:
    'Lines have no id of their own: repeated deliveries are known only where lines are read one by one. The views of SSH access count each line once.',
};

const NO_LATE_ARRIVALS: CoverageUnknown = {
  what: 'late_arrivals',
  message:
    'Records do not say when they arrived, and the names of the indices hold no day: late arrivals cannot be told.',
};

function toIndices(period: Bucket): Pick<CoverageSource, 'indices' | 'recordsOfOtherIndices'> {
  const indices = bucketOf(period, 'indices');
  const others = indices.sum_other_doc_count;
  return {
    indices: bucketsOf(indices).map((bucket) => ({
      index: String(bucket.key),
      records: bucket.doc_count,
      ...toEnds(bucket),
    })),
    recordsOfOtherIndices: typeof others === 'number' ? others : 0,
  };
}

/** Without all shards, a bar without records says nothing. */
function withoutSilences(line: CoverageLine): CoverageLine {
  return { ...line, findings: [] };
}

/** Clusters that were asked for by name, and of which nothing is kept. */
function unknownClusters({ clusters = [], source }: AskedSource, lines: readonly CoverageLine[]) {
  const known = new Set(lines.map(({ cluster }) => cluster));
  return clusters
    .filter((cluster) => !known.has(cluster))
    .map((cluster): CoverageFinding => ({
      kind: 'missing',
      source,
      cluster,
      message:
        source === 'kubeaudit'
          ? `No record of cluster ${shownName(cluster)} is kept, of any time.`
          : `No line of cluster ${shownName(cluster)} is kept, of any time, unless with a misread time stamp of another period.`,
    }));
}

/** What an answer tells about the coverage of its source. */
export function toCoverageSource(
  answer: SearchResponse,
  asked: AskedSource,
  fields: readonly CoverageFinding[]
): CoverageSource {
  const { source, plan, nowMs, indexPattern, timeZone } = asked;
  const root = rootOf(answer);
  const period = bucketOf(root, 'period');
  const misread = timeZone === undefined ? [] : readMisread(root, plan.period, nowMs, timeZone);
  const kept = bucketOf(root, 'kept');
  const keptFromMs = figureOf(kept, 'first');
  const { first: keptFrom, last: keptTo } = toEnds(kept);
  const partial = partialFindings(answer, source);
  const context: FindingContext = { source, plan, nowMs, keptFromMs, misread };
  const lines = sortLines([...toLines(root, context), ...toMisreadLines(misread, plan)]);
  const { clustersBeyond, hostsBeyond } = readLines(kept);
  const { late, indices: lateIndices, dated } = readLate(period);
  const duplicates = source === 'kubeaudit' ? readDuplicates(period) : undefined;
  const found: Omit<CoverageSource, 'findings' | 'state'> = {
    source,
    indexPattern,
    ...toIndices(period),
    records: period.doc_count,
    ...toEnds(period),
    ...(keptFrom === undefined ? {} : { keptFrom }),
    ...(keptTo === undefined ? {} : { keptTo }),
    unparsed: bucketOf(period, 'unparsed').doc_count,
    repaired: misread.reduce((sum, { count }) => sum + count, 0),
    ...(duplicates ? { duplicates } : {}),
    ...(late ? { lateArrivals: late } : {}),
    unknown: [
      ...(source === 'authlog' ? [NO_DUPLICATES] : []),
      ...(dated || period.doc_count === 0 ? [] : [NO_LATE_ARRIVALS]),
    ],
    lines: partial.length > 0 ? lines.map(withoutSilences) : lines,
    linesBeyond: hostsBeyond + (clustersBeyond ? 1 : 0),
  };
  return {
    ...found,
    state: 'read',
    findings: [
      ...partial,
      ...fields,
      ...sourceFindings(found, plan, {
        clusters: clustersBeyond,
        hosts: hostsBeyond,
        lateIndices,
        documents: answer.hits.total?.value ?? 0,
      }),
      ...unknownClusters(asked, lines),
    ],
  };
}
