/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

const TRUE_PLACE = { sourceIp: '198.51.100.7', sourcePort: 51515 };
const FROM_TRUE = 'from 198.51.100.7 port 51515 ssh2';
const FP = 'SHA256:wn20fYcEJnlvTrBz4yq4V6FSYtVRpPpuaKMx2H1o8Ps';
const CA = 'SHA256:Tbve7ARsC3+ClZV49zr1lOYZZ+WvvUfhkuJhm4tp4/4';

const sshd = (message: string) => parseMessage('sshd', message).record;
const sudo = (message: string) => parseMessage('sudo', message).record;

/** Names that a client may try, also such as sshd does not write (it cuts at a colon). */
const NAMES = [
  'root from 9.9.9.9 port 1',
  'root from 9.9.9.9 port 1 ssh2',
  'root from 9.9.9.9 port 1 ssh2: RSA SHA256:x',
  'root from 9.9.9.9 port 1 ssh2 [preauth]',
  'invalid user root from 9.9.9.9 port 1 ssh2',
  'x\\nAccepted password for root from 9.9.9.9 port 1 ssh2',
  '#012Accepted password for root from 9.9.9.9 port 1 ssh2',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example")',
  '\\033[2J\\033[31mroot',
  '\u001b[31mroot\u001b[0m',
  '\u202egnp.toor',
  "root'; DROP TABLE users; --",
  'toString',
  '__proto__',
];

describe.each(NAMES)('a client that calls itself %j', (name) => {
  const invalid = { account: name, invalidAccount: true, ...TRUE_PLACE };

  it('fails with a password from its own address', () => {
    expect(sshd(`Failed password for invalid user ${name} ${FROM_TRUE}`)).toEqual({
      kind: 'ssh_failed',
      method: 'password',
      ...invalid,
    });
  });

  it('fails with a key from its own address', () => {
    expect(sshd(`Failed publickey for invalid user ${name} ${FROM_TRUE}: RSA ${FP}`)).toEqual({
      kind: 'ssh_failed',
      method: 'publickey',
      ...invalid,
      key: { type: 'RSA', fingerprint: FP },
    });
  });

  it('is not known, from its own address', () => {
    expect(sshd(`Invalid user ${name} from 198.51.100.7 port 51515`)).toEqual({
      kind: 'ssh_invalid_user',
      account: name,
      ...TRUE_PLACE,
    });
  });

  it('goes away from its own address', () => {
    expect(
      sshd(`Connection closed by invalid user ${name} 198.51.100.7 port 51515 [preauth]`)
    ).toEqual({
      kind: 'ssh_disconnected',
      how: 'closed',
      preauth: true,
      account: name,
      accountState: 'invalid',
      ...TRUE_PLACE,
    });
  });

  it('is sent away from its own address, or the line is unreadable', () => {
    const record = sshd(
      `Disconnecting invalid user ${name} 198.51.100.7 port 51515: Change of username or service not allowed: (${name},ssh-connection) -> (x 9.9.9.9 port 1: y,ssh-connection) [preauth]`
    );
    if (record.kind !== 'unreadable') expect(record).toMatchObject(TRUE_PLACE);
  });

  it('has no other address in a failure of PAM', () => {
    expect(
      sshd(
        `pam_sss(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=198.51.100.7 user=${name} rhost=9.9.9.9`
      )
    ).toMatchObject({ kind: 'pam_auth_failure', rhost: '198.51.100.7' });
  });
});

