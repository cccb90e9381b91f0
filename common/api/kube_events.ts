/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { Denial, Outcome } from '../kube_audit/outcome';
import type { UserKind } from '../kube_audit/user_kind';
import type { Completeness } from './completeness';
import { kubeFiltersSchema } from './kube_filters';
import type { KubeSummary } from './kube_summary';
import { timeRangeSchema, type ResolvedRange } from './time_range';

/** Rows of one page when the request does not say. */
export const DEFAULT_EVENT_LIMIT = 50;

/** Most rows of one page: a page is read, merged and held in memory as a whole. */
export const MAX_EVENT_LIMIT = 1000;

export const kubeEventsRequestSchema = z
  .object({
    timeRange: timeRangeSchema,
    filters: kubeFiltersSchema.optional(),
    limit: z.number().int().min(1).max(MAX_EVENT_LIMIT).optional(),
    /** From `nextCursor` of the page before; the other keys must be those of that request. */
    cursor: z.string().min(1).max(4096).optional(),
    /** Also answer `summary`, so that a view costs one request. Not with `cursor`. */
    summary: z.boolean().optional(),
  })
  .strict();

export type KubeEventsRequest = z.infer<typeof kubeEventsRequestSchema>;

/** Where a record is kept. */
export interface DocumentRef {
  index: string;
  id: string;
}

/** What `kubectl exec` and `attach` asked for, decoded from the query of the request URI. */
export interface StreamingRequest {
  /** Arguments in order, as the container got them; likely secrets are masked. Empty for attach. */
  command: string[];
  container?: string;
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
  tty: boolean;
}

/**
 * - `complete`: the log holds the end of the request.
 * - `open`: it holds the start only; the request still runs, or its end was not logged.
 * - `refused_before_authentication`: a 401, of which the log only ever holds `ResponseStarted`.
 */
export type KubeEventState = 'complete' | 'open' | 'refused_before_authentication';

/** One audited API request, all its stages together. */
export interface KubeEvent {
  auditId: string;
  /** Instant of the last recorded stage, as the log has it (microseconds and zone kept). */
  time: string;
  /** Instant at which the API server received the request, as the log has it. Rows sort by it. */
  receivedAt: string;
  /** Empty for a request that failed authentication. */
  user: string;
  userKind: UserKind;
  /** Present when the user acted as somebody else. */
  impersonatedUser?: string;
  /** `X509SHA256=…` or `JTI=…`: which certificate or token was used. */
  credentialId?: string;
  groups: string[];
  cluster: string;
  verb: string;
  apiGroup?: string;
  resource?: string;
  subresource?: string;
  /** `pods/exec`, `deployments.apps/scale`: as filters and facets write it. */
  qualifiedResource?: string;
  namespace?: string;
  name?: string;
  /** With likely secrets masked. */
  requestUri: string;
  outcome: Outcome;
  /** Who refused it, when `outcome` is `forbidden` and the record says so. */
  denial?: Denial;
  code?: number;
  decision?: string;
  reason?: string;
  message?: string;
  sourceIps: string[];
  userAgent?: string;
  state: KubeEventState;
  /** End minus receipt, for a complete event. */
  durationMs?: number;
  /** Present for exec and attach. */
  streaming?: StreamingRequest;
  /** True when a likely secret was masked somewhere in this event. */
  masked: boolean;
  /** Stages of which the answer holds a record, in order. */
  stages: string[];
  /** Records beyond one a stage: the same record delivered again. */
  duplicates: number;
  /** The record of the last stage. */
  document: DocumentRef;
}

/**
 * A number of events. `eq`: exactly this many. `gte`: at least this many, and `approximate` is the best
 * estimate (from the final records, without resolving repeated deliveries).
 */
export interface EventCount {
  value: number;
  relation: 'eq' | 'gte';
  approximate?: number;
}

export interface KubeEventsResponse {
  range: ResolvedRange;
  total: EventCount;
  events: KubeEvent[];
  nextCursor?: string;
  /**
   * Requests received before the period whose end was recorded in it: not among the events, and not to
   * be mistaken for nothing. A count of records.
   */
  beganEarlier: number;
  /** Records of the period that this user may read, whatever the filters. */
  recordsInRange: number;
  completeness: Completeness;
  /** Present when asked for. */
  summary?: KubeSummary;
}
