/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { USER_KINDS, type UserKind } from '../kube_audit/user_kind';
import type { Completeness } from './completeness';
import { MAX_FILTER_VALUES, MAX_VALUE_LENGTH } from './kube_filters';
import { timeRangeSchema, type ResolvedRange } from './time_range';

/** Users of one answer when the request does not say. */
export const DEFAULT_USER_LIMIT = 1000;

/** Most users of one answer. */
export const MAX_USER_LIMIT = 50000;

export const usersRequestSchema = z
  .object({
    timeRange: timeRangeSchema,
    /** Part of the name, without regard to case. */
    search: z.string().max(256).optional(),
    kinds: z.array(z.enum(USER_KINDS)).min(1).optional(),
    clusters: z
      .array(z.string().min(1).max(MAX_VALUE_LENGTH))
      .min(1)
      .max(MAX_FILTER_VALUES)
      .optional(),
    limit: z.number().int().min(1).max(MAX_USER_LIMIT).optional(),
  })
  .strict();

export type UsersRequest = z.infer<typeof usersRequestSchema>;

/** One user of the period. Instants are ISO 8601 in UTC, of requests received. */
export interface AuditedUser {
  /** Empty for requests that failed authentication. */
  name: string;
  kind: UserKind;
  /** Events; see `countsApproximate` of the answer. */
  requests: number;
  firstSeen: string;
  lastSeen: string;
}

export interface UsersResponse {
  range: ResolvedRange;
  /** How many users match, listed or not. */
  population: number;
  /** Most active first. */
  users: AuditedUser[];
  /** The counts are taken from final records and do not resolve repeated deliveries. */
  countsApproximate: boolean;
  completeness: Completeness;
}
