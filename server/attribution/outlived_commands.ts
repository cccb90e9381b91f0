/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AttributionCandidate } from '../../common/attribution/attribution';
import { personKey } from '../directory/person_spellings';
import {
  MAY_OUTLIVE_MS,
  type CommandRecord,
  type SessionRecord,
} from '../ssh_access/history/host_history';
import { toTerminal } from './terminal_tie';

/** Programs that keep a terminal of their own when sudo or su has ended: terminal multiplexers. */
const MULTIPLEXER = /\b(?:tmux|screen|byobu|zellij|dtach|abduco|mosh-server)\b/;

/** Somebody of whom a process may have been left behind in another account. */
interface LeftBehind {
  candidate: AttributionCandidate;
  command: CommandRecord;
  /** Last instant at which a process without a terminal may have run. */
  untilMs: number;
  /** Last instant at which the terminal of the command may have been that of the session behind it. */
  onTerminalToMs: number;
  tty: string | undefined;
  /** Only PAM told of it: its terminal is not known. */
  ttyNotLogged: boolean;
  multiplexer: boolean;
  /** From when to when the session behind it had ended, but not its last process: it may be a multiplexer. */
  lingersFromMs: number;
  lingersToMs: number;
}

/** Somebody who may have acted by a process that sudo or su left behind. */
export interface OutlivedCommand {
  candidate: AttributionCandidate;
  command: CommandRecord;
}

/**
 * Remembers who had become which account with sudo or su that has ended since. PAM closes its session when sudo or
 * su ends; a process put into the background there runs on as that account. One entry a person, account and terminal,
 * however many commands there were.
 */
export class OutlivedCommands {
  private readonly byAccount = new Map<string, Map<string, LeftBehind>>();

  /** @param sessions of the host: how long the one behind a command may have held its terminal, and its processes ran */
  constructor(private readonly sessions: ReadonlyMap<string, SessionRecord>) {}

  /**
   * A command that has ended.
   *
   * @param behind who ran it
   */
  add(command: CommandRecord, behind: readonly AttributionCandidate[]): void {
    if (command.openToMs === -Infinity) return;
    const multiplexer = MULTIPLEXER.test((command.command ?? '').slice(0, 4096));
    for (const candidate of behind.length > 0 ? behind : [{}]) {
      const session =
        candidate.sessionId === undefined ? undefined : this.sessions.get(candidate.sessionId);
      const left: LeftBehind = {
        candidate,
        command,
        untilMs: runsTo(command, session),
        onTerminalToMs: session ? session.latestMs : command.openToMs + MAY_OUTLIVE_MS,
        tty: toTerminal(command.tty),
        ttyNotLogged: command.account === undefined,
        multiplexer,
        lingersFromMs: session?.latestMs ?? Infinity,
        lingersToMs: session?.lingersToMs ?? -Infinity,
      };
      const key = JSON.stringify([
        candidate.person === undefined ? null : personKey(candidate.person),
        left.tty ?? null,
        left.ttyNotLogged,
        multiplexer,
      ]);
      for (const account of command.runAs) this.remember(account.toLowerCase(), key, left);
    }
  }

  private remember(account: string, key: string, left: LeftBehind): void {
    const ofAccount = this.byAccount.get(account) ?? new Map<string, LeftBehind>();
    this.byAccount.set(account, ofAccount);
    const before = ofAccount.get(key);
    ofAccount.set(
      key,
      before
        ? {
            ...(before.untilMs > left.untilMs ? before : left),
            untilMs: Math.max(before.untilMs, left.untilMs),
            onTerminalToMs: Math.max(before.onTerminalToMs, left.onTerminalToMs),
            lingersFromMs: Math.min(before.lingersFromMs, left.lingersFromMs),
            lingersToMs: Math.max(before.lingersToMs, left.lingersToMs),
          }
        : left
    );
  }

  /**
   * Who may act as an account by a process left behind.
   *
   * @param isSame whether an account that was become is the one that acts
   * @param tty terminal of what acts: then a process left behind is on the terminal of its sudo, while the session
   *   behind that is open, or in a multiplexer
   */
  at(
    fromMs: number,
    isSame: (account: string) => boolean,
    tty: string | undefined
  ): OutlivedCommand[] {
    const found: OutlivedCommand[] = [];
    for (const [account, ofAccount] of this.byAccount) {
      if (!isSame(account)) continue;
      for (const [key, left] of ofAccount) {
        if (left.untilMs < fromMs && left.onTerminalToMs < fromMs) ofAccount.delete(key);
        const possible =
          tty === undefined || left.multiplexer
            ? left.untilMs >= fromMs
            : ((left.tty === tty || left.ttyNotLogged) && left.onTerminalToMs >= fromMs) ||
              (left.lingersFromMs < fromMs && left.lingersToMs >= fromMs);
        if (possible) found.push(left);
      }
    }
    return found;
  }
}

/** Processes of a command run on until systemd-logind removes the session behind it, where it knows that. */
function runsTo({ openToMs }: CommandRecord, session: SessionRecord | undefined): number {
  if (!session) return openToMs + MAY_OUTLIVE_MS;
  const { latestMs, lingersToMs, knownToLogind } = session;
  if (knownToLogind) return Math.max(latestMs, lingersToMs);
  return Math.max(latestMs, lingersToMs, openToMs) + MAY_OUTLIVE_MS;
}
