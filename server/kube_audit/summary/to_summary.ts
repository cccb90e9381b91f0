/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../../common/api/kube_filters';
import type { EventCount } from '../../../common/api/kube_events';
import {
  FACETS,
  type Facet,
  type FacetName,
  type KubeSummary,
} from '../../../common/api/kube_summary';
import type { Period } from '../../time/resolve_time_range';
import type { Enumeration } from './enumeration';
import { hasOwnFilter } from './estimate_query';
import { compareFacetValues, exactFacets, exactHeadline, exactHistogram } from './exact_summary';
import { MAX_FACET_VALUES } from './summary_limits';
import type { Estimate } from './to_estimate';

/** Number of events of a question: exact where all were listed, else a lower bound and an estimate. */
export function toEventCount(
  { events, exhaustive }: Enumeration,
  finalRecords: number
): EventCount {
  if (exhaustive) return { value: events.length, relation: 'eq' };
  const approximate = Math.max(events.length, finalRecords);
  return { value: events.length, relation: 'gte', approximate };
}

/**
 * Lays exact counts over estimated ones. A facet without a filter of its own is exact as a whole; one with a
 * filter is exact for the values that the filter lets through, and estimated for those it could add.
 */
function overlay(exact: Facet, estimated: Facet, own: boolean): Facet {
  if (!own) return exact;
  const values = new Map(estimated.values.map(({ value, count }) => [value, count]));
  for (const { value, count } of exact.values) values.set(value, count);
  const all = [...values].map(([value, count]) => ({ value, count })).sort(compareFacetValues);
  return {
    values: all.slice(0, MAX_FACET_VALUES),
    moreValues: Math.max(estimated.moreValues, all.length - MAX_FACET_VALUES, 0),
    approximate: estimated.approximate,
  };
}

/** Adds to estimated facets what the estimates cannot hold: values too long for a keyword field. */
function withListed(estimated: Facet, listed: Facet): Facet {
  const known = new Set(estimated.values.map(({ value }) => value));
  const missing = listed.values.filter(({ value }) => !known.has(value));
  if (missing.length === 0 || estimated.moreValues > 0) return estimated;
  const all = [...estimated.values, ...missing].sort(compareFacetValues);
  return {
    ...estimated,
    values: all.slice(0, MAX_FACET_VALUES),
    moreValues: Math.max(0, all.length - MAX_FACET_VALUES),
  };
}

/** Summary of a question: exact where all its events were listed, estimated where they were too many. */
export function toSummary(
  enumeration: Enumeration,
  estimate: Estimate,
  filters: KubeFilters,
  period: Period,
  groupAccounts: readonly string[]
): KubeSummary {
  const { events, exhaustive } = enumeration;
  const requests = toEventCount(enumeration, estimate.finalRecords);
  const listed = exactFacets(events, groupAccounts);
  const facets = {} as Record<FacetName, Facet>;
  for (const name of FACETS) {
    facets[name] = exhaustive
      ? overlay(listed[name], estimate.facets[name], hasOwnFilter(name, filters))
      : withListed(estimate.facets[name], listed[name]);
  }
  return {
    requests,
    histogram: exhaustive ? exactHistogram(events, period) : estimate.histogram,
    headline: exhaustive ? exactHeadline(events) : estimate.headline,
    facets,
    approximate: !exhaustive,
  };
}
