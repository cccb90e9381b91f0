/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimePrecision } from '../../common/api/ssh_sessions';

/** A document of authlog as the reader hands it on, repaired where its time stamp was misread. */
export interface AuthlogLine {
  index: string;
  id: string;
  cluster: string;
  host: string;
  /** Program, without pid: `sshd`, `sshd-session`, `sudo`, …; often empty for PAM lines of systemd. */
  ident: string;
  pid?: string;
  message: string;
  /** Earliest instant, in milliseconds. */
  timeMs: number;
  /** Latest instant, in milliseconds: equal to `timeMs` where the time is exact. */
  timeToMs: number;
  /** ISO 8601 with all the digits of the log, or as exact as could be repaired. */
  time: string;
  precision: TimePrecision;
  repaired: boolean;
  /** Order of delivery: decides between lines of the same instant. */
  order: number;
  /** One that is the same came before, to the second and without pid: another one, or this one delivered again. */
  perhapsRepeated?: boolean;
}

/** Key material that sshd names in a login line. */
export interface LoggedKey {
  /** `ED25519`, `RSA`, `ECDSA`, `ED25519-SK`, `ED25519-CERT`, … */
  type: string;
  /** `SHA256:…` (or `MD5:…` of old servers). */
  fingerprint: string;
}

export interface LoggedCertificate {
  id: string;
  serial: string;
  caType?: string;
  caFingerprint?: string;
}

/** What a line says. `kind` tells them apart; a field is present exactly when the line has it. */
export type AuthlogRecord =
  | {
      kind: 'ssh_accepted';
      method: string;
      account: string;
      sourceIp: string;
      sourcePort: number;
      key?: LoggedKey;
      certificate?: LoggedCertificate;
    }
  | {
      /** One of several factors was proved; `Accepted` follows where the last one is, too. */
      kind: 'ssh_partial';
      method: string;
      account: string;
      sourceIp: string;
      sourcePort: number;
      key?: LoggedKey;
      certificate?: LoggedCertificate;
    }
  | {
      /** `Failed password for …`, `Failed publickey for …`, … */
      kind: 'ssh_failed';
      method: string;
      account: string;
      invalidAccount: boolean;
      sourceIp: string;
      sourcePort?: number;
      key?: LoggedKey;
    }
  | { kind: 'ssh_invalid_user'; account: string; sourceIp: string; sourcePort?: number }
  | { kind: 'ssh_not_allowed'; account: string; sourceIp?: string; why: string }
  | {
      kind: 'ssh_max_attempts';
      account: string;
      invalidAccount: boolean;
      sourceIp: string;
      sourcePort?: number;
    }
  | {
      /** The connection ended: before login (`preauth`) or after it. */
      kind: 'ssh_disconnected';
      how: 'received_disconnect' | 'disconnected' | 'closed' | 'reset' | 'timeout';
      preauth: boolean;
      account?: string;
      /** `authenticating user` or `invalid user`, where the line says so. */
      accountState?: 'authenticated' | 'authenticating' | 'invalid';
      sourceIp: string;
      sourcePort?: number;
    }
  | {
      /** LogLevel VERBOSE: what the client asked for, and on which terminal. */
      kind: 'ssh_request';
      what: string;
      tty?: string;
      account: string;
      sourceIp: string;
      sourcePort: number;
      channel?: number;
    }
  | {
      /** LogLevel VERBOSE: `Close session: user … from … port … id …`. */
      kind: 'ssh_request_closed';
      account: string;
      sourceIp: string;
      sourcePort: number;
      channel?: number;
    }
  | { kind: 'ssh_child'; childPid: string }
  /** Another complaint of sshd about a login: `Certificate invalid: expired`, `Authentication refused: …`. */
  | { kind: 'ssh_error'; what: string; sourceIp?: string; sourcePort?: number }
  | {
      kind: 'pam_session';
      service: string;
      action: 'opened' | 'closed';
      account: string;
      uid?: string;
      byAccount?: string;
      byUid?: string;
    }
  | {
      kind: 'pam_auth_failure';
      service: string;
      account?: string;
      /** Account that asked, for sudo and su. */
      ruser?: string;
      logname?: string;
      rhost?: string;
      tty?: string;
      /** `2 more authentication failures;` counts more than once. */
      failures: number;
    }
  | {
      kind: 'sudo_command';
      account: string;
      /** Absent where the text allows several: then `runAsCandidates`. */
      runAs?: string;
      runAsCandidates?: string[];
      runAsGroup?: string;
      tty?: string;
      pwd?: string;
      /** sudo's words: `command not allowed`, `3 incorrect password attempts`, … */
      refusal?: string;
      command?: string;
    }
  /** The rest of a long line. `account` is empty for sudo-rs, whose further pieces name none. */
  | { kind: 'sudo_continued'; account: string; text: string }
  | { kind: 'su'; from: string; to: string; tty?: string; success: boolean }
  | { kind: 'logind_new'; session: string; account: string; class?: string }
  | { kind: 'logind_logged_out'; session: string }
  | { kind: 'logind_removed'; session: string }
  /** useradd, usermod, passwd, groupadd …: an account or group was changed. */
  | { kind: 'account_change'; program: string; what: string; account?: string }
  /** Nothing that a view rests on: `Server listening on …`, pam_env, other programs. */
  | { kind: 'other' }
  /** A line that begins like one of the above and cannot be read: counted and shown. */
  | { kind: 'unreadable'; why: string };

/** A record and how often the log says that it happened (`message repeated N times: [ … ]`). */
export interface ParsedMessage {
  record: AuthlogRecord;
  repeats: number;
}
