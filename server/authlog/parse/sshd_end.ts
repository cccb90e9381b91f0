/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';
import { ADDRESS } from './sshd_login';

type Disconnected = Extract<AuthlogRecord, { kind: 'ssh_disconnected' }>;

/** Words by which sshd tells the end of a connection, longest first (OpenSSH packet.c, serverloop.c). */
const BEGINNINGS: ReadonlyArray<[string, Disconnected['how']]> = [
  ['Timeout, client not responding from ', 'timeout'],
  ['Received disconnect from ', 'received_disconnect'],
  ['Connection closed by ', 'closed'],
  ['Connection reset by ', 'reset'],
  ['Disconnected from ', 'disconnected'],
  ['Disconnecting ', 'disconnected'],
  ['ssh_dispatch_run_fatal: Connection from ', 'closed'],
  ['ssh_packet_write_poll: Connection from ', 'closed'],
  ['packet_write_wait: Connection from ', 'closed'],
  ['packet_write_poll: Connection to ', 'closed'],
];

const PREAUTH = ' [preauth]';

/** sshd: "%s%s%s %s port %d", the account between `user ` and the address. */
const WHOM = new RegExp(
  String.raw`^(?:(authenticating user|invalid user|user) ([\s\S]{0,4000}) )?(${ADDRESS}) port (\d{1,5})(?=$|:| )`
);
const WITHOUT_PORT = new RegExp(String.raw`^(${ADDRESS})(?:: [\s\S]*)?$`);

const STATES = {
  user: 'authenticated',
  'authenticating user': 'authenticating',
  'invalid user': 'invalid',
} as const;

/** The line tells an end, or begins like one that does. */
export function beginsLikeEnd(message: string): boolean {
  return BEGINNINGS.some(([words]) => message.startsWith(words));
}

/** The end of a connection, before or after login. */
export function readEnd(message: string): Disconnected | undefined {
  const beginning = BEGINNINGS.find(([words]) => message.startsWith(words));
  if (!beginning) return undefined;
  const [words, how] = beginning;
  const preauth = message.endsWith(PREAUTH);
  const rest = message.slice(words.length, preauth ? -PREAUTH.length : undefined);
  const match = WHOM.exec(rest);
  if (match) {
    const [, state, account, sourceIp, port] = match;
    return {
      kind: 'ssh_disconnected',
      how,
      preauth,
      ...(state === undefined
        ? {}
        : { account, accountState: STATES[state as keyof typeof STATES] }),
      sourceIp,
      sourcePort: Number(port),
    };
  }
  const old = WITHOUT_PORT.exec(rest);
  if (!old) return undefined;
  return { kind: 'ssh_disconnected', how, preauth, sourceIp: old[1] };
}
