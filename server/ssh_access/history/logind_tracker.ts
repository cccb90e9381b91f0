/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine, AuthlogRecord } from '../../authlog/authlog_record';
import type { OtherPresence, SessionRecord } from './host_history';

type Of<Kind extends AuthlogRecord['kind']> = Extract<AuthlogRecord, { kind: Kind }>;

/** Time from the login line to systemd-logind's own: pam_systemd runs within the login. */
const LOGIN_MS = 60_000;

/** Logins looked at for one line of systemd-logind. */
const MAX_LOOKED_AT = 200;

interface LogindSession {
  sessions: SessionRecord[];
  presence?: OtherPresence;
}

/**
 * Follows the sessions of systemd-logind, which removes one when its last process has ended: until then a
 * background command may run on after the SSH session (`Session 7 logged out. Waiting for processes to
 * exit.` … `Removed session 7.`).
 */
export class LogindTracker {
  readonly others: OtherPresence[] = [];
  private readonly open = new Map<string, LogindSession>();
  private readonly removedIds = new Set<string>();
  private readonly waiting = new Map<SessionRecord, Set<string>>();

  /**
   * `New session N of user X.`
   *
   * @param logins sessions of the host so far, in order of their lines
   * @param scheduled whether a scheduled job of this account has just begun: it may have a session too
   * @returns true when the numbering began anew, which only a restart of the host does
   */
  begin(
    line: AuthlogLine,
    record: Of<'logind_new'>,
    logins: readonly SessionRecord[],
    scheduled: boolean
  ): boolean {
    // systemd-logind tells of the sessions it knows again when it is restarted itself.
    if (this.open.has(record.session)) return false;
    const restarted = this.removedIds.has(record.session);
    if (restarted) {
      this.open.clear();
      this.removedIds.clear();
      this.waiting.clear();
    }
    const candidates: SessionRecord[] = [];
    for (let i = logins.length - 1; i >= 0 && i >= logins.length - MAX_LOOKED_AT; i -= 1) {
      const login = logins[i];
      const near = line.timeMs - login.startToMs <= LOGIN_MS && login.earliestMs <= line.timeToMs;
      const untied = login.startedAt !== undefined && login.logindIds.length === 0;
      const open = login.endMs === undefined || login.latestMs >= line.timeMs;
      if (near && untied && open && login.account === record.account) candidates.push(login);
    }
    const session: LogindSession = { sessions: candidates };
    // Logins that began together: each may be this one, so each waits for all of them.
    for (const login of candidates) {
      login.knownToLogind = true;
      const ids = this.waiting.get(login) ?? new Set<string>();
      this.waiting.set(login, ids.add(record.session));
    }
    if (candidates.length === 1) candidates[0].logindIds.push(record.session);
    if (candidates.length === 0 && !scheduled) {
      session.presence = {
        kind: 'other_login',
        account: record.account,
        what: 'a session of systemd-logind without an SSH login',
        fromMs: line.timeMs,
        toMs: Infinity,
      };
      this.others.push(session.presence);
    }
    this.open.set(record.session, session);
    return restarted;
  }

  /** `Removed session N.`: its last process has ended. */
  removed(line: AuthlogLine, record: Of<'logind_removed'>): void {
    this.removedIds.add(record.session);
    const session = this.open.get(record.session);
    this.open.delete(record.session);
    if (!session) {
      this.others.push({
        kind: 'before_log',
        what: 'a session that began before what was read',
        fromMs: -Infinity,
        toMs: line.timeToMs,
      });
      return;
    }
    if (session.presence) session.presence.toMs = line.timeToMs;
    for (const login of session.sessions) {
      const ids = this.waiting.get(login);
      ids?.delete(record.session);
      if (ids && ids.size > 0) continue;
      this.waiting.delete(login);
      login.lingersToMs = line.timeToMs;
      if (login.endMs === undefined) {
        login.endMs = line.timeMs;
        login.endedAt = line.time;
        login.latestMs = line.timeToMs;
        login.state = 'closed';
      }
    }
  }

  /** Sessions of which a process may still run at the end of what was read. */
  finish(): void {
    for (const login of this.waiting.keys()) login.lingersToMs = Infinity;
  }

  /** The host started anew. */
  rebooted(atMs: number): void {
    for (const other of this.others) other.toMs = Math.min(other.toMs, atMs);
  }
}
