/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

const read = (message: string, ident = 'sshd') => parseMessage(ident, message).record;

describe('a session of PAM', () => {
  const opened = { kind: 'pam_session', action: 'opened' };

  it.each([
    [
      'Linux-PAM 1.5 with both accounts',
      'pam_unix(sshd:session): session opened for user ubuntu(uid=1000) by ubuntu(uid=0)',
      {
        ...opened,
        service: 'sshd',
        account: 'ubuntu',
        uid: '1000',
        byAccount: 'ubuntu',
        byUid: '0',
      },
    ],
    [
      'Linux-PAM 1.5 without the account that asked',
      'pam_unix(sshd:session): session opened for user ubuntu(uid=1000) by (uid=0)',
      { ...opened, service: 'sshd', account: 'ubuntu', uid: '1000', byUid: '0' },
    ],
    [
      'Linux-PAM 1.3',
      'pam_unix(sshd:session): session opened for user ubuntu by (uid=0)',
      { ...opened, service: 'sshd', account: 'ubuntu', byUid: '0' },
    ],
    [
      'Linux-PAM 1.3, sudo',
      'pam_unix(sudo:session): session opened for user root by ubuntu(uid=0)',
      { ...opened, service: 'sudo', account: 'root', byAccount: 'ubuntu', byUid: '0' },
    ],
    [
      'a login shell of su',
      'pam_unix(su-l:session): session opened for user root(uid=0) by alice(uid=1000)',
      {
        ...opened,
        service: 'su-l',
        account: 'root',
        uid: '0',
        byAccount: 'alice',
        byUid: '1000',
      },
    ],
    [
      'a name of LOGNAME that imitates another account',
      'pam_unix(sudo:session): session opened for user root(uid=0) by x(uid=0) by bob(uid=1000)',
      {
        ...opened,
        service: 'sudo',
        account: 'root',
        uid: '0',
        byAccount: 'x(uid=0) by bob',
        byUid: '1000',
      },
    ],
  ])('that opened is read: %s', (_what, message, expected) => {
    expect(read(message)).toEqual(expected);
  });

  it.each(['sshd', 'sudo', 'sudo-i', 'su', 'su-l', 'cron', 'systemd-user'])(
    'that closed is read: %s',
    (service) => {
      expect(read(`pam_unix(${service}:session): session closed for user ubuntu`, '')).toEqual({
        kind: 'pam_session',
        action: 'closed',
        service,
        account: 'ubuntu',
      });
    }
  );

  it('whose accounts are lost is unreadable', () => {
    expect(read('pam_unix(sshd:session): session opened for user ubuntu')).toMatchObject({
      kind: 'unreadable',
    });
  });
});

describe('a failure of PAM', () => {
  const failure = { kind: 'pam_auth_failure', service: 'sshd', failures: 1 };

  it.each([
    [
      'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=198.51.100.7  user=root',
      { ...failure, account: 'root', tty: 'ssh', rhost: '198.51.100.7' },
    ],
    [
      'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=2001:db8::7 ',
      { ...failure, tty: 'ssh', rhost: '2001:db8::7' },
    ],
    [
      'pam_sss(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=198.51.100.7 user=alice',
      { ...failure, account: 'alice', tty: 'ssh', rhost: '198.51.100.7' },
    ],
    [
      'PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=198.51.100.7  user=root',
      { ...failure, failures: 2, account: 'root', tty: 'ssh', rhost: '198.51.100.7' },
    ],
    [
      'PAM 1 more authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=198.51.100.7 ',
      { ...failure, tty: 'ssh', rhost: '198.51.100.7' },
    ],
    [
      'pam_unix(sudo:auth): authentication failure; logname=carol uid=1001 euid=0 tty=/dev/pts/0 ruser=carol rhost=  user=carol',
      {
        ...failure,
        service: 'sudo',
        account: 'carol',
        ruser: 'carol',
        logname: 'carol',
        tty: '/dev/pts/0',
      },
    ],
  ])('is read: %s', (message, expected) => {
    expect(read(message)).toEqual(expected);
  });

  it('names the address of PAM, not the one that an account imitates', () => {
    expect(
      read(
        'pam_sss(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=198.51.100.7 user=x rhost=9.9.9.9 user=root'
      )
    ).toEqual({
      ...failure,
      account: 'x rhost=9.9.9.9 user=root',
      tty: 'ssh',
      rhost: '198.51.100.7',
    });
  });
});

describe('a password changed through PAM', () => {
  it('is a change of an account', () => {
    expect(read('pam_unix(passwd:chauthtok): password changed for bob', 'passwd')).toEqual({
      kind: 'account_change',
      program: 'passwd',
      what: 'password changed for bob',
      account: 'bob',
    });
  });
});

describe('other lines of PAM', () => {
  it.each([
    'pam_env(sshd:session): deprecated reading of user environment enabled',
    'pam_unix(sshd:auth): check pass; user unknown',
    'PAM service(sshd) ignoring max retries; 6 > 3',
  ])('say nothing that a view rests on: %s', (message) => {
    expect(read(message)).toEqual({ kind: 'other' });
  });
});
