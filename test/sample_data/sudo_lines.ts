/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from './authlog_line';
import type { ClusterNode } from './clusters';
import { MILLISECOND, type Micros } from './instants';

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
}

/** Who types it, and where. */
export interface SudoSetting {
  account: string;
  uid: number;
  terminal?: string;
  from: Micros;
}

const UIDS: Record<string, number> = { root: 0, postgres: 114 };

/** sudo writes a longer command in several lines; this is where it cuts. */
const LONGEST_COMMAND = 940;

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
    write(95_000 * MILLISECOND, 'pam_unix(su-l:session): session closed for user root'),
  ];
}

/** Writes the lines of one command of sudo or su. sudo logs no process id. */
export function sudoLines(
  node: ClusterNode,
  setting: SudoSetting,
  command: SudoCommand
): AuthlogLine[] {
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
  const parts = [
    ...(command.refused ? [command.refused] : []),
    ...(terminal ? [`TTY=${terminal}`] : []),
    `PWD=${command.directory ?? `/home/${account}`}`,
    `USER=${runAs}`,
    `COMMAND=${command.command.slice(0, LONGEST_COMMAND)}`,
  ];
  // sudo sets the name in a column of eight.
  const name = account.padStart(8);
  const rest = command.command.slice(LONGEST_COMMAND);
  const continued = rest ? [write(50, `${name} : (command continued) ${rest}`)] : [];
  const asked = [write(0, `${name} : ${parts.join(' ; ')}`), ...continued];
  if (command.refused) return asked;
  const session = 'pam_unix(sudo:session): session';
  return [
    ...asked,
    write(
      700,
      `${session} opened for user ${runAs}(uid=${UIDS[runAs] ?? 1003}) by ${account}(uid=${uid})`
    ),
    write(120 * MILLISECOND, `${session} closed for user ${runAs}`),
  ];
}
