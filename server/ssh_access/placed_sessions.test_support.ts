/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { PlacedSession } from './fold_runs';
import {
  directoryOf,
  historyOf,
  loginsOf,
  type ShortLine,
} from './history/recorded_history.test_support';

const at = (time: string) => `2026-01-27T${time}.000000Z`;

/** What a test says of a login; everything else is as usual. */
export interface LoginOptions {
  account?: string;
  who?: string;
  ip?: string;
  host?: string;
  method?: string;
}

/** Lines of a session from login to end; without an end it stays open. The pid is its port, too. */
export function sessionOf(
  pid: string,
  from: string,
  to?: string,
  { account = 'ubuntu', who = 'deploy', ip = '192.0.2.1', host, method }: LoginOptions = {}
): ShortLine[] {
  const of = { ident: 'sshd', pid, ...(host === undefined ? {} : { host }) };
  const how =
    method === undefined
      ? `publickey for ${account} from ${ip} port ${pid} ssh2: ED25519 SHA256:${who}`
      : `${method} for ${account} from ${ip} port ${pid} ssh2`;
  return [
    { ...of, at: at(from), message: `Accepted ${how}` },
    ...(to === undefined
      ? []
      : [
          {
            ...of,
            at: at(to),
            message: `pam_unix(sshd:session): session closed for user ${account}`,
          },
        ]),
  ];
}

/** A terminal of the session with this pid. */
export function terminalOf(pid: string, time: string): ShortLine {
  const message = `Starting session: shell on pts/0 for ubuntu from 192.0.2.1 port ${pid} id 0`;
  return { at: at(time), ident: 'sshd', pid, message };
}

/** Sessions of these lines; alice and bob have keys of their own. Lines may come in any order, host by host. */
export function placedSessions(...lines: ShortLine[]): PlacedSession[] {
  const hosts = new Map<string, ShortLine[]>();
  for (const line of lines) {
    const name = line.host ?? 'node-1';
    hosts.set(name, [...(hosts.get(name) ?? []), line]);
  }
  const directory = directoryOf({ 'SHA256:alice': 'alice', 'SHA256:bob': 'bob' });
  return [...hosts.values()].flatMap((ofHost) => {
    const history = historyOf([...ofHost].sort((a, b) => (a.at < b.at ? -1 : 1)));
    const logins = loginsOf(history, directory);
    return history.sessions.flatMap((session): PlacedSession[] => {
      const login = logins.get(session);
      return login ? [{ session, login, commands: [] }] : [];
    });
  });
}
