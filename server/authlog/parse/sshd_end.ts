/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';
import { ADDRESS, nameOf, placesIn, theOnly } from './sshd_place';

type Disconnected = Extract<AuthlogRecord, { kind: 'ssh_disconnected' }>;
type How = Disconnected['how'];

// OpenSSH packet.c, sshpkt_fmt_connection_id(): "%.200s%s%s port %d", the first one `user x`, `authenticating
// user x` or `invalid user x`, and sshpkt_vfatal(), ssh_packet_disconnect(); serverloop.c; sshd.c.

const PREAUTH = ' [preauth]';

const STATES = {
  user: 'authenticated',
  'authenticating user': 'authenticating',
  'invalid user': 'invalid',
} as const;

const STATE = '(authenticating user|invalid user|user)';
/** The end of the line names the address: whatever an account imitates stands before it. */
const WHOM_LAST = new RegExp(
  String.raw`^(?:${STATE} ([\s\S]{0,4000}) )?(${ADDRESS}) port (\d{1,5})$`
);
/** Text follows; the account exists, and is not what the client likes. */
const WHOM_FIRST = new RegExp(
  String.raw`^(?:(authenticating user|user) (.{0,400}?) )?(${ADDRESS}) port (\d{1,5})(?=$|:)`
);
const PLACE = new RegExp(String.raw` (${ADDRESS}) port (\d{1,5})(?=$|: )`, 'g');
const WITHOUT_PORT = new RegExp(String.raw`^(${ADDRESS})(?:: [\s\S]*)?$`);

/** Text of the client after the address: it may imitate one. */
const TEXT_OF_CLIENT = ': Change of username or service not allowed: (';

const TAGGED = /^[\w.]{1,64}: (?:[\w. ]{1,64}: )?Connection (?:from|to) /;

function found(
  how: How,
  preauth: boolean,
  [, state, account, sourceIp, port]: readonly string[]
): Disconnected {
  return {
    kind: 'ssh_disconnected',
    how,
    preauth,
    ...(state === undefined
      ? {}
      : { account: nameOf(account), accountState: STATES[state as keyof typeof STATES] }),
    sourceIp,
    sourcePort: Number(port),
  };
}

/** `user ubuntu 198.51.100.7 port 51515`, and nothing after it. */
function readLast(how: How, whole: string, cut: boolean): Disconnected | undefined {
  const preauth = whole.endsWith(PREAUTH);
  const text = preauth ? whole.slice(0, -PREAUTH.length) : whole;
  const match = cut ? null : WHOM_LAST.exec(text);
  if (match) return found(how, preauth, match);
  const old = WITHOUT_PORT.exec(text);
  return old ? { kind: 'ssh_disconnected', how, preauth, sourceIp: old[1] } : undefined;
}

/** `invalid user x 198.51.100.7 port 51515: text`. */
function readFirst(how: How, whole: string, cut: boolean): Disconnected | undefined {
  const preauth = whole.endsWith(PREAUTH);
  const text = preauth ? whole.slice(0, -PREAUTH.length) : whole;
  const match = WHOM_FIRST.exec(text);
  if (match) return found(how, preauth, match);
  if (!text.startsWith('invalid user ')) {
    const old = WITHOUT_PORT.exec(text);
    return old ? { kind: 'ssh_disconnected', how, preauth, sourceIp: old[1] } : undefined;
  }
  const places = cut ? undefined : placesIn(text.slice(12), PLACE);
  if (!places || places.length === 0) return undefined;
  const place = text.includes(TEXT_OF_CLIENT) ? theOnly(places) : places[places.length - 1];
  if (!place) return undefined;
  const { before, sourceIp, sourcePort } = place;
  const account = nameOf(before.slice(1));
  return {
    kind: 'ssh_disconnected',
    how,
    preauth,
    account,
    accountState: 'invalid',
    sourceIp,
    sourcePort,
  };
}

/** The end of a connection: what the words mean, and how the rest is read. */
const WORDS: ReadonlyArray<readonly [string, How, typeof readLast]> = [
  ['Received disconnect from ', 'received_disconnect', readFirst],
  ['Disconnected from ', 'disconnected', readLast],
  ['Connection closed by ', 'closed', readLast],
  ['Connection reset by ', 'reset', readLast],
  ['Disconnecting ', 'disconnected', readFirst],
  ['Timeout, client not responding from ', 'timeout', readLast],
  ['Read error from remote host ', 'reset', readFirst],
];

const TIMED_OUT = ' timed out';
const TIMEOUT_BEFORE_LOGIN = 'Timeout before authentication for ';

/**
 * The end of a connection, before or after login. Undefined if the line does not tell one; `unread` if it
 * begins like one that does.
 */
export function readEnd(text: string, cut: boolean): Disconnected | 'unread' | undefined {
  for (const [words, how, read] of WORDS) {
    if (!text.startsWith(words)) continue;
    const rest = text.slice(words.length);
    return rest.startsWith('remote host') ? undefined : (read(how, rest, cut) ?? 'unread');
  }
  if (text.startsWith('Connection from ')) {
    const preauth = text.endsWith(PREAUTH);
    const rest = text.slice(16, preauth ? -PREAUTH.length : undefined);
    if (!rest.endsWith(TIMED_OUT)) return undefined;
    const suffix = preauth ? PREAUTH : '';
    return readLast('timeout', rest.slice(0, -TIMED_OUT.length) + suffix, cut) ?? 'unread';
  }
  if (text.startsWith(TIMEOUT_BEFORE_LOGIN)) {
    // OpenSSH 9.8 on has `connection from … to …, pid = …`, in the name of the listener: it says nothing more.
    const ended = readLast('timeout', text.slice(TIMEOUT_BEFORE_LOGIN.length), cut);
    return ended && { ...ended, preauth: true };
  }
  const tag = text.includes(': Connection ') ? TAGGED.exec(text) : null;
  return tag ? (readFirst('closed', text.slice(tag[0].length), cut) ?? 'unread') : undefined;
}
