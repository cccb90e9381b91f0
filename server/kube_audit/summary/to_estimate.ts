/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  Facet,
  FacetName,
  FacetValue,
  Headline,
  HistogramBucket,
} from '../../../common/api/kube_summary';
import type { Outcome } from '../../../common/kube_audit/outcome';
import { toQualifiedResource } from '../../../common/kube_audit/qualified_resource';
import type { SearchResponse } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';
import type { EstimateSearch, HeadlineCount } from './estimate_query';
import { compareFacetValues, emptyBucket } from './exact_summary';
import { MAX_FACET_VALUES, MAX_RESOURCES } from './summary_limits';
import { stepFor, stepStarts } from '../../time/time_steps';

interface Counted {
  doc_count: number;
  final: { doc_count: number };
}

type TermsAnswer = { buckets: Array<Counted & { key: string }>; sum_other_doc_count: number };
type FiltersAnswer = { buckets: Record<string, Counted> };
type ResourcesAnswer = {
  buckets: Array<
    Counted & { key: { resource: string; apiGroup: string | null; subresource: string | null } }
  >;
};

/** What the estimates of one question say. */
export interface Estimate {
  facets: Record<FacetName, Facet>;
  histogram: HistogramBucket[];
  headline: Headline;
  /** Final records: the best estimate of events that needs no listing. */
  finalRecords: number;
}

/** Requests that have not ended have no final record; a value that only they have must not be lost. */
const countOf = ({ doc_count, final }: Counted): number => final.doc_count || doc_count;

function toFacet(name: FacetName, aggregations: Record<string, unknown>): Facet {
  const answer = aggregations[`${name}_values`];
  let values: FacetValue[];
  let moreValues = 0;
  if (name === 'resources') {
    const { buckets } = answer as ResourcesAnswer;
    const all = buckets.map((bucket) => ({
      value: toQualifiedResource({
        resource: bucket.key.resource,
        apiGroup: bucket.key.apiGroup ?? undefined,
        subresource: bucket.key.subresource ?? undefined,
      }),
      count: countOf(bucket),
    }));
    values = all.sort(compareFacetValues).slice(0, MAX_FACET_VALUES);
    const unlisted = buckets.length >= MAX_RESOURCES ? 1 : 0;
    moreValues = Math.max(0, all.length - MAX_FACET_VALUES) + unlisted;
  } else if (name === 'userKinds' || name === 'outcomes' || name === 'denials') {
    values = Object.entries((answer as FiltersAnswer).buckets)
      // A request that has begun is no event without a response: only what has ended counts as known.
      .map(([value, bucket]) => ({
        value,
        count: name === 'outcomes' ? bucket.final.doc_count : countOf(bucket),
      }))
      .filter(({ count }) => count > 0);
  } else {
    const { buckets, sum_other_doc_count: others } = answer as TermsAnswer;
    values = buckets.map((bucket) => ({ value: bucket.key, count: countOf(bucket) }));
    const distinct = (aggregations[`${name}_distinct`] as { value: number }).value;
    moreValues = others > 0 ? Math.max(1, distinct - buckets.length) : 0;
  }
  return { values: values.sort(compareFacetValues), moreValues, approximate: true };
}

function toHistogram(aggregations: Record<string, unknown>, period: Period): HistogramBucket[] {
  const step = stepFor(period);
  const { buckets } = aggregations.histogram as {
    buckets: Array<{
      key: number;
      final: { doc_count: number; outcomes: { buckets: Record<Outcome, { doc_count: number }> } };
    }>;
  };
  const byStart = new Map(buckets.map((bucket) => [bucket.key, bucket]));
  return stepStarts(period, step).map((start) => {
    const found = byStart.get(start);
    if (!found) return emptyBucket(start, step);
    const outcomes = Object.entries(found.final.outcomes.buckets)
      .filter(([, { doc_count }]) => doc_count > 0)
      .map(([outcome, { doc_count }]) => [outcome, doc_count]);
    return {
      ...emptyBucket(start, step),
      count: found.final.doc_count,
      byOutcome: Object.fromEntries(outcomes) as Partial<Record<Outcome, number>>,
    };
  });
}

function toHeadline(aggregations: Record<string, unknown>): Headline {
  const { counts } = aggregations.headline as {
    counts: { buckets: Record<HeadlineCount, { doc_count: number }> };
  };
  const count = (name: HeadlineCount) => counts.buckets[name].doc_count;
  return {
    users: (aggregations.headline_users as { value: number }).value,
    denied: {
      total: count('forbidden'),
      authorization: count('authorization'),
      admission: count('admission'),
    },
    unauthenticated: count('unauthenticated'),
    errors: count('server_error'),
    streaming: count('streaming'),
    impersonated: count('impersonated'),
    writes: count('writes'),
  };
}

/**
 * Reads the answers to `buildEstimates`.
 *
 * An answer without aggregations comes from no index at all; callers have refused that before.
 */
export function toEstimate(
  searches: readonly EstimateSearch[],
  answers: readonly SearchResponse[],
  period: Period
): Estimate {
  const facets = {} as Record<FacetName, Facet>;
  searches.forEach(({ facets: names }, i) => {
    for (const name of names) facets[name] = toFacet(name, answers[i].aggregations ?? {});
  });
  const main = answers[0].aggregations ?? {};
  return {
    facets,
    histogram: toHistogram(main, period),
    headline: toHeadline(main),
    finalRecords: (main.headline as { doc_count: number }).doc_count,
  };
}
