/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { AttributionMark, AttributionReason } from '../attribution/attribution';
import type { Completeness } from './completeness';
import { filterValues } from './filter_values';
import type { DocumentRef } from './kube_events';
import type { TimePrecision } from './ssh_sessions';
import { timeRangeSchema, type ResolvedRange } from './time_range';

/** Entries of one page when the request does not say. */
export const DEFAULT_ENTRY_LIMIT = 500;

/** Most entries of one page. */
export const MAX_ENTRY_LIMIT = 5000;

/** Lanes of the timeline, top to bottom. */
export const TIMELINE_LANES = [
  'ssh',
  'sudo',
  'kubernetes',
  'kubernetes_impersonated',
  'kubernetes_group_account',
] as const;

export type TimelineLaneId = (typeof TIMELINE_LANES)[number];

export const personTimelineRequestSchema = z
  .object({
    person: z.string().trim().min(1).max(320),
    timeRange: timeRangeSchema,
    lanes: z.array(z.enum(TIMELINE_LANES)).min(1).optional(),
    clusters: filterValues.optional(),
    limit: z.number().int().min(1).max(MAX_ENTRY_LIMIT).optional(),
    cursor: z.string().min(1).max(1024).optional(),
  })
  .strict();

export type PersonTimelineRequest = z.infer<typeof personTimelineRequestSchema>;

/** `certain`: nobody else was possible. `possible`: this person is one of several candidates. */
export type Certainty = 'certain' | 'possible';

/** One thing the person did, or may have done. */
export interface TimelineEntry {
  id: string;
  lane: TimelineLaneId;
  /** ISO 8601. An SSH session that was opened before the period keeps its own time. */
  time: string;
  /** SSH: the login is not in the log. The session was open before `time`, which is the first line of it. */
  loginNotLogged?: true;
  /** ISO 8601 end, for SSH sessions and long-running requests. */
  endTime?: string;
  timePrecision: TimePrecision;
  certainty: Certainty;
  cluster: string;
  host?: string;
  account: string;
  /** What was done, in words. */
  text: string;
  /** `unknown`: the log holds no response. */
  outcome: 'allowed' | 'denied' | 'failed' | 'unknown';
  sourceIp?: string;
  /** Who else it may have been, for `possible`. */
  others: string[];
  reasons: AttributionReason[];
  marks: AttributionMark[];
  sessionId?: string;
  document?: DocumentRef;
}

/** One lane: its figures and its shape over time. */
export interface TimelineLane {
  id: TimelineLaneId;
  total: { value: number; relation: 'eq' | 'gte' };
  certain: number;
  possible: number;
  bars: Array<{ time: string; certain: number; possible: number }>;
}

export interface PersonTimelineResponse {
  range: ResolvedRange;
  person: string;
  /** Names, keys and credentials by which the person was looked for. */
  identities: Array<{ kind: string; value: string; validFrom?: string; validTo?: string }>;
  intervalMs: number;
  lanes: TimelineLane[];
  /**
   * SSH sessions open at some moment of the period, longest first, those without a known beginning or end before all:
   * the bars of the lane, at most 2,000.
   */
  sessions: TimelineEntry[];
  /** Newest first, all lanes merged. */
  entries: TimelineEntry[];
  nextCursor?: string;
  completeness: Completeness;
}
