/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DocumentRef } from '../../../common/api/kube_events';
import type { SshSessionState, TimePrecision } from '../../../common/api/ssh_sessions';
import type { LoggedCertificate, LoggedKey } from '../../authlog/authlog_record';
import type { SameAccounts } from './same_accounts';

/** Lines kept of one session: what a flyout can show. */
export const MAX_SESSION_LINES = 200;

/** How long after a session a command of it may come, where nothing in the log tells when its processes end. */
export const MAY_OUTLIVE_MS = 24 * 3_600_000;

/** A terminal that a VERBOSE line ties to a connection. */
export interface TerminalUse {
  tty: string;
  channel?: number;
  /** The line that gave it. */
  line?: DocumentRef;
  fromMs: number;
  /** Latest instant at which it was given: later than `fromMs` where the time is not exact. */
  fromToMs: number;
  /** Infinity until a line says that the channel was closed. */
  toMs: number;
}

/** A key that proved one of several factors, with its certificate where it has one. */
export interface PartialKey {
  key: LoggedKey;
  certificate?: LoggedCertificate;
}

/**
 * One SSH connection of a host. The instants bound what is possible: `earliestMs` is -Infinity where the
 * session began before what was read, `latestMs` is Infinity while nothing shows that it ended.
 */
export interface SessionRecord {
  id: string;
  cluster: string;
  host: string;
  account: string;
  /** The account as PAM calls it, where that is another name than the one that was typed. */
  pamAccount?: string;
  method: string;
  key?: LoggedKey;
  certificate?: LoggedCertificate;
  /**
   * Keys by which parts of the login were proved, in order, where sshd asks for several factors. Where the last
   * factor was no key, the last of these is `key` and `certificate`, too.
   */
  partialKeys?: PartialKey[];
  sourceIp?: string;
  sourcePort?: number;
  pid?: string;
  /** ISO 8601 of the login. */
  startedAt?: string;
  earliestMs: number;
  /** Latest instant of the login: later than `earliestMs` where the time is not exact. */
  startToMs: number;
  /** ISO 8601 of the end, where logged. */
  endedAt?: string;
  /** When it ended, in milliseconds, where logged. */
  endMs?: number;
  /** Last instant at which it may have been open. */
  latestMs: number;
  /** Last instant at which a process of it may have run: see `LogindTracker`. */
  lingersToMs: number;
  state: SshSessionState;
  precision: TimePrecision;
  repaired: boolean;
  /** A VERBOSE line was seen: the terminals listed are all that its requests got. */
  verbose: boolean;
  terminals: TerminalUse[];
  requests: string[];
  logindIds: string[];
  /** A session of systemd-logind is, or may be, this one's: its lines tell when the last process ended. */
  knownToLogind: boolean;
  lines: DocumentRef[];
  lineCount: number;
}

/** A sudo or su line, or a sudo session of PAM of which the command line is missing. */
export interface CommandRecord {
  cluster: string;
  host: string;
  program: 'sudo' | 'su';
  /** Account that acted; absent where only PAM logged it and its words cannot be trusted. */
  account?: string;
  /** Accounts that it may have become: one, unless the text allows several. */
  runAs: string[];
  command?: string;
  tty?: string;
  pwd?: string;
  refusal?: string;
  denied: boolean;
  time: string;
  timeMs: number;
  timeToMs: number;
  precision: TimePrecision;
  repaired: boolean;
  pid?: string;
  /** While PAM may hold a session of it open, commands as `runAs` may come from it. */
  openedMs?: number;
  /** Last instant at which it may be open; Infinity while no line shows otherwise. */
  openToMs: number;
  lines: DocumentRef[];
}

/** Something else than SSH, sudo or su by which an account may act. */
export interface OtherPresence {
  kind: 'scheduled' | 'other_login' | 'before_log';
  /** Absent where the log does not tell: then it may be any. */
  account?: string;
  /** What it was, in words: `cron job`, `console login`. */
  what: string;
  fromMs: number;
  toMs: number;
}

/** Everything that is known of one host in the period read. */
export interface HostHistory {
  cluster: string;
  host: string;
  sessions: SessionRecord[];
  /** In order of time. */
  commands: CommandRecord[];
  others: OtherPresence[];
  /** Accounts of the host that may be one user to its kernel. */
  sameAccounts: Pick<SameAccounts, 'areSame'>;
}
