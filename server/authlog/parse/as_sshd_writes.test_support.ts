/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

// How OpenSSH 8 to 10 makes its lines: log.c, auth.c, auth2.c, packet.c, session.c.

const NAMED_ESCAPES = new Map([
  [7, '\\a'],
  [8, '\\b'],
  [9, '\\t'],
  [10, '\\n'],
  [11, '\\v'],
  [12, '\\f'],
  [13, '\\r'],
  [92, '\\\\'],
]);

/**
 * strnvis() with VIS_CSTYLE|VIS_NL|VIS_TAB|VIS_OCTAL: what is not plain ASCII is escaped, byte by byte.
 *
 * @param limit bytes of the text that are left before that, as `%.100s` says
 */
export function vis(text: string, limit = Infinity): string {
  return [...Buffer.from(text, 'utf8')]
    .slice(0, limit)
    .map((byte) => {
      const named = NAMED_ESCAPES.get(byte);
      if (named !== undefined) return named;
      if (byte >= 32 && byte < 127) return String.fromCharCode(byte);
      return `\\${byte.toString(8).padStart(3, '0')}`;
    })
    .join('');
}

/** do_log(): syslog gets the first 500 bytes of what was escaped. */
const logged = (escaped: string): string => escaped.slice(0, 500);

/** The other end of a connection, as sshd knows it. */
export interface Peer {
  ip: string;
  port: number;
}

/** The text of a client or of an account, and whether it exists. */
export interface Whom {
  user: string;
  valid: boolean;
}

const invalid = ({ valid }: Whom): string => (valid ? '' : 'invalid user ');

/** auth_log(). */
export function authLog(
  result: 'Accepted' | 'Failed',
  method: string,
  whom: Whom,
  { ip, port }: Peer,
  extra?: string
): string {
  const end = extra === undefined ? '' : `: ${vis(extra)}`;
  return logged(
    `${result} ${method} for ${invalid(whom)}${vis(whom.user, 100)} from ${ip} port ${port} ssh2${end}`
  );
}

/** format_method_key() of a certificate. */
export function certificateText(
  type: string,
  fingerprint: string,
  certificate: { id: string; serial: string; caType: string; caFingerprint: string }
): string {
  const { id, serial, caType, caFingerprint } = certificate;
  return `${type} ${fingerprint} ID ${id} (serial ${serial}) CA ${caType} ${caFingerprint}`;
}

/** getpwnamallow(). */
export function invalidUser(user: string, { ip, port }: Peer): string {
  return logged(`Invalid user ${vis(user, 100)} from ${ip} port ${port}`);
}

/** auth_maxtries_exceeded(), in the monitor. */
export function maxAttempts(whom: Whom, { ip, port }: Peer): string {
  return logged(
    `error: maximum authentication attempts exceeded for ${invalid(whom)}${vis(whom.user, 100)} from ${ip} port ${port} ssh2 [preauth]`
  );
}

/** sshpkt_fmt_connection_id(), before login. */
const remoteId = (whom: Whom, { ip, port }: Peer): string =>
  `${vis(`${whom.valid ? 'authenticating ' : 'invalid '}user ${whom.user}`, 200)} ${ip} port ${port}`;

/** sshpkt_vfatal(), before login: `Connection closed by`, `Connection reset by`, `Disconnected from`. */
export function endBeforeLogin(words: string, whom: Whom, peer: Peer): string {
  return logged(`${words} ${remoteId(whom, peer)} [preauth]`);
}

/** ssh_packet_disconnect(), before login, with a text that may hold what the client wrote. */
export function disconnecting(whom: Whom, peer: Peer, text: string): string {
  return logged(`Disconnecting ${remoteId(whom, peer)}: ${vis(text, 100)} [preauth]`);
}

/** ssh_packet_read_poll_seqnr(): the text is the client's. */
export function receivedDisconnect({ ip, port }: Peer, text: string, preauth: boolean): string {
  return logged(
    `Received disconnect from ${ip} port ${port}:11: ${vis(text, 400)}${preauth ? ' [preauth]' : ''}`
  );
}

/** do_exec(): the text of a forced command is of whoever wrote `authorized_keys`, that of a subsystem is the client's. */
export function startingSession(
  asked: string,
  tty: string | undefined,
  account: string,
  { ip, port }: Peer
): string {
  const type = vis(asked, 1023);
  const on = tty === undefined ? '' : ` on ${tty}`;
  return logged(`Starting session: ${type}${on} for ${account} from ${ip} port ${port} id 0`);
}
