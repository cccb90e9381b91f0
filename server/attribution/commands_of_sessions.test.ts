/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ShortLine } from '../ssh_access/history/recorded_history.test_support';
import { line, login, logout, begins, removed, sudo, last } from './command_table.test_support';

describe('a command belongs to the sessions of its account that are open then', () => {
  it.each<[string, ShortLine[], string]>([
    ['one session', [...login('10:00', 'alice', '1'), sudo('10:05', 'pts/0')], 'alice'],
    [
      'two sessions of one person',
      [...login('10:00', 'alice', '1'), ...login('10:01', 'alice', '2'), sudo('10:05', 'pts/0')],
      'alice',
    ],
    [
      'two persons',
      [...login('10:00', 'alice', '1'), ...login('10:01', 'bob', '2'), sudo('10:05', 'pts/0')],
      'ambiguous alice|bob',
    ],
    [
      'one of them closed',
      [
        ...login('10:00', 'alice', '1'),
        ...login('10:01', 'bob', '2'),
        ...logout('10:04', '1'),
        sudo('10:05', 'pts/0'),
      ],
      'bob',
    ],
    [
      'a person and an unknown key',
      [...login('10:00', 'alice', '1'), ...login('10:01', 'new', '2'), sudo('10:05', 'pts/0')],
      'ambiguous ?|alice',
    ],
    [
      'a person and a shared key',
      [...login('10:00', 'alice', '1'), ...login('10:01', 'shared', '2'), sudo('10:05', 'pts/0')],
      'ambiguous ?|alice',
    ],
    [
      'an unknown key alone',
      [...login('10:00', 'new', '1'), sudo('10:05', 'pts/0')],
      'unidentified ?',
    ],
    ['nobody', [sudo('10:05', 'pts/0')], 'unidentified'],
    [
      'only somebody under another account',
      [...login('10:00', 'carol', '1', 'carol'), sudo('10:05', 'pts/0')],
      'unidentified',
    ],
    [
      'a session on another host',
      [...login('10:00', 'alice', '1').map((each) => ({ ...each, host: 'node-2' })), sudo('10:05')],
      'none',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});

describe('a session whose bounds are not all in the log', () => {
  it.each<[string, ShortLine[], string]>([
    [
      'that began before it makes another person possible until it ends',
      [...login('10:00', 'alice', '1'), sudo('10:05', 'pts/0'), ...logout('10:09', '77')],
      'ambiguous ?|alice',
    ],
    [
      'that began before it and ended before the command does not',
      [...login('10:00', 'alice', '1'), ...logout('10:04', '77'), sudo('10:05', 'pts/0')],
      'alice',
    ],
    [
      'of which only a disconnection is left',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:05', 'pts/0'),
        line('10:09', 'sshd', 'Disconnected from user ubuntu 192.0.2.9 port 999', '900'),
        ...logout('10:09', '899'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'whose login line is missing',
      [
        ...login('10:00', 'alice', '1'),
        line(
          '10:01',
          'sshd',
          'pam_unix(sshd:session): session opened for user ubuntu(uid=1000) by (uid=0)',
          '88'
        ),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'whose end is not logged stays possible',
      [...login('10:00', 'alice', '1'), ...login('12:00', 'bob', '2'), sudo('12:05', 'pts/0')],
      'ambiguous alice|bob',
    ],
    [
      'whose pid is reused has ended',
      [
        ...login('10:00', 'alice', '1'),
        ...login('12:00', 'bob', '1').map((each) => ({
          ...each,
          message: each.message.replace('port 1', 'port 5'),
        })),
        sudo('12:05', 'pts/0'),
      ],
      'bob',
    ],
    [
      'ended when systemd-logind removed it',
      [
        ...login('10:00', 'alice', '1'),
        begins('10:00', '7'),
        removed('10:30', '7'),
        ...login('12:00', 'bob', '2'),
        begins('12:00', '8'),
        sudo('12:05', 'pts/0'),
      ],
      'bob',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});
