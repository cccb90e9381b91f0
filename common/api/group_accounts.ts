/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import {
  ATTRIBUTION_STATUSES,
  type Attribution,
  type AttributionMark,
  type AttributionReasonCode,
} from '../attribution/attribution';
import type { Completeness } from './completeness';
import { filterValues } from './filter_values';
import type { DocumentRef } from './kube_events';
import type { TimePrecision } from './ssh_sessions';
import { timeRangeSchema, type ResolvedRange } from './time_range';

/** Uses of one page when the request does not say. */
export const DEFAULT_USE_LIMIT = 200;

/** Most uses of one page. */
export const MAX_USE_LIMIT = 1000;

/** Where a use of a group account was logged. `sudo` stands for su too. */
export const USE_ORIGINS = ['ssh', 'sudo', 'kubernetes'] as const;

export type UseOrigin = (typeof USE_ORIGINS)[number];

export const groupAccountsRequestSchema = z
  .object({
    timeRange: timeRangeSchema,
    filters: z
      .object({
        accounts: filterValues.optional(),
        clusters: filterValues.optional(),
        hosts: filterValues.optional(),
        persons: filterValues.optional(),
        origins: z.array(z.enum(USE_ORIGINS)).min(1).optional(),
        statuses: z.array(z.enum(ATTRIBUTION_STATUSES)).min(1).optional(),
      })
      .strict()
      .optional(),
    limit: z.number().int().min(1).max(MAX_USE_LIMIT).optional(),
    cursor: z.string().min(1).max(1024).optional(),
    /** Show what is masked in commands, where the configuration allows it. */
    unmask: z.boolean().optional(),
  })
  .strict();

export type GroupAccountsRequest = z.infer<typeof groupAccountsRequestSchema>;

/**
 * One use of a group account: an SSH session open at some moment of the period, a sudo or su line, or a Kubernetes
 * event.
 */
export interface GroupAccountUse {
  /** ISO 8601, as exact as the log has it; before the period for a session that was opened before it. */
  time: string;
  timePrecision: TimePrecision;
  cluster: string;
  host?: string;
  /** The group account that was used. */
  account: string;
  origin: UseOrigin;
  /** Who became it, for sudo and su. */
  actingAccount?: string;
  sourceIp?: string;
  command?: string;
  runAs?: string;
  tty?: string;
  outcome: 'allowed' | 'denied';
  /** SSH: method, key or certificate id. Kubernetes: verb and object. In words. */
  detail: string;
  fingerprint?: string;
  certificateId?: string;
  credentialId?: string;
  sessionId?: string;
  auditId?: string;
  attribution: Attribution;
  marks: AttributionMark[];
  lines: DocumentRef[];
  /** Lines of it beyond those named, where there are some; its SSH session has them. */
  linesLeftOut?: number;
}

/** Uses of one group account by one person. */
export interface PersonUses {
  person: string;
  uses: number;
  firstUse: string;
  lastUse: string;
}

/** One group account in one kind of log. */
export interface GroupAccountFigures {
  account: string;
  origin: UseOrigin;
  uses: number;
  identified: number;
  ambiguous: number;
  unidentified: number;
  denied: number;
  /** Most uses first, at most 200. */
  byPerson: PersonUses[];
  /** Persons beyond those listed, where there are some. */
  personsLeftOut?: number;
  /** Uses by mark. */
  marks: Array<{ mark: AttributionMark; uses: number }>;
  /** Why uses are ambiguous or not identified: uses by reason; one use may have several. */
  whyNot: Array<{ code: AttributionReasonCode; uses: number }>;
}

/** A key, certificate id or credential that logged in and that the directory does not know. */
export interface UnknownCredential {
  kind: 'ssh_key' | 'ssh_certificate_id' | 'kube_credential';
  value: string;
  keyType?: string;
  uses: number;
  firstUse: string;
  lastUse: string;
  accounts: string[];
  clusters: string[];
  hosts: string[];
  sourceIps: string[];
  /** Accounts, clusters, hosts and addresses beyond the 20 that are listed of each, where there are some. */
  placesLeftOut?: number;
}

export interface GroupAccountsResponse {
  range: ResolvedRange;
  accounts: GroupAccountFigures[];
  /** Uses that match the filters. */
  total: { value: number; relation: 'eq' | 'gte' };
  /** Newest first. */
  uses: GroupAccountUse[];
  nextCursor?: string;
  /** Uses by time and status; a session that was opened before the period is in the first bar. */
  trend: {
    intervalMs: number;
    bars: Array<{ time: string; identified: number; ambiguous: number; unidentified: number }>;
  };
  /** Work list, most used first, at most 500. Over the period, whatever the filters. */
  unknownCredentials: UnknownCredential[];
  /** Entries of the work list beyond those listed, where there are some. */
  unknownLeftOut?: number;
  completeness: Completeness;
}
