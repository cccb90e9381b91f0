/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewFact } from '../../common/api/review_record';
import type { ReviewPattern } from '../../common/api/review_record';
import type { Query } from '../search/query_dsl';
import type { SearchBody, SearchResponse } from '../search/search_types';
import { jumpOf } from './compare_reviews';
import { limitedBy, listFacts, toFigures, type FoundFinding } from './found_finding';

/** Clusters counted by themselves. */
const MAX_CLUSTERS = 50;

/** Fewer whole days have no usual one among them. */
const LEAST_DAYS = 4;

const DAY_MS = 86_400_000;

/** Records of a period by cluster and day. */
export function buildTotals(query: Query, timeField: string, clusterField: string): SearchBody {
  return {
    query,
    size: 0,
    track_total_hits: true,
    aggs: {
      clusters: {
        terms: { field: clusterField, size: MAX_CLUSTERS },
        aggs: {
          days: { date_histogram: { field: timeField, fixed_interval: '1d', min_doc_count: 0 } },
        },
      },
    },
  };
}

interface ClusterBucket {
  key: string;
  doc_count: number;
  days?: { buckets?: Array<{ key: number; doc_count: number }> };
}

function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Days of one cluster that differ from its usual one; the first and last day of a period may be cut. */
function oddDays(
  { key: cluster, days }: ClusterBucket,
  fromMs: number,
  toMs: number
): ReviewFact[] {
  const counts = new Map((days?.buckets ?? []).map(({ key, doc_count: count }) => [key, count]));
  const whole: number[] = [];
  for (let at = Math.ceil(fromMs / DAY_MS) * DAY_MS; at + DAY_MS <= toMs + 1; at += DAY_MS)
    whole.push(at);
  if (whole.length < LEAST_DAYS) return [];
  const usual = median(whole.map((at) => counts.get(at) ?? 0));
  return whole.flatMap((at) => {
    const count = counts.get(at) ?? 0;
    const jump = jumpOf(count, usual);
    if (!jump) return [];
    return [
      {
        subject: cluster,
        detail: `${jump === 'up' ? 'Many' : 'Few'} records on this day (UTC); half of the days have ${usual} or less`,
        count,
        time: new Date(at).toISOString(),
      },
    ];
  });
}

/**
 * How many records there are, by cluster, and the days that differ.
 *
 * @param why reasons by which not all of the period could be looked at
 */
export function toTotalsFinding(
  pattern: ReviewPattern,
  answer: SearchResponse,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  why: readonly string[]
): FoundFinding {
  const { buckets = [], sum_other_doc_count: beyond = 0 } = (answer.aggregations?.clusters ??
    {}) as { buckets?: ClusterBucket[]; sum_other_doc_count?: number };
  const count = answer.hits.total?.value ?? 0;
  const listed = buckets.reduce((all, { doc_count: each }) => all + each, 0);
  const nameless = count - listed - beyond;
  const facts: ReviewFact[] = [
    ...buckets.map(({ key, doc_count: each }) => ({
      subject: key,
      detail: 'Records of this cluster',
      count: each,
    })),
    ...(beyond > 0 ? [{ subject: '', detail: 'Records of further clusters', count: beyond }] : []),
    ...(nameless > 0
      ? [{ subject: '', detail: 'Records that name no cluster', count: nameless }]
      : []),
    ...buckets.flatMap((bucket) => oddDays(bucket, fromMs, toMs)),
  ];
  return {
    id: 'totals',
    kind: 'totals',
    title: 'Records in all, and jumps',
    basis: `Every record of ${pattern} in the period, by cluster and day (UTC). A day is odd with at least twice or at most half of the median day.`,
    source: 'Documented log review: compare totals with the last review, look for jumps.',
    figures: limitedBy(toFigures({ count, unit: 'records', ...listFacts(facts) }), why),
    sample: [],
  };
}
