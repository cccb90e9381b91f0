/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine, AuthlogRecord } from '../../authlog/authlog_record';
import type { OtherPresence, SessionRecord } from './host_history';

type Of<Kind extends AuthlogRecord['kind']> = Extract<AuthlogRecord, { kind: Kind }>;

/** Time from the login line to systemd-logind's own: pam_systemd runs within the login. */
const LOGIN_MS = 60_000;

/** Classes that hold no login (systemd: pam_systemd, class): the user's own manager, a login screen. */
const NO_PERSON = /^(?:manager|manager-early|greeter|lock-screen|none)$/;

/** Classes of jobs. */
const BACKGROUND = /^background/;

const isOf = ({ account, pamAccount }: SessionRecord, name: string): boolean =>
  account.toLowerCase() === name.toLowerCase() || pamAccount?.toLowerCase() === name.toLowerCase();

/** Time within which a clock that is set, or whole seconds, may put the end of a session before its beginning. */
const OUT_OF_ORDER_MS = 2_000;

/** Logins looked at for one line of systemd-logind. */
const MAX_LOOKED_AT = 200;

interface LogindSession {
  /** Logins that it may be of. */
  sessions: SessionRecord[];
  /** A scheduled job may have it instead: then its end is nobody's. */
  ofJob: boolean;
  /**
   * It was told of again while it was open. systemd-logind does so of all sessions when it is started anew itself; or the
   * host stopped without a line, and this is another session with its number.
   */
  toldAgain: boolean;
  presence?: OtherPresence;
}

/** Logins that a session of systemd-logind may be of: just begun, of its account, and not known to be another's. */
function loginsOf(
  line: AuthlogLine,
  account: string,
  logins: readonly SessionRecord[]
): SessionRecord[] {
  const found: SessionRecord[] = [];
  for (let i = logins.length - 1; i >= 0 && i >= logins.length - MAX_LOOKED_AT; i -= 1) {
    const login = logins[i];
    if (line.timeMs - login.startToMs > LOGIN_MS || login.earliestMs > line.timeToMs) continue;
    const untied = login.startedAt !== undefined && login.logindIds.length === 0;
    const open = login.endMs === undefined || login.latestMs >= line.timeMs;
    if (untied && open && isOf(login, account)) found.push(login);
  }
  return found;
}

/**
 * Follows the sessions of systemd-logind, which removes one when its last process has ended: until then a
 * background command may run on after the SSH session (`Session 7 logged out. Waiting for processes to
 * exit.` … `Removed session 7.`).
 */
export class LogindTracker {
  readonly others: OtherPresence[] = [];
  private readonly open = new Map<string, LogindSession>();
  /** Sessions that were seen to begin and to end. */
  private readonly endedIds = new Set<string>();
  /** Sessions that were seen to end only. */
  private readonly unseen = new Map<string, OtherPresence>();
  /** Sessions that are no person's: `systemd --user` of somebody, the login screen. */
  private readonly ignored = new Set<string>();
  private readonly tied = new Map<SessionRecord, Set<LogindSession>>();
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
    if (NO_PERSON.test(record.class ?? '')) {
      this.ignored.add(record.session);
      return false;
    }
    // Only a count that begins anew; `c1` counts from each start of systemd-logind. A line that may be out of
    // its place, or there twice, proves nothing; nor does an end without a beginning, which may be of a session
    // from before the log, or this one's, where the clock was set back.
    const restarted =
      this.endedIds.has(record.session) &&
      /^\d+$/.test(record.session) &&
      line.precision === 'exact' &&
      !line.perhapsRepeated;
    if (restarted) {
      // Until the host stopped, their processes may have run.
      for (const login of this.waiting.keys()) login.lingersToMs = line.timeToMs;
      this.open.clear();
      this.endedIds.clear();
      this.unseen.clear();
      this.waiting.clear();
    }
    const candidates = loginsOf(line, record.account, logins);
    const ofJob = scheduled || BACKGROUND.test(record.class ?? '');
    const known = this.open.get(record.session);
    const session: LogindSession = known ?? { sessions: [], ofJob: false, toldAgain: false };
    session.sessions.push(...candidates);
    session.ofJob ||= ofJob;
    session.toldAgain = known !== undefined;
    // Logins that began together: each may be this one, so each waits for all of them.
    for (const login of candidates) {
      if (!ofJob) login.knownToLogind = true;
      const ids = this.waiting.get(login) ?? new Set<string>();
      this.waiting.set(login, ids.add(record.session));
      this.tied.set(login, (this.tied.get(login) ?? new Set()).add(session));
    }
    if (known) return false;
    if (candidates.length === 1 && !ofJob) candidates[0].logindIds.push(record.session);
    if (candidates.length === 0 && !ofJob) {
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
    this.endedJustBefore(line, record.session, session);
    return restarted;
  }

  /** The end of a session of a second or less may stand before its beginning. */
  private endedJustBefore(line: AuthlogLine, id: string, session: LogindSession): void {
    const end = this.unseen.get(id);
    if (!end || line.timeMs - end.toMs > OUT_OF_ORDER_MS) return;
    this.unseen.delete(id);
    this.others.splice(this.others.indexOf(end), 1);
    this.open.delete(id);
    this.endedIds.add(id);
    this.processesEnded(line, id, session);
  }

  /** `Removed session N.`: its last process has ended. */
  removed(line: AuthlogLine, record: Of<'logind_removed'>): void {
    if (this.ignored.delete(record.session)) return;
    const session = this.open.get(record.session);
    if (!session) {
      // The same line delivered again tells nothing new.
      if (this.endedIds.has(record.session) || this.unseen.has(record.session)) return;
      const presence: OtherPresence = {
        kind: 'before_log',
        what: 'a session that began before what was read',
        fromMs: -Infinity,
        toMs: line.timeToMs,
      };
      this.unseen.set(record.session, presence);
      this.others.push(presence);
      return;
    }
    this.open.delete(record.session);
    this.endedIds.add(record.session);
    const ended = this.processesEnded(line, record.session, session);
    // Which of several logins, or whether one at all, has ended is not known.
    if (session.sessions.length !== 1 || session.ofJob || session.toldAgain) return;
    for (const login of ended) {
      if (login.endMs !== undefined) continue;
      login.endMs = line.timeMs;
      login.endedAt = line.time;
      login.latestMs = line.timeToMs;
      login.state = 'closed';
    }
  }

  /** @returns the logins of which no session is left */
  private processesEnded(line: AuthlogLine, id: string, session: LogindSession): SessionRecord[] {
    if (session.presence) session.presence.toMs = line.timeToMs;
    return session.sessions.filter((login) => {
      const ids = this.waiting.get(login);
      ids?.delete(id);
      if (ids && ids.size > 0) return false;
      this.waiting.delete(login);
      login.lingersToMs = line.timeToMs;
      return true;
    });
  }

  /** It has not said of a login's session that its last process ended. */
  mayLinger(login: SessionRecord): boolean {
    return this.waiting.has(login);
  }

  /** Sessions of which a process may still run at the end of what was read. */
  finish(): void {
    for (const login of this.waiting.keys()) login.lingersToMs = Infinity;
    for (const [login, sessions] of this.tied) {
      const rivals = new Set([...sessions].flatMap((session) => session.sessions));
      // More logins than sessions of systemd-logind: it told of some of them only.
      if (rivals.size > sessions.size) login.knownToLogind = false;
    }
  }

  /** The host started anew. */
  rebooted(atMs: number): void {
    for (const other of this.others) other.toMs = Math.min(other.toMs, atMs);
  }
}
