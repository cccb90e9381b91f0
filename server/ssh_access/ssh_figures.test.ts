/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { PlacedSession } from './fold_runs';
import { collected, DAY } from './failures/sshd_lines.test_support';
import {
  directoryOf,
  historyOf,
  loginsOf,
  type ShortLine,
} from './history/recorded_history.test_support';
import { countCommands, toHistogram } from './ssh_figures';

const at = (time: string) => `2026-01-27T${time}Z`;
const login = (time: string, pid: string, account: string): ShortLine => ({
  at: at(time),
  ident: 'sshd',
  pid,
  message: `Accepted publickey for ${account} from 192.0.2.1 port 5${pid} ssh2: ED25519 SHA256:${account}`,
});
const sudo = (time: string, account: string): ShortLine => ({
  at: at(time),
  ident: 'sudo',
  pid: '99',
  message: `${account} : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/id`,
});

const history = historyOf([
  login('10:00:00', '11', 'ubuntu'),
  login('10:00:00', '12', 'alice'),
  sudo('10:05:00', 'ubuntu'),
  sudo('10:06:00', 'alice'),
  sudo('10:07:00', 'alice'),
  { ...sudo('23:00:00', 'alice'), at: '2026-01-28T23:00:00Z' },
]);
const histories = new Map([['node-1', history]]);
const logins = loginsOf(history, directoryOf({}));
const sessions = history.sessions.map((session): PlacedSession => ({
  session,
  login: logins.get(session)!,
  commands: history.commands.filter(({ account }) => account === session.account),
}));
const ofAlice = sessions.filter(({ session }) => session.account === 'alice');

describe('the number of commands', () => {
  it('is that of the period without a filter, also of commands that are of no session', () => {
    expect(countCommands({ histories }, [], {}, DAY)).toBe(3);
  });

  it('is that of the chosen clusters and hosts', () => {
    expect(countCommands({ histories }, [], { hosts: ['node-1'] }, DAY)).toBe(3);
    expect(countCommands({ histories }, [], { hosts: ['node-2'] }, DAY)).toBe(0);
    expect(countCommands({ histories }, sessions, { clusters: ['other'] }, DAY)).toBe(0);
  });

  it('is that of the chosen sessions where a filter chooses sessions', () => {
    expect(countCommands({ histories }, ofAlice, { accounts: ['alice'] }, DAY)).toBe(2);
    expect(countCommands({ histories }, [], { persons: ['bob'] }, DAY)).toBe(0);
  });
});

it('bars hold the failures that the filters choose', () => {
  const failures = collected([
    ['10:00:00', '7', 'Failed password for root from 192.0.2.1 port 50000 ssh2'],
    ['10:01:00', '8', 'Failed password for ubuntu from 192.0.2.2 port 50000 ssh2'],
  ]);
  const drawn = (filters: object) =>
    toHistogram(ofAlice, { failures }, filters, DAY).bars.reduce(
      (all, bar) => [all[0] + bar.sessions, all[1] + bar.failures],
      [0, 0]
    );
  expect(drawn({})).toEqual([1, 2]);
  expect(drawn({ accounts: ['root'] })).toEqual([1, 1]);
  expect(drawn({ hosts: ['node-2'] })).toEqual([1, 0]);
});
