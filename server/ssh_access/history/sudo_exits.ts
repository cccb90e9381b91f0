/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from '../../authlog/authlog_record';
import type { CommandRecord } from './host_history';

// sudo 1.9.8 on, with log_exit_status: when a command ends, its line is written again with how it ended
// (lib/eventlog/eventlog.c, new_logline(): ` ; SIGNAL=` and ` ; EXIT=` after the command).

/** What follows the command. An argument can imitate it: then it follows no command that began before. */
const ENDED = / ; (?:SIGNAL=[A-Z0-9+]{1,20}|(?:SIGNAL=[A-Z0-9+]{1,20} ; )?EXIT=\d{1,10})$/;

/** Commands looked back at: whoever writes such lines by the thousand has no command among the last ones. */
const MAX_LOOKED_AT = 2_000;

/** Tells the ends of sudo's commands, which log_exit_status adds, from commands. */
export class SudoExits {
  private readonly ended = new WeakSet<CommandRecord>();

  /**
   * The command of which this line tells the end: an earlier one that is the same in everything, and of which no
   * end was told. Undefined where there is none: then the line counts as a command, whatever its last words.
   */
  commandOf(
    line: AuthlogLine,
    facts: Pick<CommandRecord, 'account' | 'runAs' | 'command' | 'tty' | 'pwd' | 'denied'>,
    commands: readonly CommandRecord[]
  ): CommandRecord | undefined {
    const match = facts.denied ? null : ENDED.exec((facts.command ?? '').slice(-80));
    if (!match) return undefined;
    const text = facts.command?.slice(0, -match[0].length);
    const first = Math.max(0, commands.length - MAX_LOOKED_AT);
    for (let i = commands.length - 1; i >= first; i -= 1) {
      const command = commands[i];
      if (
        command.command === text &&
        command.program === 'sudo' &&
        !command.denied &&
        command.account === facts.account &&
        command.tty === facts.tty &&
        command.pwd === facts.pwd &&
        command.runAs.some((account) => facts.runAs.includes(account)) &&
        (command.pid === undefined || line.pid === undefined || command.pid === line.pid) &&
        // The same end, delivered again.
        (!this.ended.has(command) || line.perhapsRepeated === true)
      ) {
        this.ended.add(command);
        return command;
      }
    }
    return undefined;
  }
}
