/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { lostWords } from './lost_words';

const NO_ACCOUNT = 'the collector lost its account, address and host';
const NO_TEXT = 'the collector lost its host and a part of its text';
const NO_PROGRAM = 'the collector lost its program and host';

describe('an older collector', () => {
  it.each([
    ['Accepted', 'publickey', 'ED25519 SHA256:abc'],
    ['Failed', 'password', 'for root from 198.51.100.7 port 5 ssh2'],
    ['Invalid', 'user', 'x from 198.51.100.7 port 5'],
    ['Received', 'disconnect', '11: disconnected by user'],
    ['Disconnected', 'from', 'user ubuntu 198.51.100.7 port 5'],
    ['Connection', 'closed', 'by authenticating user root 198.51.100.7 port 5 [preauth]'],
    ['Starting', 'session', 'shell on pts/0 for ubuntu from 198.51.100.7 port 5 id 0'],
    ['error:', 'maximum', 'authentication attempts exceeded for root'],
    ['New', 'session', '42 of user ubuntu.'],
    ['Removed', 'session', '42.'],
    ['(to', 'root)', 'ubuntu on pts/0'],
    ['FAILED', 'SU', '(to root) ubuntu on pts/0'],
    ['message', 'repeated', '[ Failed password for root from 198.51.100.7 port 5 ssh2]'],
    ['pam_unix(sshd:session):', 'session', 'opened for user ubuntu(uid=1000) by (uid=0)'],
    ['PAM', '2', 'more authentication failures; logname= uid=0'],
  ])('took "%s" for a host: the account and the address are lost', (host, ident, message) => {
    expect(lostWords(host, ident, message)).toBe(NO_ACCOUNT);
  });

  it.each([
    ['new', 'user', 'name=bob, UID=1001'],
    ['new', 'group', 'name=bob, GID=1001'],
    ['add', "'bob'", "to group 'sudo'"],
    ['delete', 'user', "'bob'"],
    ['removed', 'group', "'bob' owned by 'bob'"],
    ['removed', 'shadow', "group 'bob' owned by 'bob'"],
    ['change', 'user', "'bob' password"],
    ['changed', 'password', 'expiry for bob'],
    ['password', 'for', "'bob' changed by 'root'"],
    ['last', 'message', 'repeated 2 times'],
  ])('took "%s" for a host and "%s" for a program', (host, ident, message) => {
    expect(lostWords(host, ident, message)).toBe(NO_TEXT);
  });

  it.each([
    'TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id',
    'PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id',
    'command not allowed ; TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id',
    '3 incorrect password attempts ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id',
    '(command continued) AAAA',
  ])('took the account of sudo for a host: %s', (message) => {
    expect(lostWords('ubuntu', '', message)).toBe(NO_PROGRAM);
  });

  it('left no host at all', () => {
    expect(lostWords('', 'sshd', 'Server listening on 0.0.0.0 port 22.')).toBe('it names no host');
  });
});

describe('a collector that works', () => {
  it.each([
    ['node-1', 'sshd', 'Accepted publickey for ubuntu from 198.51.100.7 port 5 ssh2'],
    [
      'node-1',
      '',
      'pam_unix(systemd-user:session): session opened for user ubuntu(uid=1000) by (uid=0)',
    ],
    ['node-1', 'sudo', 'ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id'],
    ['new', 'sshd', 'Server listening on 0.0.0.0 port 22.'],
    ['add', 'sudo', 'ubuntu : (command continued) x'],
    ['password', 'kernel', 'x'],
    ['accepted', 'sshd', 'x'],
  ])('names the host %s and the program "%s"', (host, ident, message) => {
    expect(lostWords(host, ident, message)).toBeUndefined();
  });
});
