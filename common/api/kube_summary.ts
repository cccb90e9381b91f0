/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { Denial, Outcome } from '../kube_audit/outcome';
import type { Completeness } from './completeness';
import type { EventCount } from './kube_events';
import { kubeFiltersSchema } from './kube_filters';
import { timeRangeSchema, type ResolvedRange } from './time_range';

export const kubeSummaryRequestSchema = z
  .object({ timeRange: timeRangeSchema, filters: kubeFiltersSchema.optional() })
  .strict();

export type KubeSummaryRequest = z.infer<typeof kubeSummaryRequestSchema>;

/** Dimensions that are counted by value. */
export const FACETS = [
  'users',
  'userKinds',
  'clusters',
  'verbs',
  'resources',
  'namespaces',
  'names',
  'outcomes',
  'denials',
  'sourceIps',
] as const;

export type FacetName = (typeof FACETS)[number];

/** Events in one step of time, both instants ISO 8601; `from` inclusive, `to` exclusive. */
export interface HistogramBucket {
  from: string;
  to: string;
  count: number;
  byOutcome: Partial<Record<Outcome, number>>;
}

export interface FacetValue {
  value: string;
  count: number;
}

/**
 * Values of one dimension with their events, most frequent first. A facet disregards its own filter (so
 * that another value can be added) and obeys all others.
 */
export interface Facet {
  values: FacetValue[];
  /** Values that exist but are not listed. At least 1 when the list was cut. */
  moreValues: number;
  /** The counts are taken from final records and do not resolve repeated deliveries. */
  approximate: boolean;
}

/** Headline figures, in events. */
export interface Headline {
  users: number;
  denied: Partial<Record<Denial, number>> & { total: number };
  unauthenticated: number;
  errors: number;
  /** exec, attach and port-forward. */
  streaming: number;
  impersonated: number;
  /** create, update, patch, delete, deletecollection, but no exec, attach or port-forward. */
  writes: number;
  /** Repeated deliveries that were resolved; only known where the counts are exact. */
  duplicates?: number;
}

export interface KubeSummary {
  requests: EventCount;
  histogram: HistogramBucket[];
  facets: Record<FacetName, Facet>;
  headline: Headline;
  /** The histogram and the headline are estimates, as `requests.relation` says of the total. */
  approximate: boolean;
}

export interface KubeSummaryResponse extends KubeSummary {
  range: ResolvedRange;
  beganEarlier: number;
  recordsInRange: number;
  completeness: Completeness;
}
