/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine, AuthlogRecord } from '../../authlog/authlog_record';
import { PartialLogins } from './partial_logins';
import { SharedValues } from './shared_values';
import { toSession } from './to_session';
import { MAX_SESSION_LINES, type SessionRecord } from './host_history';

type Of<Kind extends AuthlogRecord['kind']> = Extract<AuthlogRecord, { kind: Kind }>;

/** Time within which `session closed` and `Disconnected` are of one and the same end. */
const SAME_END_MS = 10_000;

/** Time from a login to the line by which a restart of the host becomes known. */
const JUST_BEFORE_MS = 60_000;

/** Accounts compare without regard to case: sshd logs what the client typed, PAM what the host knows. */
const keyOf = (account: string): string => account.toLowerCase();

const hasAccount = (session: SessionRecord, account: string): boolean =>
  [session.account, session.pamAccount ?? session.account].map(keyOf).includes(keyOf(account));

/** Time from `Accepted` to PAM's line of the same login. */
const OPENING_MS = 60_000;

/** The session had ended long before this line, which is then of another connection. */
const endedBefore = (session: SessionRecord, line: AuthlogLine): boolean =>
  session.endMs !== undefined && line.timeMs - session.latestMs > SAME_END_MS;

const addressOf = (ip: string, port: number): string => `${ip} ${port}`;

/** Rebuilds the SSH sessions of one host from its lines, which come in order of time. */
export class SessionTracker {
  readonly sessions: SessionRecord[] = [];
  private readonly ids = new Set<string>();
  /** Sessions of a pid that may be open, by account: PAM may know the account by another name. */
  private readonly byPid = new Map<string, Map<string, SessionRecord>>();
  private readonly byAddress = new Map<string, SessionRecord>();
  private readonly values = new SharedValues();
  private readonly partials = new PartialLogins();
  private readonly byChild = new Map<string, SessionRecord>();
  /** Sessions of which PAM has told that they were opened: it does so once. */
  private readonly opened = new WeakSet<SessionRecord>();

  constructor(
    private readonly cluster: string,
    private readonly host: string
  ) {}

  /** `Partial …`: one of several factors was proved. */
  partial(line: AuthlogLine, record: Of<'ssh_partial'>): void {
    this.partials.add(line, record);
  }

  /** `Accepted …`: a login. It ends whatever had its pid or its connection before. */
  accepted(line: AuthlogLine, record: Of<'ssh_accepted'>): SessionRecord {
    const address = addressOf(record.sourceIp, record.sourcePort);
    this.ofPid(line).forEach((before) => this.endUnlogged(before, line));
    if (line.pid !== undefined) this.byPid.delete(line.pid);
    this.endUnlogged(this.byAddress.get(address), line);
    const session = this.begin(line, record.account, record.method, true);
    session.key = record.key && this.values.key(record.key);
    session.certificate = record.certificate;
    session.sourceIp = this.values.text(record.sourceIp);
    session.sourcePort = record.sourcePort;
    this.byAddress.set(address, session);
    this.takeParts(session, line, record);
    return session;
  }

  /** The factors that were proved before the last one. */
  private takeParts(session: SessionRecord, line: AuthlogLine, record: Of<'ssh_accepted'>): void {
    const parts = this.partials.take(line, record);
    for (const part of parts) this.attach(session, part.line);
    const keys = parts.flatMap(({ record: { key, certificate } }) =>
      key ? [{ key: this.values.key(key), ...(certificate ? { certificate } : {}) }] : []
    );
    if (keys.length === 0) return;
    session.partialKeys = keys;
    if (!session.key)
      ({ key: session.key, certificate: session.certificate } = keys[keys.length - 1]);
  }

