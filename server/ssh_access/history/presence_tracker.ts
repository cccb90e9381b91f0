/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine, AuthlogRecord } from '../../authlog/authlog_record';
import { BusyPeriods } from './busy_periods';
import type { OtherPresence } from './host_history';

type PamSession = Extract<AuthlogRecord, { kind: 'pam_session' }>;

/** PAM services of schedulers: cron of Debian and of Red Hat, at. */
const SCHEDULERS = new Set(['cron', 'crond', 'atd', 'anacron']);

/** PAM services that hold no process of a person: the manager that systemd starts for each user. */
const NOT_A_LOGIN = new Set(['systemd-user', 'systemd']);

/** Time within which systemd-logind tells of a job's session. */
const JUST_BEGUN_MS = 60_000;

/** How long something may be open yet whose end may be that of another. */
const REPEATED_MS = 24 * 3_600_000;

/** Logins and jobs of one host that are neither SSH nor sudo nor su. */
export class PresenceTracker {
  readonly others: OtherPresence[] = [];
  private readonly held = new BusyPeriods();
  private readonly lastJob = new Map<string, number>();

  /** A line of PAM of any other service. */
  pamSession(line: AuthlogLine, record: PamSession): void {
    if (NOT_A_LOGIN.has(record.service)) return;
    const key = `${record.service} ${record.account}`;
    if (record.action === 'closed') {
      // A line that may have come twice is perhaps no second end.
      const toMs = line.perhapsRepeated ? line.timeToMs + REPEATED_MS : line.timeToMs;
      this.held.close(key, toMs, { pid: line.pid });
      return;
    }
    const scheduled = SCHEDULERS.has(record.service);
    if (scheduled) this.lastJob.set(record.account, line.timeMs);
    const presence: OtherPresence = {
      kind: scheduled ? 'scheduled' : 'other_login',
      account: record.account,
      what: scheduled ? `a job of ${record.service}` : `a session of ${record.service}`,
      fromMs: line.timeMs,
      toMs: Infinity,
    };
    this.others.push(presence);
    this.held.open(key, { closedBy: (toMs) => (presence.toMs = toMs) }, line.pid);
  }

  /** Whether a scheduled job of this account has just begun. */
  jobJustBegan(account: string, atMs: number): boolean {
    const began = this.lastJob.get(account);
    return began !== undefined && atMs - began <= JUST_BEGUN_MS;
  }

  /** The host started anew. */
  rebooted(atMs: number): void {
    this.held.closeAll(atMs);
  }
}