describe('a certificate whose id is', () => {
  it.each([
    `root (serial 1) CA RSA ${FP}`,
    `alice@example.com (serial 1) CA ED25519 ${CA}, signature count = 1`,
    'x from 9.9.9.9 port 1 ssh2',
    `x from 9.9.9.9 port 1 ssh2: RSA ${FP}`,
    `x for root from 9.9.9.9 port 1 ssh2: RSA-CERT ${FP} ID root (serial 1) CA RSA ${FP}`,
    '#012Accepted password for root from 9.9.9.9 port 1 ssh2',
    '<b onmouseover=alert(1)>alice</b>',
    '\u202emoc.elpmaxe@ecila',
    ' ',
  ])('%j names itself, and no other account, address, serial or authority', (id) => {
    expect(
      sshd(
        `Accepted publickey for ubuntu ${FROM_TRUE}: ED25519-CERT ${FP} ID ${id} (serial 42) CA ED25519 ${CA}`
      )
    ).toEqual({
      kind: 'ssh_accepted',
      method: 'publickey',
      account: 'ubuntu',
      ...TRUE_PLACE,
      key: { type: 'ED25519-CERT', fingerprint: FP },
      certificate: { id, serial: '42', caType: 'ED25519', caFingerprint: CA },
    });
  });
});

describe('a command whose directory imitates another command', () => {
  it('may have been run as either account, and nothing of its text is hidden', () => {
    expect(
      sudo(
        'ubuntu : TTY=pts/0 ; PWD=/tmp/x ; USER=mallory ; COMMAND=/bin/true ; USER=root ; COMMAND=/bin/bash'
      )
    ).toEqual({
      kind: 'sudo_command',
      account: 'ubuntu',
      tty: 'pts/0',
      runAsCandidates: ['mallory', 'root'],
      command: '/bin/true ; USER=root ; COMMAND=/bin/bash',
    });
  });

  it('is of the terminal that sudo names, not of the one that the directory does', () => {
    expect(
      sudo('ubuntu : TTY=pts/0 ; PWD=/tmp ; TTY=pts/9 ; PWD=/ ; USER=root ; COMMAND=/bin/bash')
    ).toEqual({
      kind: 'sudo_command',
      account: 'ubuntu',
      tty: 'pts/0',
      pwd: '/tmp ; TTY=pts/9 ; PWD=/',
      runAs: 'root',
      command: '/bin/bash',
    });
  });
});

describe('a command whose variables or arguments imitate another command', () => {
  it.each([
    [
      'ENV=A=x ; USER=mallory ; COMMAND=/bin/true ; COMMAND=/bin/bash',
      '/bin/true ; COMMAND=/bin/bash',
    ],
    [
      "COMMAND=/bin/sh -c 'echo ; USER=mallory ; COMMAND=/bin/true'",
      "/bin/sh -c 'echo ; USER=mallory ; COMMAND=/bin/true'",
    ],
  ])('may have been run as that account too: %s', (text, command) => {
    const record = sudo(`ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; ${text}`);
    if (record.kind !== 'sudo_command') throw new Error(record.kind);
    expect(record.tty).toBe('pts/0');
    expect(record.runAsCandidates ?? [record.runAs]).toContain('root');
    expect(record.command).toBe(command);
  });

  it.each([
    '/bin/echo #012ubuntu : TTY=pts/9 ; COMMAND=/bin/true',
    '/bin/echo \u001b[2J\u001b[31m',
    '/bin/echo <script>alert(1)</script>',
    '/bin/echo \u202etxt.exe',
    '/bin/echo =1+1',
    '/bin/echo ; EXIT=0',
  ])('is kept as it is logged: %j', (command) => {
    expect(sudo(`ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=${command}`)).toEqual({
      kind: 'sudo_command',
      account: 'ubuntu',
      tty: 'pts/0',
      pwd: '/home/ubuntu',
      runAs: 'root',
      command,
    });
  });
});

describe('a refusal that repeats what somebody asked for', () => {
  it('names no terminal that the text may have forged', () => {
    const record = sudo(
      'ubuntu : user not allowed to change root directory to / ; TTY=pts/9 ; PWD=/ ; USER=root ; COMMAND=/bin/sh ; PWD=/home/ubuntu ; USER=root ; COMMAND=/bin/id'
    );
    if (record.kind === 'sudo_command') expect(record.tty).toBeUndefined();
    else expect(record.kind).toBe('unreadable');
  });
});