  /** `pam_unix(sshd:session): session opened|closed for user …`, of the pid that accepted the login. */
  pamSession(line: AuthlogLine, record: Of<'pam_session'>): void {
    const ofPid = this.ofPid(line);
    const known = ofPid.find((session) => hasAccount(session, record.account));
    if (record.action === 'opened') {
      const accepted = known ?? this.justAccepted(ofPid, line);
      if (accepted && accepted.endMs === undefined && this.isItsOpening(accepted, line)) {
        if (!known) accepted.pamAccount = this.values.text(record.account);
        this.opened.add(accepted);
        this.attach(accepted, line);
        return;
      }
      // The login line is missing: somebody is there, and nothing says who. The pid was used again.
      ofPid.forEach((before) => this.endUnlogged(before, line));
      this.opened.add(this.begin(line, record.account, 'unknown', true));
      return;
    }
    const session = known ?? this.recentEnd(line, record.account);
    this.end(session ?? this.begin(line, record.account, 'unknown', false), line);
    if (known && line.pid !== undefined) this.byPid.get(line.pid)?.delete(keyOf(known.account));
  }

  /** A disconnection after login, written by the child: joined by address and port. */
  disconnected(line: AuthlogLine, record: Of<'ssh_disconnected'>): void {
    if (record.preauth) return;
    const byAddress =
      record.sourcePort === undefined
        ? undefined
        : this.byAddress.get(addressOf(record.sourceIp, record.sourcePort));
    const found = byAddress ?? this.ofChild(line);
    const ofAccount = found && (record.account === undefined || hasAccount(found, record.account));
    const session = ofAccount && !endedBefore(found, line) ? found : undefined;
    if (session) {
      this.end(session, line);
      return;
    }
    // `authenticating` and `invalid` accounts never logged in, whatever mark is missing.
    if (record.account === undefined || record.accountState !== 'authenticated') return;
    const unseen = this.begin(line, record.account, 'unknown', false);
    unseen.sourceIp = record.sourceIp;
    unseen.sourcePort = record.sourcePort;
    this.end(unseen, line);
  }

  /** VERBOSE: what a connection asked for, and the terminal that it got. */
  request(line: AuthlogLine, record: Of<'ssh_request'>): void {
    const session = this.ofConnection(line, record.account, record.sourceIp, record.sourcePort);
    session.verbose = true;
    if (session.requests.length < MAX_SESSION_LINES) session.requests.push(record.what);
    this.attach(session, line);
    if (record.tty === undefined) return;
    session.terminals.push({
      tty: record.tty,
      channel: record.channel,
      line: { index: line.index, id: line.id },
      fromMs: line.timeMs,
      fromToMs: line.timeToMs,
      toMs: Infinity,
    });
  }

  /** VERBOSE: a channel was closed, and with it its terminal became free. */
  requestClosed(line: AuthlogLine, record: Of<'ssh_request_closed'>): void {
    const session = this.ofConnection(line, record.account, record.sourceIp, record.sourcePort);
    this.attach(session, line);
    for (const terminal of session.terminals) {
      if (terminal.toMs === Infinity && terminal.channel === record.channel) {
        terminal.toMs = line.timeToMs;
      }
    }
  }

  /** `User child is on pid N`: lines of that pid are of this session. */
  child(line: AuthlogLine, record: Of<'ssh_child'>): void {
    const [session] = this.ofPid(line);
    if (!session) return;
    this.attach(session, line);
    this.byChild.set(record.childPid, session);
  }

  /** Any other line of sshd: of the session whose pid it has, if there is one open. */
  other(line: AuthlogLine): void {
    const [session] = this.ofPid(line);
    if (session && session.endMs === undefined) this.attach(session, line);
  }

  /**
   * The host started anew: what was open before is open no more. Known from the first login after it, which
   * is therefore not meant.
   */
  rebooted(atMs: number): void {
    const before = this.sessions.filter(({ startToMs }) => startToMs < atMs - JUST_BEFORE_MS);
    const ended = new Set(before);
    for (const session of before) {
      session.latestMs = Math.min(session.latestMs, atMs);
      session.lingersToMs = Math.min(session.lingersToMs, atMs);
      if (session.state === 'open') session.state = 'end_not_logged';
    }
    for (const [address, session] of this.byAddress) {
      if (ended.has(session)) this.byAddress.delete(address);
    }
    for (const [child, session] of this.byChild) if (ended.has(session)) this.byChild.delete(child);
    for (const sessions of this.byPid.values()) {
      for (const [key, session] of sessions) if (ended.has(session)) sessions.delete(key);
    }
  }

