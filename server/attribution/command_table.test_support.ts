/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  attributionsOf,
  directoryOf,
  historyOf,
  NOTHING_MISSING,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';
import type { LogLimits } from './log_limits';

export const DIRECTORY = directoryOf({
  'SHA256:alice': 'alice',
  'SHA256:bob': 'bob',
  'SHA256:shared': { result: 'shared' },
  carol: 'carol',
});

export const at = (time: string) => `2026-01-27T${time.length === 5 ? `${time}:00` : time}.000000Z`;
export const line = (time: string, ident: string, message: string, pid?: string): ShortLine => ({
  at: at(time),
  ident,
  message,
  ...(pid === undefined ? {} : { pid }),
});

const UIDS = ['root', 'ubuntu', 'alice', 'bob', 'carol', 'deploy', 'postgres'];
/** Each account has a uid of its own. */
const uidOf = (account: string): number => {
  const place = UIDS.indexOf(account.toLowerCase());
  return place >= 0 ? place : 1000 + account.charCodeAt(0);
};

/** Lines of a login; `port` is taken from the pid. */
export const login = (time: string, who: string, pid: string, account = 'ubuntu'): ShortLine[] => [
  line(
    time,
    'sshd',
    `Accepted publickey for ${account} from 192.0.2.1 port ${pid} ssh2: ED25519 SHA256:${who}`,
    pid
  ),
  line(
    time,
    'sshd',
    `pam_unix(sshd:session): session opened for user ${account}(uid=${uidOf(account)}) by (uid=0)`,
    pid
  ),
];
export const logout = (time: string, pid: string, account = 'ubuntu'): ShortLine[] => [
  line(time, 'sshd', `pam_unix(sshd:session): session closed for user ${account}`, pid),
];
export const begins = (time: string, id: string, account = 'ubuntu') =>
  line(time, 'systemd-logind', `New session ${id} of user ${account}.`, '33');
export const out = (time: string, id: string) =>
  line(time, 'systemd-logind', `Session ${id} logged out. Waiting for processes to exit.`, '33');
export const removed = (time: string, id: string) =>
  line(time, 'systemd-logind', `Removed session ${id}.`, '33');
export const terminal = (time: string, tty: string, pid: string, account = 'ubuntu') =>
  line(
    time,
    'sshd',
    `Starting session: shell on ${tty} for ${account} from 192.0.2.1 port ${pid} id 0`,
    `${pid}9`
  );
export const closesChannel = (time: string, pid: string) =>
  line(time, 'sshd', `Close session: user ubuntu from 192.0.2.1 port ${pid} id 0`, `${pid}9`);
export const sudo = (time: string, tty?: string, account = 'ubuntu', runAs = 'root') =>
  line(
    time,
    'sudo',
    `${account} : ${tty === undefined ? '' : `TTY=${tty} ; `}PWD=/ ; USER=${runAs} ; COMMAND=/usr/bin/id`
  );
export const sudoOpens = (time: string, runAs = 'root') =>
  line(
    time,
    'sudo',
    `pam_unix(sudo:session): session opened for user ${runAs}(uid=${uidOf(runAs)}) by x(uid=1000)`
  );
export const sudoCloses = (time: string, runAs = 'root') =>
  line(time, 'sudo', `pam_unix(sudo:session): session closed for user ${runAs}`);

/** What is concluded about the last command: a name, or `a|b` for candidates (`?` for somebody unknown). */
export function last(
  lines: ShortLine[],
  limits: Partial<LogLimits> = {},
  commandsKnownFrom?: string
): string {
  const knownFromMs = commandsKnownFrom === undefined ? -Infinity : Date.parse(commandsKnownFrom);
  const found = attributionsOf(historyOf(lines, knownFromMs), DIRECTORY, {
    ...NOTHING_MISSING,
    commandsKnownFromMs: knownFromMs,
    ...limits,
  });
  const attribution = found[found.length - 1]?.attribution;
  if (!attribution) return 'none';
  if (attribution.status === 'identified') return attribution.person ?? 'broken';
  const names = [...new Set(attribution.candidates.map(({ person }) => person ?? '?'))].sort();
  return `${attribution.status} ${names.join('|')}`.trim();
}

export const verbose = (time: string, who: string, pid: string, tty: string) => [
  ...login(time, who, pid),
  terminal(time, tty, pid),
];
