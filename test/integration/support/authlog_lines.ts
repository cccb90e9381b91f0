/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A document of authlog. */
export type AuthlogSource = Record<string, string>;

/** One line of one node of the cluster `wc`. */
export function authlogLine(
  at: string,
  ident: string,
  message: string,
  more: { pid?: string; host?: string } = {}
): AuthlogSource {
  return {
    host: more.host ?? 'node-1',
    ident,
    ...(more.pid === undefined ? {} : { pid: more.pid }),
    message,
    'cluster.name': 'wc',
    '@timestamp': at,
    tag: 'authlog.var.log.auth.log',
  };
}

/** A session of `ubuntu` with the key of that name, from login to close. */
export function sessionLines(
  who: string,
  pid: string,
  from: string,
  to: string,
  host = 'node-1'
): AuthlogSource[] {
  const where = `192.0.2.1 port ${pid}`;
  return [
    authlogLine(
      from,
      'sshd',
      `Accepted publickey for ubuntu from ${where} ssh2: ED25519 SHA256:${who}`,
      { pid, host }
    ),
    authlogLine(
      from,
      'sshd',
      'pam_unix(sshd:session): session opened for user ubuntu(uid=1000) by (uid=0)',
      { pid, host }
    ),
    authlogLine(to, 'sshd', 'pam_unix(sshd:session): session closed for user ubuntu', {
      pid,
      host,
    }),
  ];
}