  /** Adds a line to a session, once: one that made the session known is added already. */
  attach(session: SessionRecord, line: AuthlogLine): void {
    const last = session.lines[session.lines.length - 1];
    if (last?.id === line.id && last.index === line.index) return;
    session.lineCount += 1;
    if (line.repaired) session.repaired = true;
    if (session.lines.length < MAX_SESSION_LINES) {
      session.lines.push({ index: line.index, id: line.id });
    }
  }

  private ofConnection(
    line: AuthlogLine,
    account: string,
    ip: string,
    port: number
  ): SessionRecord {
    const address = addressOf(ip, port);
    const known = this.byAddress.get(address);
    if (known && hasAccount(known, account) && known.endMs === undefined) return known;
    const session = this.begin(line, account, 'unknown', false);
    session.sourceIp = ip;
    session.sourcePort = port;
    this.byAddress.set(address, session);
    return session;
  }

  /** The one login of this pid that PAM has not told of yet. */
  private justAccepted(ofPid: SessionRecord[], line: AuthlogLine): SessionRecord | undefined {
    const waiting = ofPid.filter((session) => this.isItsOpening(session, line));
    return waiting.length === 1 ? waiting[0] : undefined;
  }

  private isItsOpening(session: SessionRecord, line: AuthlogLine): boolean {
    return !this.opened.has(session) && line.timeMs - session.startToMs <= OPENING_MS;
  }

  private ofPid(line: AuthlogLine): SessionRecord[] {
    return line.pid === undefined ? [] : [...(this.byPid.get(line.pid)?.values() ?? [])];
  }

  private ofChild(line: AuthlogLine): SessionRecord | undefined {
    if (line.pid === undefined) return undefined;
    return this.byChild.get(line.pid) ?? this.ofPid(line)[0];
  }

  /** The end of a session whose beginning was not read, of which another line told just before. */
  private recentEnd(line: AuthlogLine, account: string): SessionRecord | undefined {
    for (let i = this.sessions.length - 1; i >= 0 && i >= this.sessions.length - 50; i -= 1) {
      const session = this.sessions[i];
      if (
        hasAccount(session, account) &&
        session.endMs !== undefined &&
        !endedBefore(session, line)
      ) {
        // The same line delivered again.
        if (session.pid !== undefined && session.pid === line.pid) return session;
        if (session.startedAt !== undefined || session.pid !== undefined) continue;
        session.pid = line.pid;
        return session;
      }
    }
    return undefined;
  }

  private begin(
    line: AuthlogLine,
    account: string,
    method: string,
    startLogged: boolean
  ): SessionRecord {
    const name = `${this.cluster}/${this.host}/${line.pid ?? '-'}/${line.time}`;
    const id = this.ids.has(name) ? `${name}/${line.id}` : name;
    this.ids.add(id);
    const session = toSession(line, startLogged, {
      id,
      cluster: this.cluster,
      host: this.host,
      account: this.values.text(account),
      method: this.values.text(method),
    });
    this.attach(session, line);
    this.sessions.push(session);
    if (startLogged && line.pid !== undefined) {
      const ofPid = this.byPid.get(line.pid) ?? new Map<string, SessionRecord>();
      this.byPid.set(line.pid, ofPid.set(keyOf(account), session));
    }
    return session;
  }

  private end(session: SessionRecord, line: AuthlogLine): void {
    this.attach(session, line);
    // Several lines tell of one end; the last of them is the last moment at which it may have been open.
    session.endMs = line.timeMs;
    session.endedAt = line.time;
    session.latestMs = line.timeToMs;
    session.state = 'closed';
  }

  /** Its pid or its connection is somebody else's now: it has ended some time before. */
  private endUnlogged(session: SessionRecord | undefined, line: AuthlogLine): void {
    if (!session || session.endMs !== undefined) return;
    // Of a login without an hour: it may as well be the later one.
    if (session.precision === 'hour_unknown' && line.timeMs < session.startToMs) return;
    session.state = 'end_not_logged';
    session.latestMs = Math.min(session.latestMs, line.timeToMs);
  }
}
