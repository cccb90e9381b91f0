/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from './parse_message';

/** Where each expression of the parser begins to search, by the program that it is for. */
const BEGINNINGS: Record<string, readonly string[]> = {
  sshd: [
    '',
    'Accepted ',
    'Accepted publickey for ',
    'Accepted publickey for x from 9.9.9.9 port 1 ssh2: ',
    'Accepted publickey for x from 9.9.9.9 port 1 ssh2: RSA SHA256:',
    'Accepted publickey for x from 9.9.9.9 port 1 ssh2: RSA SHA256:x ID ',
    'Failed ',
    'Failed password for invalid user ',
    'Failed publickey for ',
    'Invalid user ',
    'Starting session: ',
    'Close session: user ',
    'User ',
    'User x not allowed because ',
    'User child is on pid ',
    'Received disconnect from ',
    'Disconnected from user ',
    'Connection closed by invalid user ',
    'Connection from invalid user ',
    'Disconnecting invalid user ',
    'Timeout before authentication for ',
    'Read error from remote host ',
    'error: maximum authentication attempts exceeded for invalid user ',
    'error: PAM: ',
    'Authentication key ',
    'public key ',
    'a: Connection from ',
    'error: ssh_x: a b: Connection to ',
    'x: Authentication tried for ',
  ],
  sudo: [
    '',
    'u : ',
    'u : TTY=',
    'u : TTY=a ; PWD=',
    'u : CHROOT=/',
    'u : PWD=/ ; USER=',
    'u : PWD=/ ; USER=a ; GROUP=',
    'u : PWD=/ ; USER=a ; ENV=',
    'u : PWD=/ ; USER=a ; COMMAND=',
    'u : unknown user ',
    'u : unknown group x ; TTY=a ; PWD=/ ; USER=',
    'u : user not allowed to change ',
    'u : reason',
    '[...] ',
    'u : (command continued) ',
    '@cee:',
  ],
  su: ['', '(to ', 'FAILED SU (to ', 'Successful su for '],
  'systemd-logind': ['New session ', "New session '1' of user '", 'Session ', 'Removed session '],
  useradd: ['', 'new user: name=', 'group added to ', 'failed ', 'user ', "removed shadow group '"],
  x: [
    'pam_',
    'pam_unix(',
    'pam_unix(sshd:session): session opened for user ',
    'pam_unix(sshd:session): session closed for user ',
    'pam_unix(sshd:auth): authentication failure; logname=',
    'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=a ruser=b rhost=c user=',
    'pam_unix(passwd:chauthtok): ',
    'PAM 2 more authentication failures; ',
    'message repeated ',
    'message repeated 3 times: [ ',
  ],
};

/** Text of which an expression may try every repetition. */
const REPEATED = [
  'a',
  ' ',
  '\n',
  ' from ',
  ' from 9.9.9.9 port 1',
  ' from 9.9.9.9 port 1 ssh2: RSA SHA256:x',
  ' for x',
  ' 9.9.9.9 port 1: ',
  'user ',
  'invalid user ',
  ' on pts/0',
  ' for x from 9.9.9.9 port 1 id 0',
  ' (serial 1) CA RSA SHA256:y',
  'SHA256:',
  ' not allowed because ',
  ' by (uid=0)',
  '\\\\',
  "'",
  '(to a) ',
  ' uid=0',
  ' tty= ruser= ',
  ' rhost=x user=',
  ' ;',
  ' ; PWD=',
  ' ; USER=a',
  ' ; USER=a ; ENV=',
  ' ; USER=a ; GROUP=b',
  ' ; COMMAND=',
  'COMMAND=',
  ' ; TTY=x ; PWD=/ ; USER=a ; COMMAND=b',
  ' ; HOST=',
  ' ; CHROOT=/',
  ' : ',
  '{"a":',
  '.',
  ':',
  ' password ',
  'a: ',
  ' [preauth]',
];

/** Longest time for one line, in milliseconds. */
const LIMIT_MS = 50;

/** Processor time of one line, in milliseconds; the least of a few, for the machine may be busy. */
function timeOf(ident: string, message: string): number {
  let least = Infinity;
  for (let i = 0; i < 4 && least > LIMIT_MS / 2; i += 1) {
    const before = process.cpuUsage();
    parseMessage(ident, message);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Long as what sshd may write with escapes, and as what is scanned of a line of sudo. */
const LENGTHS = [500, 8_192, 65_536];

const CASES = Object.entries(BEGINNINGS).flatMap(([ident, beginnings]) =>
  beginnings.map((beginning) => [ident, beginning] as const)
);

describe('a line written to take long', () => {
  it.each(CASES)('takes no time: %s, after %j', (ident, beginning) => {
    for (const text of REPEATED) {
      for (const length of LENGTHS) {
        const long = beginning + text.repeat(Math.ceil(length / text.length));
        // Once as it is, and once so that no expression that ends with `$` can match.
        for (const message of [long.slice(0, length), `${long.slice(0, length - 12)} \u0001`]) {
          expect([text, length, timeOf(ident, message) < LIMIT_MS]).toEqual([text, length, true]);
        }
      }
    }
  });
});
