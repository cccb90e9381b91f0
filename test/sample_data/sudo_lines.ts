/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AttributionStatus } from '../../common/attribution/attribution';
import type { AuthlogLine } from './authlog_line';
import type { ClusterNode } from './clusters';
import { MILLISECOND, type Micros } from './instants';
import { sudoRsMessages } from './sudo_rs';

/** What can be said of who did something, from both logs and the directory and nothing else. */
export interface Verdict {
  expected: AttributionStatus;
  /** Persons who may have done it, by e-mail address. */
  candidates: readonly string[];
}

/** A command that somebody runs as somebody else. */
export interface SudoCommand {
  /** After the login, in microseconds. */
  after: Micros;
  command: string;
  runAs?: string;
  directory?: string;
  /** Why sudo refused it. */
  refused?: string;
  /** `su -` instead of sudo. */
  su?: boolean;
  /** Who runs it, when it is not the account of the login: root, after `sudo -i`. */
  account?: string;
  /** The terminal, when it is not that of the login; `none` for a command in the background. */
  terminal?: string;
  /** How long it runs: a shell stays open. */
  lasts?: Micros;
  /** `sudo -i`. */
  login?: boolean;
  /** When more, or less, can be said than of the login itself. */
  verdict?: Verdict;
}

/** Who types it, and where. */
export interface SudoSetting {
  account: string;
  uid: number;
  terminal?: string;
  from: Micros;
}

const UIDS: Record<string, number> = { root: 0, postgres: 114 };

/** sudo cuts a longer line into several, at a blank (sudo: lib/eventlog/eventlog.c, do_syslog). */
const LONGEST_LINE = 951;
const LONGEST_CONTINUATION = 933;

const SHORT_COMMAND = 120 * MILLISECOND;
const SHORT_SU = 95_000 * MILLISECOND;

function suLines(node: ClusterNode, setting: SudoSetting, command: SudoCommand): AuthlogLine[] {
  const { account, uid, terminal = 'none', from } = setting;
  const at = from + command.after;
  const pid = 20_000 + (Math.floor(at / MILLISECOND) % 60_000);
  const write = (after: Micros, message: string): AuthlogLine => ({
    node,
    at: at + after,
    ident: 'su',
    pid,
    message,
  });
  if (command.refused) return [write(0, `FAILED SU (to root) ${account} on ${terminal}`)];
  return [
    write(0, `(to root) ${account} on ${terminal}`),
    write(
      400,
      `pam_unix(su-l:session): session opened for user root(uid=0) by ${account}(uid=${uid})`
    ),
    write(command.lasts ?? SHORT_SU, 'pam_unix(su-l:session): session closed for user root'),
  ];
}

/** Cuts what stands after `account : ` as sudo does. */
function cutLine(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  let longest = LONGEST_LINE;
  while (rest.length > longest) {
    const blank = rest.lastIndexOf(' ', longest);
    const end = blank > 0 ? blank : longest;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
    longest = LONGEST_CONTINUATION;
  }
  return [...pieces, rest];
}

/** The lines that tell of the command itself. sudo sets the name in a column of eight. */
function sudoMessages({ account, terminal }: SudoSetting, command: SudoCommand): string[] {
  const parts = [
    ...(command.refused ? [command.refused] : []),
    ...(terminal ? [`TTY=${terminal}`] : []),
    `PWD=${command.directory ?? toHome(account)}`,
    `USER=${command.runAs ?? 'root'}`,
    `COMMAND=${command.command}`,
  ];
  const name = account.padStart(8);
  return cutLine(parts.join(' ; ')).map((piece, i) =>
    i === 0 ? `${name} : ${piece}` : `${name} : (command continued) ${piece}`
  );
}

function toHome(account: string): string {
  return account === 'root' ? '/root' : `/home/${account}`;
}

/** Who runs a command of a session, and where. */
function toSetting(setting: SudoSetting, command: SudoCommand): SudoSetting {
  const account = command.account ?? setting.account;
  const terminal = command.terminal ?? setting.terminal;
  return {
    ...setting,
    account,
    uid: command.account === undefined ? setting.uid : (UIDS[account] ?? 1002),
    terminal: terminal === 'none' ? undefined : terminal,
  };
}

/** Writes the lines of one command of sudo or su. sudo logs no process id. */
export function sudoLines(
  node: ClusterNode,
  session: SudoSetting,
  command: SudoCommand
): AuthlogLine[] {
  const setting = toSetting(session, command);
  if (command.su) return suLines(node, setting, command);
  const { account, uid, terminal, from } = setting;
  const runAs = command.runAs ?? 'root';
  const at = from + command.after;
  const write = (after: Micros, message: string): AuthlogLine => ({
    node,
    at: at + after,
    ident: 'sudo',
    message,
  });
  const rs = node.sudo === 'sudo-rs';
  // sudo-rs logs no refusal of its own: only its user reads of it.
  if (rs && command.refused) return [];
  const messages = rs
    ? sudoRsMessages({
        account,
        terminal,
        directory: command.directory ?? toHome(account),
        runAs,
        command: command.command,
      })
    : sudoMessages(setting, command);
  const asked = messages.map((message, i) => write(i * 50, message));
  if (command.refused) return asked;
  const pam = `pam_unix(${command.login ? 'sudo-i' : 'sudo'}:session): session`;
  const opened = `${pam} opened for user ${runAs}(uid=${UIDS[runAs] ?? 1003}) by ${account}(uid=${uid})`;
  return [
    ...asked,
    // sudo-rs opens the session first, and logs the command when it is about to run.
    write(rs ? -400 : 700, opened),
    write(command.lasts ?? SHORT_COMMAND, `${pam} closed for user ${runAs}`),
  ];
}
