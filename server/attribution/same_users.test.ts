/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ShortLine } from '../ssh_access/history/recorded_history.test_support';
import {
  begins,
  last,
  line,
  login,
  removed,
  sudo,
  sudoOpens,
  verbose,
} from './command_table.test_support';

const created = (time: string, name: string, uid: number) =>
  line(
    time,
    'useradd',
    `new user: name=${name}, UID=${uid}, GID=${uid}, home=/, shell=/bin/sh, from=/dev/pts/0`
  );
/** A login of which PAM tells the uid. */
const loginAs = (time: string, who: string, pid: string, account: string, uid: number) =>
  login(time, who, pid, account).map((each) => ({
    ...each,
    message: each.message.replace(/\(uid=\d+\)(?= by)/, `(uid=${uid})`),
  }));
const alice = (time: string) => loginAs(time, 'alice', '1', 'ubuntu', 1000);

describe('sudo names the first account of a uid', () => {
  it.each<[string, ShortLine[], string]>([
    [
      'who logged in as another account with the same uid by PAM may have run it',
      [
        ...alice('10:00'),
        ...loginAs('10:01', 'bob', '2', 'backdoor', 1000),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'so may one whose account was created with that uid, though PAM logs none',
      [
        created('09:00', 'backdoor', 1000),
        ...alice('10:00'),
        ...login('10:01', 'bob', '2', 'backdoor').filter(
          ({ message }) => !message.includes('pam_unix')
        ),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'so may one whose account is called so since',
      [
        ...loginAs('10:00', 'bob', '2', 'ops', 1007),
        ...loginAs('10:01', 'alice', '1', 'ubuntu', 1008),
        line('10:02', 'usermod', "change user name 'ops' to 'ubuntu'"),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'a new account with uid 0 is root',
      [
        ...alice('10:00'),
        sudo('10:01', 'pts/0'),
        sudoOpens('10:01'),
        created('10:02', 'toor', 0),
        ...loginAs('10:03', 'bob', '2', 'toor', 0),
        sudo('10:05', 'pts/9', 'root', 'postgres'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'who became such an account with sudo may have run it',
      [
        created('09:00', 'backdoor', 1000),
        ...alice('10:00'),
        ...loginAs('10:01', 'bob', '2', 'bob', 1009),
        sudo('10:02', 'pts/1', 'bob', 'backdoor'),
        line(
          '10:02',
          'sudo',
          'pam_unix(sudo:session): session opened for user backdoor(uid=1000) by bob(uid=1009)'
        ),
        sudo('10:05', 'pts/2'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'an account with a uid of its own has nothing to do with it',
      [
        created('09:00', 'ops', 1004),
        line('09:01', 'usermod', "add 'ops' to group 'sudo'"),
        ...alice('10:00'),
        begins('10:00', '1'),
        ...loginAs('10:01', 'bob', '2', 'ops', 1004),
        sudo('10:05', 'pts/0'),
      ],
      'alice',
    ],
    [
      'who had left before is not possible',
      [
        ...loginAs('09:00', 'bob', '2', 'backdoor', 1000),
        begins('09:00', '1', 'backdoor'),
        line('09:30', 'sshd', 'pam_unix(sshd:session): session closed for user backdoor', '2'),
        removed('09:30', '1'),
        ...alice('10:00'),
        begins('10:00', '2'),
        sudo('10:05', 'pts/0'),
      ],
      'alice',
    ],
    [
      'a terminal that a VERBOSE line ties still decides',
      [
        ...verbose('10:00', 'alice', '1', 'pts/0').map((each) => ({
          ...each,
          message: each.message.replace(/\(uid=\d+\)(?= by)/, '(uid=1000)'),
        })),
        ...loginAs('09:59', 'bob', '2', 'backdoor', 1000),
        sudo('10:05', 'pts/0'),
      ].sort((a, b) => a.at.localeCompare(b.at)),
      'alice',
    ],
  ])('%s', (_what, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});
