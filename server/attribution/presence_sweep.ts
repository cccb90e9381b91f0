/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AttributionCandidate, AttributionReason } from '../../common/attribution/attribution';
import { personKey } from '../directory/person_spellings';
import {
  MAY_OUTLIVE_MS,
  type CommandRecord,
  type HostHistory,
  type OtherPresence,
  type SessionRecord,
} from '../ssh_access/history/host_history';
import { OutlivedCommands } from './outlived_commands';
import { quoted, reason } from './reason';
import { reasonsOfSession } from './session_reasons';

/** Commands that may hold one account open, looked at for one question. */
const MAX_OPEN_COMMANDS = 500;

/** A moment at which somebody acted on a host. */
export interface Moment {
  fromMs: number;
  toMs: number;
  /** Account that acted; absent means any. */
  account?: string;
  /** A process with a terminal: no scheduled job has one. */
  hasTerminal: boolean;
  /** Which terminal, where it is known. */
  tty?: string;
  /** Scheduled jobs count as possible actors. */
  jobsCount: boolean;
  /** The command that asks, which is no actor of itself. */
  self?: CommandRecord;
}

/** Everybody who may have acted at a moment. */
export interface PossibleActors {
  candidates: AttributionCandidate[];
  /** Candidates of whom only a process that outlived their session can have acted. */
  outlived: number;
  /** Who may have left a process behind in the account with sudo or su that has ended: possible beside others. */
  leftBehind: AttributionCandidate[];
  /** Sessions among them, open or lingering. */
  sessions: SessionRecord[];
  /** Sessions of any account: who may hold a terminal. */
  there: { open: SessionRecord[]; lingering: SessionRecord[] };
  reasons: AttributionReason[];
  /** Sessions of the account that had ended before: hints where nobody was there. */
  ended: SessionRecord[];
}

/** Who was behind a session or an earlier command, for the sweep to hand on. */
export interface KnownActors {
  ofSession(session: SessionRecord): readonly AttributionCandidate[];
  ofCommand(command: CommandRecord): readonly AttributionCandidate[];
}

const isSpelt = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * Goes through one host's history in order of time and says who may have acted at each moment asked for.
 * Moments must be asked in ascending order of `fromMs`.
 */
export class PresenceSweep {
  private readonly sessions: SessionRecord[];
  private readonly commands: readonly CommandRecord[];
  private readonly others: OtherPresence[];
  private readonly sameAccounts: HostHistory['sameAccounts'];
  private nextSession = 0;
  private nextCommand = 0;
  private nextOther = 0;
  private activeSessions: SessionRecord[] = [];
  private activeCommands: CommandRecord[] = [];
  private activeOthers: OtherPresence[] = [];
  private readonly outlived: OutlivedCommands;

  /**
   * @param commandsKnownFromMs lines of sudo and su before this were not read: who was logged in already may
   *   have become anybody
   */
  constructor(
    history: HostHistory,
    private readonly known: KnownActors,
    private readonly commandsKnownFromMs = -Infinity
  ) {
    this.sessions = [...history.sessions].sort((a, b) => a.earliestMs - b.earliestMs);
    this.commands = history.commands;
    this.outlived = new OutlivedCommands(
      new Map(history.sessions.map((session) => [session.id, session]))
    );
    this.sameAccounts = history.sameAccounts;
    this.others = [...history.others].sort((a, b) => a.fromMs - b.fromMs);
  }

  /** Who may have acted. */
  at(moment: Moment): PossibleActors {
    this.advance(moment);
    const actors: PossibleActors = {
      candidates: [],
      outlived: 0,
      leftBehind: [],
      sessions: [],
      there: { open: [], lingering: [] },
      reasons: [],
      ended: [],
    };
    for (const session of this.activeSessions) this.addSession(session, moment, actors);
    this.addCommands(moment, actors);
    this.addLeftBehind(moment, actors);
    for (const other of this.activeOthers) this.addOther(other, moment, actors);
    return actors;
  }

  private advance({ fromMs, toMs }: Moment): void {
    while (
      this.nextSession < this.sessions.length &&
      this.sessions[this.nextSession].earliestMs <= toMs
    ) {
      this.activeSessions.push(this.sessions[this.nextSession++]);
    }
    while (
      this.nextCommand < this.commands.length &&
      this.commands[this.nextCommand].timeMs <= toMs
    ) {
      const command = this.commands[this.nextCommand++];
      if (!command.denied) this.activeCommands.push(command);
    }
    while (this.nextOther < this.others.length && this.others[this.nextOther].fromMs <= toMs) {
      this.activeOthers.push(this.others[this.nextOther++]);
    }
    this.activeSessions = this.activeSessions.filter(
      ({ latestMs, lingersToMs }) => Math.max(latestMs, lingersToMs) + MAY_OUTLIVE_MS >= fromMs
    );
    this.activeCommands = this.activeCommands.filter((command) => {
      const isOpen = command.openToMs >= fromMs;
      if (!isOpen) this.outlived.add(command, this.known.ofCommand(command));
      return isOpen;
    });
    this.activeOthers = this.activeOthers.filter((other) => other.toMs >= fromMs);
  }

