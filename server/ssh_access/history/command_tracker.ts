/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine, AuthlogRecord } from '../../authlog/authlog_record';
import { parseMessage } from '../../authlog/parse_message';
import { BusyPeriods } from './busy_periods';
import type { CommandRecord, OtherPresence } from './host_history';
import { SudoExits } from './sudo_exits';

type Of<Kind extends AuthlogRecord['kind']> = Extract<AuthlogRecord, { kind: Kind }>;

/** Time from sudo's own line to the one of PAM: both are written before the command runs. */
const PAM_MS = 60_000;

/** Time within which PAM's line may come before sudo's. */
const BEFORE_MS = 2_000;

/** How long a command may hold an account open where no line of PAM tells. */
const WITHOUT_PAM_MS = 24 * 3_600_000;

/** sudo cuts a command into pieces of this many bytes (sudo: MAXSYSLOGLEN), at a blank where there is one. */
const PIECE_LENGTH = 900;

/** `sudo -l` and `sudo -v` run nothing (sudoers: log format). */
const ONLY_ASKS = new Set(['list', 'validate']);

/** Lines kept of one command. */
const MAX_COMMAND_LINES = 20;

/** Longest command kept: the lines hold the rest. */
const MAX_COMMAND_LENGTH = 65_536;

const SECOND_MS = 1_000;

/** One line may be delivered with the fraction of its second and without. */
const isOfSecond = ({ timeMs }: AuthlogLine, otherMs: number): boolean =>
  Math.floor(timeMs / SECOND_MS) === Math.floor(otherMs / SECOND_MS);

/** Commands looked back at for one line. */
const MAX_LOOKED_AT = 200;

/** Collects sudo and su of one host, and how long each may have held its target account open. */
export class CommandTracker {
  readonly commands: CommandRecord[] = [];
  readonly others: OtherPresence[] = [];
  private readonly held = new BusyPeriods();
  private readonly exits = new SudoExits();
  /** The command of which pieces may follow. */
  private last?: { command: CommandRecord; message: string };

  /** @param somebodyFromBefore whether somebody may hold an account since before lines of sudo and su were read */
  constructor(
    private readonly cluster: string,
    private readonly host: string,
    private readonly somebodyFromBefore: (atMs: number) => boolean = () => false
  ) {}

  /** A line of sudo. */
  sudo(line: AuthlogLine, record: Of<'sudo_command'>): void {
    const runAs = record.runAsCandidates ?? [record.runAs ?? 'root'];
    const facts = {
      account: record.account,
      runAs,
      command: record.command,
      tty: record.tty,
      pwd: record.pwd,
      refusal: record.refusal,
      denied: record.refusal !== undefined,
    };
    const early = this.recent(
      line,
      BEFORE_MS,
      (command) =>
        command.account === undefined &&
        command.program === 'sudo' &&
        runAs.includes(command.runAs[0]) &&
        (command.pid === undefined || line.pid === undefined || command.pid === line.pid)
    );
    if (early && !facts.denied) {
      Object.assign(early, facts);
      this.addLine(early, line);
      return;
    }
    const ended = this.exits.commandOf(line, facts, this.commands);
    if (ended) {
      this.addLine(ended, line);
      return;
    }
    const again = this.repeatedOf(line, 'sudo', facts);
    if (again) this.addLine(again, line);
    const command = again ?? this.toCommand(line, 'sudo', facts);
    if (!again) this.commands.push(command);
    this.last = { command, message: line.message };
  }

  /** The rest of a long command: put together and read anew, since a piece may hold half of the fields. */
  continued(line: AuthlogLine, record: Of<'sudo_continued'>): void {
    const { last } = this;
    // The pieces of sudo-rs name no account.
    const ofAccount = record.account === '' || record.account === last?.command.account;
    if (!last || !ofAccount || line.timeMs - last.command.timeToMs > BEFORE_MS) return;
    // The same piece again, as far as can be told.
    if (line.perhapsRepeated && last.message.endsWith(record.text)) return;
    const cutInWord = !last.message.slice(-PIECE_LENGTH).includes(' ');
    last.message = `${last.message}${cutInWord ? '' : ' '}${record.text}`.slice(
      0,
      MAX_COMMAND_LENGTH
    );
    this.addLine(last.command, line);
    const whole = parseMessage('sudo', last.message).record;
    if (whole.kind !== 'sudo_command') return;
    const { command } = last;
    // What PAM has told since is surer than what the text allows.
    const told = command.openedMs !== undefined;
    if (!told) command.runAs = whole.runAsCandidates ?? [whole.runAs ?? 'root'];
    command.command = whole.command;
    command.pwd = whole.pwd;
  }

  /** A line of su. */
  su(line: AuthlogLine, record: Of<'su'>): void {
    const facts = {
      account: record.from,
      runAs: [record.to],
      tty: record.tty,
      denied: !record.success,
    };
    const again = this.repeatedOf(line, 'su', facts);
    if (again) this.addLine(again, line);
    else this.commands.push(this.toCommand(line, 'su', facts));
  }

