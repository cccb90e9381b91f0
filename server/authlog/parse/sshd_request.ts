/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';
import { ADDRESS, nameOf } from './sshd_place';

// LogLevel VERBOSE. OpenSSH session.c, do_exec(): "Starting session: %s%s%s for %s from %.200s port %d id %d",
// and session_close(). The command that a key forces may be any text: sshd's own words end the line.

const REQUEST = new RegExp(
  String.raw`^([\s\S]{1,8000}) for (\S{1,400}) from (${ADDRESS}) port (\d{1,5}) id (\d{1,9})$`
);
const REQUEST_CLOSED = new RegExp(
  String.raw`^user (\S{1,400}) from (${ADDRESS}) port (\d{1,5}) id (\d{1,9})$`
);
/** A terminal ends what was asked for; a forced command and a subsystem end with a quote. */
const ON_TERMINAL = / on ([\w./-]{1,100})$/;
const CHILD = /^\d{1,10}$/;

/** After `Starting session: `. */
export function readRequest(rest: string): AuthlogRecord | undefined {
  const match = REQUEST.exec(rest);
  if (!match) return undefined;
  const [, asked, account, sourceIp, port, channel] = match;
  const terminal = ON_TERMINAL.exec(asked);
  return {
    kind: 'ssh_request',
    what: terminal ? asked.slice(0, terminal.index) : asked,
    ...(terminal ? { tty: terminal[1] } : {}),
    account: nameOf(account),
    sourceIp,
    sourcePort: Number(port),
    channel: Number(channel),
  };
}

/** After `Close session: `. */
export function readRequestClosed(rest: string): AuthlogRecord | undefined {
  const match = REQUEST_CLOSED.exec(rest);
  if (!match) return undefined;
  const [, account, sourceIp, port, channel] = match;
  return {
    kind: 'ssh_request_closed',
    account: nameOf(account),
    sourceIp,
    sourcePort: Number(port),
    channel: Number(channel),
  };
}

/** After `User child is on pid `. */
export function readChild(rest: string): AuthlogRecord | undefined {
  return CHILD.test(rest) ? { kind: 'ssh_child', childPid: rest } : undefined;
}
