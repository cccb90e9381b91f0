/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import {
  ATTRIBUTION_STATUSES,
  type Attribution,
  type AttributionMark,
} from '../attribution/attribution';
import type { Completeness } from './completeness';
import type { DocumentRef } from './kube_events';
import { filterValues } from './filter_values';
import type { SshFailures } from './ssh_failures';
import { timeRangeSchema, type ResolvedRange } from './time_range';

/** Rows of one page when the request does not say. */
export const DEFAULT_SESSION_LIMIT = 200;

/** Most rows of one page. */
export const MAX_SESSION_LIMIT = 1000;

/** Filters over SSH sessions: an array means "any of", an absent key "all". */
export const sshFiltersSchema = z
  .object({
    accounts: filterValues.optional(),
    /** Persons to whom a session is attributed, or who are among its candidates. */
    persons: filterValues.optional(),
    clusters: filterValues.optional(),
    hosts: filterValues.optional(),
    sourceIps: filterValues.optional(),
    /** `SHA256:…` of a key, or of the key of a certificate. */
    fingerprints: filterValues.optional(),
    /** Status of the session's attribution. */
    statuses: z.array(z.enum(ATTRIBUTION_STATUSES)).min(1).optional(),
  })
  .strict();

export type SshFilters = z.infer<typeof sshFiltersSchema>;

export const sshSessionsRequestSchema = z
  .object({
    timeRange: timeRangeSchema,
    filters: sshFiltersSchema.optional(),
    /** Id of the one session that is wanted, whatever the filters: what an address or a link opens. */
    session: z.string().min(1).max(1024).optional(),
    limit: z.number().int().min(1).max(MAX_SESSION_LIMIT).optional(),
    /** From `nextCursor` of the page before; the other keys must be those of that request. */
    cursor: z.string().min(1).max(1024).optional(),
    /** Fold many short sessions of one key from one address (Ansible, scp) into `runs`. */
    foldRuns: z.boolean().optional(),
    /** Also answer `failures`, so that a view reads the log once. */
    failures: z.boolean().optional(),
    /** Show what is masked in commands, where the configuration allows it. */
    unmask: z.boolean().optional(),
  })
  .strict();

export type SshSessionsRequest = z.infer<typeof sshSessionsRequestSchema>;

/** `end_not_logged`: something shows that it ended, but no line says when. */
export type SshSessionState = 'closed' | 'open' | 'end_not_logged';

/** A command run with sudo or su during a session. */
export interface SshCommand {
  /** ISO 8601, as exact as the log has it. */
  time: string;
  /** `exact`: microseconds; `second`; `hour_unknown`: only day, minute and second are logged. */
  timePrecision: TimePrecision;
  program: 'sudo' | 'su';
  /** Account that acted. */
  account: string;
  /** Account it became; absent where the line does not tell which of several it is. */
  runAs?: string;
  /** With likely secrets masked. Absent for su. */
  command?: string;
  masked: boolean;
  tty?: string;
  pwd?: string;
  outcome: 'allowed' | 'denied';
  /** sudo's words for the refusal. */
  refusal?: string;
  attribution: Attribution;
  lines: DocumentRef[];
}

export type TimePrecision = 'exact' | 'second' | 'hour_unknown';

/** One SSH connection from login to close. */
export interface SshSession {
  id: string;
  cluster: string;
  host: string;
  account: string;
  /** `publickey`, `password`, `keyboard-interactive/pam`, …; `unknown` when the login is not in the log. */
  method: string;
  keyType?: string;
  fingerprint?: string;
  certificate?: { id: string; serial: string; caType?: string; caFingerprint?: string };
  sourceIp?: string;
  sourcePort?: number;
  /** Absent when the session began before what was read. ISO 8601. */
  startedAt?: string;
  /** ISO 8601. */
  endedAt?: string;
  state: SshSessionState;
  durationMs?: number;
  timePrecision: TimePrecision;
  /** Rebuilt from lines whose time stamp the collector had misread. */
  repaired: boolean;
  /** What the client asked for, where the log level is VERBOSE: `shell`, `command`, `subsystem 'sftp'`… */
  requests: string[];
  terminals: string[];
  /** sudo and su that could have been typed in this session; the attribution says how surely. */
  commands: SshCommand[];
  /** Commands beyond those listed. */
  commandsLeftOut: number;
  attribution: Attribution;
  marks: AttributionMark[];
  /** At most 200 of the session's lines. */
  lines: DocumentRef[];
  lineCount: number;
}

/** Many short sessions of one account and key from one address, one after another. */
export interface SshRun {
  id: string;
  cluster: string;
  account: string;
  /** At most 200. */
  hosts: string[];
  /** Hosts beyond those listed, where there are some. */
  hostsLeftOut?: number;
  method: string;
  keyType?: string;
  fingerprint?: string;
  sourceIp?: string;
  sessions: number;
  commands: number;
  startedAt: string;
  endedAt: string;
  attribution: Attribution;
  marks: AttributionMark[];
}

/** One bar of the chart: sessions by when they began. */
export interface SshHistogramBar {
  /** ISO 8601 start of the bar. */
  time: string;
  sessions: number;
  /** Failed attempts of the chosen accounts, clusters, hosts, addresses and keys; nobody is behind them yet. */
  failures: number;
}

/** How many sessions have a value. */
export interface ValueCount {
  value: string;
  count: number;
}

export interface SshSessionsResponse {
  range: ResolvedRange;
  /** Sessions that match, folded or not. Exact unless `completeness` says that the log was not read whole. */
  total: { value: number; relation: 'eq' | 'gte' };
  /** Newest first. */
  sessions: SshSession[];
  /** Newest first, present with `foldRuns`; its sessions are not in `sessions`. */
  runs?: SshRun[];
  nextCursor?: string;
  histogram: { intervalMs: number; bars: SshHistogramBar[] };
  facets: {
    accounts: ValueCount[];
    persons: ValueCount[];
    clusters: ValueCount[];
    hosts: ValueCount[];
    sourceIps: ValueCount[];
    fingerprints: ValueCount[];
    statuses: ValueCount[];
  };
  /** Values of facets beyond the 500 that are listed of each, for the facets that have more. */
  facetsLeftOut?: Partial<Record<keyof SshSessionsResponse['facets'], number>>;
  figures: SshFigures;
  /** Present when asked for. */
  failures?: SshFailures;
  /** Lines that could not be read, at most 50 of them; `figures.unreadable` counts all. */
  unreadable: UnreadableLine[];
  completeness: Completeness;
}

/** Figures over the whole answer, before paging. */
export interface SshFigures {
  sessions: number;
  identified: number;
  ambiguous: number;
  unidentified: number;
  /**
   * sudo and su of the period on the chosen clusters and hosts; with a filter that chooses sessions, those that may
   * be of a session chosen.
   */
  commands: number;
  /** Lines read for this answer. */
  lines: number;
  repaired: number;
  unreadable: number;
}

/** A line of which the fields could not be read, shown as it is. */
export interface UnreadableLine {
  document: DocumentRef;
  /** ISO 8601, as indexed. */
  time: string;
  host: string;
  message: string;
  why: string;
}
