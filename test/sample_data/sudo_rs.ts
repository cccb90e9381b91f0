/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A command as sudo-rs knows it. */
export interface SudoRsCommand {
  account: string;
  /** `pts/0`; absent without a terminal. */
  terminal?: string;
  directory: string;
  runAs: string;
  command: string;
}

// sudo-rs 0.2.14 and, in these respects, every version since 0.2.0: src/sudo/pipeline.rs (log_command_execution),
// src/common/command.rs (Display), src/log/syslog.rs.

/** Longest message; a longer one goes into several, at a blank. */
const LONGEST_MESSAGE = 960;
const GOES_ON = ' [...]';
const WENT_ON = '[...] ';

/** Rust's `escape_default`: what is not printable ASCII as `\u{…}`, quotes with a backslash. */
function escapeDefault(text: string): string {
  return Array.from(text, (char) => {
    if (char === '\t') return '\\t';
    if (char === '\n') return '\\n';
    if (char === '\r') return '\\r';
    if (char === "'" || char === '"' || char === '\\') return `\\${char}`;
    return /[ -~]/.test(char) ? char : `\\u{${char.codePointAt(0)?.toString(16)}}`;
  }).join('');
}

function cutMessage(head: string, rest: string): string[] {
  const messages: string[] = [];
  let line = head;
  let left = rest;
  while (line.length + left.length > LONGEST_MESSAGE) {
    const available = LONGEST_MESSAGE - line.length;
    const blank = left.lastIndexOf(' ', available - 1);
    const end = blank > 0 ? blank : available;
    messages.push(line + left.slice(0, end) + GOES_ON);
    line = WENT_ON;
    left = left.slice(end);
  }
  return [...messages, line + left];
}

/**
 * The lines that sudo-rs logs of a command. The terminal has its whole path, there is a blank too many without
 * one, a command without arguments ends in a blank, and the account stands in no column.
 */
export function sudoRsMessages(asked: SudoRsCommand): string[] {
  const { account, terminal, directory, runAs, command } = asked;
  const tty = terminal === undefined ? '' : `TTY=/dev/${terminal} ;`;
  const end = command.indexOf(' ');
  const path = end < 0 ? command : command.slice(0, end);
  const words = end < 0 ? '' : command.slice(end + 1);
  const head = `${account} : ${tty} PWD=${escapeDefault(directory)} ; USER=${runAs} ; COMMAND=${escapeDefault(path)} `;
  return cutMessage(head, escapeDefault(words));
}
