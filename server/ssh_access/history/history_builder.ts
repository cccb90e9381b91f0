/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine, ParsedMessage } from '../../authlog/authlog_record';
import { CommandTracker } from './command_tracker';
import { FoldedRepeats } from './folded_repeats';
import { MAY_OUTLIVE_MS, type HostHistory, type SessionRecord } from './host_history';
import { LogindTracker } from './logind_tracker';
import { PresenceTracker } from './presence_tracker';
import { SameAccounts } from './same_accounts';
import { SessionTracker } from './session_tracker';

/** PAM services of sudo and su: `sudo`, `sudo-i`, `su`, `su-l`, `sudo-rs`, `runuser` is none of them. */
const SUDO_OR_SU = /^(?:sudo(?:-i|-rs)?|su(?:-l)?|su-rs)$/;

/** Rebuilds what happened on one host from its lines, which come in order of time. Pure but for its state. */
export class HistoryBuilder {
  private readonly sessions: SessionTracker;
  private readonly commands: CommandTracker;
  private readonly presences = new PresenceTracker();
  private readonly logind = new LogindTracker();
  private readonly sameAccounts = new SameAccounts();

  constructor(
    private readonly cluster: string,
    private readonly host: string,
    private readonly commandsKnownFromMs = -Infinity,
    private readonly repeats = new FoldedRepeats()
  ) {
    this.sessions = new SessionTracker(cluster, host);
    this.commands = new CommandTracker(cluster, host, (atMs) => this.somebodyFromBefore(atMs));
  }

  /** Takes the next line. */
  add(line: AuthlogLine, parsed: ParsedMessage): void {
    const times = this.repeats.of(parsed);
    for (let time = 0; time < times; time += 1) this.take(line, parsed.record);
  }

  private take(line: AuthlogLine, record: ParsedMessage['record']): void {
    switch (record.kind) {
      case 'ssh_accepted':
        this.sessions.accepted(line, record);
        break;
      case 'ssh_partial':
        this.sessions.partial(line, record);
        break;
      case 'ssh_disconnected':
        this.sessions.disconnected(line, record);
        break;
      case 'ssh_request':
        this.sessions.request(line, record);
        break;
      case 'ssh_request_closed':
        this.sessions.requestClosed(line, record);
        break;
      case 'ssh_child':
        this.sessions.child(line, record);
        break;
      case 'pam_session':
        if (record.uid !== undefined) this.sameAccounts.hasUid(record.account, record.uid);
        if (record.service === 'sshd') this.sessions.pamSession(line, record);
        else if (SUDO_OR_SU.test(record.service)) this.commands.pamSession(line, record);
        else this.presences.pamSession(line, record);
        break;
      case 'sudo_command':
        this.commands.sudo(line, record);
        break;
      case 'sudo_continued':
        this.commands.continued(line, record);
        break;
      case 'su':
        this.commands.su(line, record);
        break;
      case 'account_change':
        this.sameAccounts.changed(record);
        break;
      case 'logind_new': {
        const job = this.presences.jobJustBegan(record.account, line.timeMs);
        if (this.logind.begin(line, record, this.sessions.sessions, job)) this.reboot(line.timeMs);
        break;
      }
      case 'logind_removed':
        this.logind.removed(line, record);
        break;
      case 'other':
        if (line.ident.startsWith('sshd')) this.sessions.other(line);
        break;
      default:
        break;
    }
  }

  /** What was found. Call once, after the last line. */
  finish(): HostHistory {
    this.logind.finish();
    const commands = this.commands.commands.sort((a, b) => a.timeMs - b.timeMs);
    return {
      cluster: this.cluster,
      host: this.host,
      sessions: this.sessions.sessions,
      commands,
      others: [...this.commands.others, ...this.presences.others, ...this.logind.others],
      sameAccounts: this.sameAccounts,
    };
  }

  private before?: SessionRecord[];

  /** Somebody who logged in before the lines of sudo and su were read may still be there, or a process of theirs. */
  private somebodyFromBefore(atMs: number): boolean {
    this.before ??= this.sessions.sessions.filter(
      ({ earliestMs }) => earliestMs < this.commandsKnownFromMs
    );
    return this.before.some(
      (session) =>
        session.latestMs >= atMs ||
        this.logind.mayLinger(session) ||
        (session.logindIds.length !== 1 && session.latestMs + MAY_OUTLIVE_MS >= atMs)
    );
  }

  private reboot(atMs: number): void {
    this.sessions.rebooted(atMs);
    this.commands.rebooted(atMs);
    this.presences.rebooted(atMs);
    this.logind.rebooted(atMs);
  }
}
