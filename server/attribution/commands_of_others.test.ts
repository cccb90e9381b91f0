/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ShortLine } from '../ssh_access/history/recorded_history.test_support';
import {
  at,
  line,
  login,
  logout,
  begins,
  sudo,
  sudoOpens,
  verbose,
  sudoCloses,
  last,
} from './command_table.test_support';

describe('who became the account', () => {
  it.each<[string, ShortLine[], string]>([
    [
      'root of a nested sudo is whoever became root',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:05', 'pts/0'),
        sudoOpens('10:05'),
        sudo('10:06', 'pts/1', 'root', 'postgres'),
      ],
      'alice',
    ],
    [
      'root is nobody once the sudo session was closed',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:05', 'pts/0'),
        sudoOpens('10:05'),
        sudoCloses('10:05:30'),
        sudo('10:06', 'pts/1', 'root', 'postgres'),
      ],
      'unidentified',
    ],
    [
      'of two who are root at once either may act as root',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:01', 'pts/0'),
        sudoOpens('10:01'),
        ...logout('10:02', '1'),
        ...login('10:03', 'bob', '2'),
        sudo('10:04', 'pts/1'),
        sudoOpens('10:04'),
        sudo('10:06', 'pts/2', 'root', 'postgres'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'one close of two leaves both possible',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:01', 'pts/0'),
        sudoOpens('10:01'),
        ...logout('10:02', '1'),
        ...login('10:03', 'bob', '2'),
        sudo('10:04', 'pts/1'),
        sudoOpens('10:04'),
        sudoCloses('10:05'),
        sudo('10:06', 'pts/2', 'root', 'postgres'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'somebody who became the account by su is possible too',
      [
        ...login('10:00', 'alice', '1'),
        ...login('10:00', 'bob', '2', 'bob'),
        line('10:02', 'su', '(to ubuntu) bob on pts/1', '50'),
        line(
          '10:02',
          'su',
          'pam_unix(su:session): session opened for user ubuntu(uid=1000) by bob(uid=1001)',
          '50'
        ),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'root without a terminal may be a service of the host',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:05', 'pts/0'),
        sudoOpens('10:05'),
        sudo('10:06', undefined, 'root', 'postgres'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'a scheduled job of the account may have run a command without terminal',
      [
        ...login('10:00', 'alice', '1'),
        begins('10:00', '7'),
        line(
          '10:04',
          'CRON',
          'pam_unix(cron:session): session opened for user ubuntu(uid=1000) by (uid=0)',
          '40'
        ),
        sudo('10:05'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'a scheduled job has no terminal',
      [
        ...login('10:00', 'alice', '1'),
        begins('10:00', '7'),
        line(
          '10:04',
          'CRON',
          'pam_unix(cron:session): session opened for user ubuntu(uid=1000) by (uid=0)',
          '40'
        ),
        sudo('10:05', 'pts/0'),
      ],
      'alice',
    ],
    [
      'somebody at the console is possible',
      [
        ...login('10:00', 'alice', '1'),
        line(
          '10:01',
          'login',
          'pam_unix(login:session): session opened for user ubuntu(uid=1000) by LOGIN(uid=0)',
          '41'
        ),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'a session of systemd-logind without an SSH login is somebody',
      [
        ...login('10:00', 'alice', '1'),
        begins('10:00', '7'),
        begins('10:03', '8'),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous ?|alice',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});

describe('what of the log could not be read', () => {
  const lines = [...login('10:00', 'alice', '1'), sudo('10:05', 'pts/0')];
  it('makes somebody unknown possible', () => {
    expect(last(lines, { damagedLogins: [], linesMissing: true })).toBe('ambiguous ?|alice');
  });

  it('counts where a login lost its host in collection, and only near it', () => {
    const damaged = (from: string, persons: string[]) => ({
      linesMissing: false,
      damagedLogins: [
        {
          cluster: 'wc',
          fromMs: Date.parse(at(from)),
          toMs: Date.parse(at(from)) + 3_600_000,
          persons,
        },
      ],
    });
    expect(last(lines, damaged('10:01', []))).toBe('ambiguous ?|alice');
    expect(last(lines, damaged('10:01', ['bob']))).toBe('ambiguous alice|bob');
    expect(last(lines, damaged('10:01', ['alice']))).toBe('alice');
    expect(last(lines, damaged('08:00', []))).toBe('alice');
    // A terminal that a line ties does not decide then: the line of who got it since may be lost.
    const tied = [...verbose('10:00', 'alice', '1', 'pts/0'), sudo('10:05', 'pts/0')];
    expect(last(tied)).toBe('alice');
    expect(last(tied, damaged('10:01', ['bob']))).toBe('ambiguous alice|bob');
  });
});

it('a refused command is attributed as well, and holds no account open', () => {
  const refused = line(
    '10:05',
    'sudo',
    'ubuntu : command not allowed ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/x'
  );
  expect(last([...login('10:00', 'alice', '1'), refused])).toBe('alice');
  expect(
    last([...login('10:00', 'alice', '1'), refused, sudo('10:06', 'pts/1', 'root', 'postgres')])
  ).toBe('unidentified');
});
