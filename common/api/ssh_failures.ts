/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { Completeness } from './completeness';
import { filterValues } from './filter_values';
import type { DocumentRef } from './kube_events';
import { timeRangeSchema, type ResolvedRange } from './time_range';

/** Most groups of one answer; the rest is counted. */
export const MAX_FAILURE_GROUPS = 500;

export const sshFailuresRequestSchema = z
  .object({
    timeRange: timeRangeSchema,
    filters: z
      .object({
        accounts: filterValues.optional(),
        clusters: filterValues.optional(),
        hosts: filterValues.optional(),
        sourceIps: filterValues.optional(),
        fingerprints: filterValues.optional(),
      })
      .strict()
      .optional(),
  })
  .strict();

export type SshFailuresRequest = z.infer<typeof sshFailuresRequestSchema>;

/** Refused and failed attempts of one source at one account. */
export interface SshFailureGroup {
  cluster: string;
  /** Absent where no line says. */
  sourceIp?: string;
  /** As typed by the client; empty when the connection ended before a name was given. */
  account: string;
  /** sshd said that no such account exists, or that it may not log in. */
  invalidAccount: boolean;
  hosts: string[];
  /** Attempts, with repeats that the log folded. */
  attempts: number;
  connections: number;
  /** How it failed, with counts: `password`, `publickey`, `closed before login`, `not allowed because …`, and
   * `other ways` for those beyond 20. */
  ways: Array<{ way: string; count: number }>;
  firstSeen: string;
  lastSeen: string;
  /** A login as this account from this source followed within the hour. */
  succeededAfter: boolean;
  /** Some of the lines. */
  lines: DocumentRef[];
}

/** Failed attempts of the period. */
export interface SshFailures {
  attempts: number;
  groups: SshFailureGroup[];
  /** Groups beyond those listed. */
  groupsLeftOut: number;
  /**
   * Attempts in them, and without filters also those that could not be told apart; with filters it is not known
   * whether these match, and `completeness` says how many they are.
   */
  attemptsLeftOut: number;
}

export interface SshFailuresResponse extends SshFailures {
  range: ResolvedRange;
  completeness: Completeness;
}