  private addSession(session: SessionRecord, moment: Moment, actors: PossibleActors): void {
    if (session.earliestMs > moment.toMs) return;
    const open = session.latestMs >= moment.fromMs;
    const lingers = !open && session.lingersToMs >= moment.fromMs;
    if (open) actors.there.open.push(session);
    if (lingers) actors.there.lingering.push(session);
    if (!this.isOfAccount(session, moment.account)) {
      if ((open || lingers) && session.earliestMs < this.commandsKnownFromMs) {
        this.addBegunBefore(session, moment, actors);
      }
      return;
    }
    // Only systemd-logind tells when the last process of a session ended, where it knows the session.
    const unbounded = !open && !lingers && !session.knownToLogind && !moment.hasTerminal;
    if (!open && !lingers && !unbounded) {
      actors.ended.push(session);
      return;
    }
    actors.sessions.push(session);
    const behind = this.known.ofSession(session);
    actors.candidates.push(...behind);
    this.addOtherName(session, moment, actors);
    if (unbounded) actors.outlived += behind.length;
    actors.reasons.push(...reasonsOfSession(session, lingers, unbounded));
  }

  /** sshd logs what the client typed, PAM what the host knows: an account may have two names. */
  private isOfAccount(session: SessionRecord, account: string | undefined): boolean {
    return (
      this.isSame(session.account, account) ||
      (session.pamAccount !== undefined && this.isSame(session.pamAccount, account))
    );
  }

  private isSame(a: string, b: string | undefined): boolean {
    return b === undefined || this.sameAccounts.areSame(a, b);
  }

  private addOtherName(session: SessionRecord, { account }: Moment, actors: PossibleActors): void {
    const names = [session.account, session.pamAccount ?? session.account];
    if (account === undefined || names.some((name) => isSpelt(name, account))) return;
    actors.reasons.push(
      reason(
        'account_same_user',
        `By its uid or its earlier name, the account ${quoted(session.account)} was the same user as ${quoted(account)} on the host.`
      )
    );
  }

  /** Somebody who was there before what was read of sudo and su. */
  private addBegunBefore(session: SessionRecord, moment: Moment, actors: PossibleActors): void {
    actors.candidates.push(...this.known.ofSession(session));
    actors.reasons.push(
      reason(
        'session_began_before_log',
        `The session of ${quoted(session.account)} from ${quoted(session.sourceIp ?? 'an address not logged')} began before the lines of sudo and su that were read: it may have become ${quoted(moment.account ?? 'another account')} then.`
      )
    );
  }

  private addCommands(moment: Moment, actors: PossibleActors): void {
    let looked = 0;
    for (const command of this.activeCommands) {
      const before =
        command !== moment.self &&
        command.timeMs <= moment.toMs &&
        (moment.self === undefined || this.isBefore(command, moment.self));
      if (!before || !command.runAs.some((target) => this.isSame(target, moment.account))) continue;
      looked += 1;
      if (looked > MAX_OPEN_COMMANDS) {
        actors.candidates.push({});
        break;
      }
      const behind = this.known.ofCommand(command);
      actors.candidates.push(...(behind.length > 0 ? behind : [{}]));
      actors.reasons.push(
        reason(
          'acted_through_sudo_or_su',
          `${quoted(command.account ?? 'Somebody')} had become ${quoted(moment.account ?? command.runAs.join(' or '))} with ${command.program} at ${command.time}.`
        )
      );
    }
  }

  /** Whoever has a session of their own is possible anyway: this is for what acts as one account. */
  private addLeftBehind(
    { account, fromMs, hasTerminal, tty }: Moment,
    actors: PossibleActors
  ): void {
    if (account === undefined || (hasTerminal && tty === undefined)) return;
    const nameOf = ({ person }: AttributionCandidate) => person && personKey(person);
    const there = new Set(actors.candidates.map(nameOf));
    const found = this.outlived.at(fromMs, (each) => this.isSame(each, account), tty);
    for (const { candidate, command } of found) {
      if (there.has(nameOf(candidate))) continue;
      actors.leftBehind.push(candidate);
      actors.reasons.push(
        reason(
          'process_may_outlive_session',
          `${quoted(command.account ?? 'Somebody')} had become ${quoted(account)} with ${command.program} at ${command.time}; that had ended, but a process put into the background may still have run.`
        )
      );
    }
  }

  private isBefore(command: CommandRecord, self: CommandRecord): boolean {
    // Where one of the times is not exact, which came first is not known.
    if (command.precision !== 'exact' || self.precision !== 'exact') {
      return command.timeMs <= self.timeToMs;
    }
    return command.timeMs < self.timeMs || this.indexOf(command) < this.indexOf(self);
  }

  private indices?: Map<CommandRecord, number>;

  private indexOf(command: CommandRecord): number {
    this.indices ??= new Map(this.commands.map((each, i) => [each, i]));
    return this.indices.get(command) ?? 0;
  }

  private addOther(other: OtherPresence, moment: Moment, actors: PossibleActors): void {
    if (other.account !== undefined && !this.isSame(other.account, moment.account)) return;
    if (other.fromMs > moment.toMs || other.toMs < moment.fromMs) return;
    if (other.kind === 'scheduled' && (moment.hasTerminal || !moment.jobsCount)) return;
    actors.candidates.push({});
    const account = quoted(other.account ?? 'an account that was not logged');
    switch (other.kind) {
      case 'scheduled':
        actors.reasons.push(
          reason('scheduled_job_possible', `At that moment ${other.what} ran as ${account}.`)
        );
        break;
      case 'other_login':
        actors.reasons.push(
          reason('session_without_ssh', `At that moment there was ${other.what}, as ${account}.`)
        );
        break;
      case 'before_log':
        actors.reasons.push(
          reason('session_began_before_log', `There was ${other.what}, as ${account}.`)
        );
        break;
    }
  }
}
