/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

const read = (message: string) => parseMessage('sudo', message).record;

const UBUNTU = { kind: 'sudo_command', account: 'ubuntu' };
const USUAL = { ...UBUNTU, tty: 'pts/0', pwd: '/home/ubuntu', runAs: 'root' };

describe('a command run with sudo', () => {
  it.each([
    [
      'of sudo 1.8 and 1.9',
      'ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/bash',
      { ...USUAL, command: '/usr/bin/bash' },
    ],
    [
      'of an account shorter than the eight columns that sudo gives it',
      '     bob : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/bash',
      { ...USUAL, account: 'bob', command: '/usr/bin/bash' },
    ],
    [
      'without terminal',
      'ubuntu : PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/ls -la /root',
      { ...UBUNTU, pwd: '/home/ubuntu', runAs: 'root', command: '/usr/bin/ls -la /root' },
    ],
    [
      'without terminal, in the words of sudo 1.8',
      'ubuntu : TTY=unknown ; PWD=/ ; USER=root ; COMMAND=/bin/true',
      { ...UBUNTU, pwd: '/', runAs: 'root', command: '/bin/true' },
    ],
    [
      'with a group',
      'ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=ubuntu ; GROUP=adm ; COMMAND=/usr/bin/id',
      { ...USUAL, runAs: 'ubuntu', runAsGroup: 'adm', command: '/usr/bin/id' },
    ],
    [
      'with a group and no directory',
      'ubuntu : TTY=pts/0 ; USER=ubuntu ; GROUP=adm ; COMMAND=/usr/bin/id',
      { ...UBUNTU, tty: 'pts/0', runAs: 'ubuntu', runAsGroup: 'adm', command: '/usr/bin/id' },
    ],
    [
      'that is recorded',
      'ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; TSID=00000A ; COMMAND=/usr/bin/id',
      { ...USUAL, command: '/usr/bin/id' },
    ],
    [
      'on a host of a sudoers file with log_host',
      'ubuntu : HOST=node-1 ; TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id',
      { ...USUAL, command: '/usr/bin/id' },
    ],
    [
      'in another root directory (sudo 1.9.3 on)',
      'ubuntu : TTY=pts/0 ; CHROOT=/srv/jail ; PWD=/home/ubuntu ; USER=root ; COMMAND=/bin/sh',
      { ...USUAL, command: '/bin/sh' },
    ],
    [
      'with variables',
      'ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; ENV=FOO=bar BAZ=a b ; COMMAND=/usr/bin/env',
      { ...USUAL, command: '/usr/bin/env' },
    ],
    [
      'with variables in sudo 1.9.13, which forgot the separator',
      'ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; ENV=FOO=barCOMMAND=/usr/bin/env',
      { ...USUAL, command: '/usr/bin/env' },
    ],
    [
      'with arguments in quotes (sudo 1.9.13 on)',
      "ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=postgres ; COMMAND=/usr/bin/psql -c 'select 1 ; select 2'",
      { ...USUAL, runAs: 'postgres', command: "/usr/bin/psql -c 'select 1 ; select 2'" },
    ],
    [
      'as an account without name',
      'ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=#1234 ; COMMAND=/usr/bin/id',
      { ...USUAL, runAs: '#1234', command: '/usr/bin/id' },
    ],
    [
      'that lists',
      'ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=list',
      { ...USUAL, command: 'list' },
    ],
    [
      'that edits',
      'ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=sudoedit /etc/hosts',
      { ...USUAL, command: 'sudoedit /etc/hosts' },
    ],
    [
      'of an account of a domain',
      'CORP\\alice : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id',
      { ...USUAL, account: 'CORP\\alice', command: '/usr/bin/id' },
    ],
    [
      'of sudo-rs',
      'ubuntu : TTY=/dev/pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/cat /etc/shadow',
      { ...USUAL, command: '/usr/bin/cat /etc/shadow' },
    ],
    [
      'of sudo-rs without terminal',
      'ubuntu :  PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id ',
      { ...UBUNTU, pwd: '/home/ubuntu', runAs: 'root', command: '/usr/bin/id' },
    ],
  ])('is read: %s', (_what, message, expected) => {
    expect(read(message)).toEqual(expected);
  });

  it('of an account whose name begins like a module of PAM is one all the same', () => {
    expect(read('pam_admin : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/bin/sh')).toEqual({
      ...USUAL,
      account: 'pam_admin',
      command: '/bin/sh',
    });
  });

  it('is not hidden by arguments that imitate the status at its end (log_exit_status)', () => {
    expect(
      read('ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/bin/sh x ; EXIT=0')
    ).toEqual({ ...USUAL, command: '/bin/sh x ; EXIT=0' });
  });
});

describe('a command that sudo refused', () => {
  it.each([
    'command not allowed',
    'user NOT in sudoers',
    'user NOT authorized on host',
    '1 incorrect password attempt',
    '3 incorrect password attempts',
    'a password is required',
    'no tty',
  ])('carries the words of sudo: %s', (refusal) => {
    expect(
      read(`ubuntu : ${refusal} ; TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id`)
    ).toEqual({ ...USUAL, refusal, command: '/usr/bin/id' });
  });

  it('because its account is not there has no command', () => {
    expect(
      read('ubuntu : unknown user gone ; TTY=pts/0 ; PWD=/home/ubuntu ; USER=gone ; ')
    ).toEqual({ ...USUAL, runAs: 'gone', refusal: 'unknown user gone' });
  });
});

describe('the rest of a long command', () => {
  it('names its account', () => {
    expect(read('ubuntu : (command continued) --force /srv')).toEqual({
      kind: 'sudo_continued',
      account: 'ubuntu',
      text: '--force /srv',
    });
  });

  it.each(['--force /srv', 'root : TTY=pts/9 ; PWD=/ ; USER=root ; COMMAND=/bin/sh'])(
    'names none where sudo-rs wrote it, whatever it looks like: [...] %s',
    (text) => {
      expect(read(`[...] ${text}`)).toEqual({ kind: 'sudo_continued', account: '', text });
    }
  );
});

describe('an event that sudo wrote as JSON', () => {
  const event = (name: string, more: object) =>
    `@cee:${JSON.stringify({
      sudo: {
        [name]: {
          submituser: 'ubuntu',
          command: '/usr/bin/sh',
          runuser: 'root',
          ttyname: '/dev/pts/0',
          submitcwd: '/home/ubuntu',
          runcwd: '/home/ubuntu',
          runargv: ['sh', '-c', "echo 'a ; USER=bob'"],
          ...more,
        },
      },
    })}`;

  it('is a command', () => {
    expect(read(event('accept', {}))).toEqual({
      ...USUAL,
      command: "/usr/bin/sh -c 'echo \\'a ; USER=bob\\''",
    });
  });

  it('is a refusal', () => {
    expect(read(event('reject', { reason: 'command not allowed' }))).toMatchObject({
      ...USUAL,
      refusal: 'command not allowed',
    });
  });

  it('that is cut is unreadable', () => {
    expect(read(event('accept', {}).slice(0, 100))).toMatchObject({ kind: 'unreadable' });
  });
});

describe('a line of sudo that is about no command', () => {
  it.each([
    'pam_env(sudo:session): deprecated reading of user environment enabled',
    'unable to resolve host node-1: Name or service not known',
  ])('is none: %s', (message) => {
    expect(read(message)).toEqual({ kind: 'other' });
  });
});
