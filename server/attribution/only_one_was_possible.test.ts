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
  logout,
  removed,
  sudo,
  sudoCloses,
  sudoOpens,
} from './command_table.test_support';

const classed = (time: string, id: string, sessionClass: string, account = 'ubuntu') =>
  line(
    time,
    'systemd-logind',
    `New session '${id}' of user '${account}' with class '${sessionClass}' and type 'unspecified'.`,
    '33'
  );
const root = (time: string) => sudo(time, 'pts/9', 'root', 'postgres');

describe('somebody is named where only one was possible', () => {
  it.each<[string, ShortLine[], string]>([
    [
      'a shell of root is over once the host started anew',
      [
        ...login('09:00', 'alice', '1'),
        begins('09:00', '1'),
        sudo('09:01', 'pts/0'),
        sudoOpens('09:01'),
        removed('09:30', '1'),
        ...login('10:00', 'bob', '2'),
        begins('10:00', '1'),
        sudo('10:01', 'pts/0'),
        sudoOpens('10:01'),
        root('10:05'),
      ],
      'bob',
    ],
    [
      'two commands of one second have each their own beginning and end',
      [
        ...login('10:00', 'alice', '1', 'alice'),
        sudo('10:01', 'pts/0', 'alice'),
        sudo('10:01', 'pts/1', 'alice'),
        sudoOpens('10:01'),
        sudoOpens('10:01'),
        sudoCloses('10:02'),
        sudoCloses('10:02'),
        ...login('10:05', 'bob', '2', 'bob'),
        sudo('10:06', 'pts/2', 'bob'),
        sudoOpens('10:06'),
        root('10:07'),
      ],
      'bob',
    ],
    [
      'a connection from the same address and port is another one: the first has ended',
      [
        ...login('10:00', 'alice', '1'),
        ...login('10:05', 'bob', '2').map((each) => ({
          ...each,
          message: each.message.replace('port 2', 'port 1'),
        })),
        sudo('10:10', 'pts/0'),
      ],
      'bob',
    ],
    [
      'the manager that systemd 256 starts for each user is nobody',
      [
        ...login('10:00', 'alice', '1'),
        classed('10:00', '1', 'user'),
        classed('10:00', '2', 'manager'),
        sudo('10:05', 'pts/0'),
      ],
      'alice',
    ],
    [
      'a close line that was delivered twice opens nothing',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:05', 'pts/0'),
        ...logout('10:10', '1'),
        line('10:10', 'sshd', 'pam_unix(sshd:session): session closed for user ubuntu', '1'),
        ...login('10:20', 'bob', '2'),
        begins('10:20', '4'),
        sudo('10:25', 'pts/0'),
      ],
      'bob',
    ],
    [
      'one person in two spellings is one',
      [
        line(
          '10:00',
          'sshd',
          'Accepted publickey for ubuntu from 192.0.2.1 port 1 ssh2: ED25519-CERT SHA256:c ID Alice@Example.com (serial 1) CA ED25519 SHA256:ca',
          '1'
        ),
        line(
          '10:01',
          'sshd',
          'Accepted publickey for ubuntu from 192.0.2.1 port 2 ssh2: ED25519-CERT SHA256:c ID alice@example.com (serial 2) CA ED25519 SHA256:ca',
          '2'
        ),
        sudo('10:05', 'pts/0'),
      ],
      'Alice@Example.com',
    ],
    [
      '`sudo -l` holds no account',
      [
        ...login('09:00', 'alice', '1', 'alice'),
        begins('09:00', '1', 'alice'),
        line('09:01', 'sudo', 'alice : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=list'),
        ...logout('09:02', '1', 'alice'),
        removed('09:02', '1'),
        ...login('15:00', 'bob', '2', 'bob'),
        begins('15:00', '2', 'bob'),
        sudo('15:01', 'pts/0', 'bob'),
        sudoOpens('15:01'),
        root('15:05'),
      ],
      'bob',
    ],
    [
      'PAM knows the account by another name than the one typed',
      [
        line(
          '10:00',
          'sshd',
          'Accepted publickey for Ubuntu from 192.0.2.1 port 1 ssh2: ED25519 SHA256:alice',
          '1'
        ),
        line(
          '10:00',
          'sshd',
          'pam_unix(sshd:session): session opened for user ubuntu(uid=1000) by (uid=0)',
          '1'
        ),
        begins('10:00', '1'),
        sudo('10:05', 'pts/0'),
      ],
      'alice',
    ],
    [
      'a folded close closes as many as it says',
      [
        ...login('09:00', 'alice', '1', 'alice'),
        sudo('09:01', 'pts/0', 'alice'),
        sudoOpens('09:01'),
        sudo('09:02', 'pts/1', 'alice'),
        sudoOpens('09:02'),
        line(
          '09:05',
          'sudo',
          'message repeated 2 times: [ pam_unix(sudo:session): session closed for user root]'
        ),
        ...login('10:00', 'bob', '2', 'bob'),
        sudo('10:01', 'pts/2', 'bob'),
        sudoOpens('10:01'),
        root('10:05'),
      ],
      'bob',
    ],
  ])('%s', (_what, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});