  /** `pam_unix(sudo:session)`, `sudo-i`, `su`, `su-l`: the target account is held open, or no more. */
  pamSession(line: AuthlogLine, record: Of<'pam_session'>): void {
    const program = record.service.startsWith('sudo') ? 'sudo' : 'su';
    const key = `${program} ${record.account}`;
    if (record.action === 'closed') {
      // It may be the end of one that began before, or later that day, or one that was told before: then those that
      // were seen to begin may be open still.
      const mayBeAnothers =
        line.perhapsRepeated === true ||
        (line.pid === undefined &&
          (line.precision === 'hour_unknown' || this.somebodyFromBefore(line.timeMs)));
      const doubtMs = mayBeAnothers ? WITHOUT_PAM_MS : undefined;
      if (this.held.close(key, line.timeToMs, { pid: line.pid, doubtMs })) return;
      this.others.push({
        kind: 'before_log',
        account: record.account,
        what: `a ${program} session that began before what was read`,
        fromMs: -Infinity,
        toMs: line.timeToMs,
      });
      return;
    }
    const again = this.openedAgain(line, program, record.account);
    if (again) {
      // As many ends as beginnings close it, whether it was one or two.
      this.addLine(again, line);
      this.held.open(key, { closedBy: (toMs) => (again.openToMs = toMs) });
      return;
    }
    const known = this.recent(
      line,
      PAM_MS,
      (command) =>
        command.program === program &&
        !command.denied &&
        command.openedMs === undefined &&
        command.runAs.includes(record.account) &&
        (command.pid === undefined || line.pid === undefined || command.pid === line.pid)
    );
    // PAM's own words for who asked come from LOGNAME, which the caller sets: they are not used.
    const command =
      known ??
      this.toCommand(line, program, { account: undefined, runAs: [record.account], denied: false });
    if (!known) this.commands.push(command);
    if (known) this.addLine(known, line);
    if (known && known.runAs.length > 1) known.runAs = [record.account];
    command.openedMs = line.timeMs;
    command.openToMs = Infinity;
    this.held.open(key, { closedBy: (toMs) => (command.openToMs = toMs) }, line.pid);
  }

  /** The host started anew. */
  rebooted(atMs: number): void {
    this.held.closeAll(atMs);
  }

  /** The command of a line that may be the same one again: of one second, text and terminal it counts once. */
  private repeatedOf(
    line: AuthlogLine,
    program: 'sudo' | 'su',
    facts: Pick<CommandRecord, 'account' | 'runAs' | 'tty'> & Partial<CommandRecord>
  ): CommandRecord | undefined {
    // Of lines without an hour, two that are alike are hours apart.
    if (!line.perhapsRepeated || line.precision === 'hour_unknown') return undefined;
    return this.recent(
      line,
      SECOND_MS,
      (command) =>
        command.program === program &&
        isOfSecond(line, command.timeMs) &&
        command.account === facts.account &&
        command.tty === facts.tty &&
        command.pwd === facts.pwd &&
        command.refusal === facts.refusal &&
        command.command === facts.command &&
        command.runAs[0] === facts.runAs[0]
    );
  }

  /** The command that a session of PAM was opened for, where this line may be the same one again. */
  private openedAgain(
    line: AuthlogLine,
    program: 'sudo' | 'su',
    account: string
  ): CommandRecord | undefined {
    if (!line.perhapsRepeated || line.precision === 'hour_unknown') return undefined;
    return this.recent(
      line,
      PAM_MS,
      (command) =>
        command.program === program &&
        command.openedMs !== undefined &&
        isOfSecond(line, command.openedMs) &&
        command.runAs.includes(account)
    );
  }

  private recent(
    line: AuthlogLine,
    withinMs: number,
    fits: (command: CommandRecord) => boolean
  ): CommandRecord | undefined {
    const first = Math.max(0, this.commands.length - MAX_LOOKED_AT);
    for (let i = this.commands.length - 1; i >= first; i -= 1) {
      const command = this.commands[i];
      if (line.timeMs - command.timeToMs > withinMs) return undefined;
      if (fits(command)) return command;
    }
    return undefined;
  }

  private addLine(command: CommandRecord, line: AuthlogLine): void {
    if (command.lines.length < MAX_COMMAND_LINES) {
      // A pushed array has room for seventeen; most commands have three lines.
      command.lines = [...command.lines, { index: line.index, id: line.id }];
    }
  }

  private toCommand(
    line: AuthlogLine,
    program: 'sudo' | 'su',
    facts: Pick<CommandRecord, 'account' | 'runAs' | 'denied'> &
      Partial<Pick<CommandRecord, 'command' | 'tty' | 'pwd' | 'refusal'>>
  ): CommandRecord {
    // Written out, every field in its place: with a spread V8 keeps a shape for each of a million commands.
    return {
      cluster: this.cluster,
      host: this.host,
      program,
      account: facts.account,
      runAs: facts.runAs,
      command: facts.command,
      tty: facts.tty,
      pwd: facts.pwd,
      refusal: facts.refusal,
      denied: facts.denied,
      time: line.time,
      timeMs: line.timeMs,
      timeToMs: line.timeToMs,
      precision: line.precision,
      repaired: line.repaired,
      pid: line.pid,
      openedMs: undefined,
      openToMs:
        facts.denied || ONLY_ASKS.has(facts.command ?? '')
          ? -Infinity
          : line.timeToMs + WITHOUT_PAM_MS,
      lines: [{ index: line.index, id: line.id }],
    };
  }
}
