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
import { FACETS } from '../../../common/api/kube_summary';
import { toDenial, toOutcome, type Denial } from '../../../common/kube_audit/outcome';
import type { Period } from '../../time/resolve_time_range';
import { filterValues } from '../filters/match_filters';
import { compareText } from '../record/to_kube_event';
import { STREAMING_SUBRESOURCES } from '../record/streaming_request';
import type { CountedEvent } from './enumeration';
import { MAX_FACET_VALUES, WRITE_VERBS } from './summary_limits';
import { stepFor, stepStarts } from '../../time/time_steps';

/** Most frequent first, then by name, so that the same data gives the same list. */
export function compareFacetValues(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || compareText(a.value, b.value);
}

/** Facets of events that were counted one by one. */
export function exactFacets(
  events: readonly CountedEvent[],
  groupAccounts: readonly string[]
): Record<FacetName, Facet> {
  const counts = new Map(FACETS.map((name) => [name, new Map<string, number>()]));
  for (const { record } of events) {
    const values = filterValues(record, groupAccounts);
    for (const name of FACETS) {
      const count = counts.get(name)!;
      for (const value of new Set(values[name])) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  const facets = {} as Record<FacetName, Facet>;
  for (const [name, count] of counts) {
    const values = [...count].map(([value, n]) => ({ value, count: n })).sort(compareFacetValues);
    facets[name] = {
      values: values.slice(0, MAX_FACET_VALUES),
      moreValues: Math.max(0, values.length - MAX_FACET_VALUES),
      approximate: false,
    };
  }
  return facets;
}

/** Histogram of events that were counted one by one. */
export function exactHistogram(events: readonly CountedEvent[], period: Period): HistogramBucket[] {
  const step = stepFor(period);
  const buckets = new Map<number, HistogramBucket>();
  for (const start of stepStarts(period, step)) buckets.set(start, emptyBucket(start, step));
  for (const { record } of events) {
    const bucket = buckets.get(Math.floor(record.receivedMs / step) * step);
    if (!bucket) continue;
    const outcome = toOutcome(record.code);
    bucket.count += 1;
    bucket.byOutcome[outcome] = (bucket.byOutcome[outcome] ?? 0) + 1;
  }
  return [...buckets.values()];
}

/** A step of time in which nothing was counted. */
export function emptyBucket(start: number, step: number): HistogramBucket {
  const from = new Date(start).toISOString();
  return { from, to: new Date(start + step).toISOString(), count: 0, byOutcome: {} };
}

/** Headline figures of events that were counted one by one. */
export function exactHeadline(events: readonly CountedEvent[]): Headline {
  const users = new Set<string>();
  const denials: Partial<Record<Denial, number>> = {};
  const headline: Headline = {
    users: 0,
    denied: { total: 0 },
    unauthenticated: 0,
    errors: 0,
    streaming: 0,
    impersonated: 0,
    writes: 0,
    duplicates: 0,
  };
  for (const { record, duplicates } of events) {
    if (record.user) users.add(record.user);
    const outcome = toOutcome(record.code);
    const denial = toDenial(record.code, record.decision);
    if (denial) denials[denial] = (denials[denial] ?? 0) + 1;
    if (outcome === 'forbidden') headline.denied.total += 1;
    if (outcome === 'unauthenticated') headline.unauthenticated += 1;
    if (outcome === 'server_error') headline.errors += 1;
    // kubectl before 1.30 creates an exec; that changes nothing by itself.
    const streams = STREAMING_SUBRESOURCES.some((name) => name === record.subresource);
    if (streams) headline.streaming += 1;
    if (record.impersonatedUser !== undefined) headline.impersonated += 1;
    if (WRITE_VERBS.includes(record.verb) && !streams) headline.writes += 1;
    headline.duplicates = (headline.duplicates ?? 0) + duplicates;
  }
  headline.users = users.size;
  Object.assign(headline.denied, denials);
  return headline;
}
