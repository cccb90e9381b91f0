/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toAuthlogRecord } from './authlog_line';
import { toNode } from './clusters';
import { collectSample } from './collect_sample';
import { sampleStory } from './sample_story';
import { SSH_CARL } from './ssh_users';

const OPTIONS = { now: new Date('2026-01-27T10:20:30.456Z'), events: 20_000 };
const { authlog } = collectSample(OPTIONS);
const messages = authlog.map((each) => each.message);
const some = (pattern: RegExp) => messages.filter((message) => pattern.test(message)).length;

function lineAt(instant: string, ident: string, message: string, pid?: number) {
  const node = toNode('prod-wc-worker-2');
  return toAuthlogRecord({ node, at: Date.parse(instant) * 1_000, ident, pid, message })?.source;
}

describe('auth.log records of the sample', () => {
  it('hold no other fields than there are', () => {
    const fields = new Set(authlog.flatMap((each) => Object.keys(each)));
    expect([...fields].sort()).toEqual([
      '@timestamp',
      'cluster.name',
      'host',
      'ident',
      'message',
      'pid',
      'tag',
    ]);
    expect(new Set(authlog.map((each) => typeof each.pid))).toEqual(
      new Set(['string', 'undefined'])
    );
  });

  it('hold a mis-parsed line as the collector makes it of a traditional time stamp', () => {
    expect(
      lineAt('2026-01-27T08:15:02Z', 'sshd', 'Accepted publickey for ubuntu', 3178576)
    ).toEqual({
      host: '27',
      ident: '08',
      message: '15:02 prod-wc-worker-2 sshd[3178576]: Accepted publickey for ubuntu',
      'cluster.name': 'prod-wc',
      '@timestamp': '2026-01-01T00:00:00.000000000+00:00',
      tag: 'authlog.var.log.auth.log',
    });
  });

  it('lose the hour of a single-digit day', () => {
    expect(
      lineAt('2026-02-05T08:15:02Z', 'sudo', '  ubuntu : TTY=pts/0 ; COMMAND=/usr/bin/id')
    ).toEqual({
      host: '',
      ident: '5',
      message: '15:02 prod-wc-worker-2 sudo:   ubuntu : TTY=pts/0 ; COMMAND=/usr/bin/id',
      'cluster.name': 'prod-wc',
      '@timestamp': '2026-02-01T00:00:00.000000000+00:00',
      tag: 'authlog.var.log.auth.log',
    });
  });

  it('keep mis-parsed lines in the index of the day on which they came', () => {
    const { documents } = collectSample(OPTIONS);
    const line = documents.find(
      ({ index, source }) =>
        index.includes('2026.01.20') && 'host' in source && source.host === '20'
    );
    expect(line?.source).toMatchObject({ '@timestamp': '2026-01-01T00:00:00.000000000+00:00' });
  });

  it('come from every node that runs rsyslog, and from no other', () => {
    const hosts = new Set(
      authlog.map((each) => each.host).filter((host) => host.startsWith('prod-'))
    );
    expect([...hosts].sort()).toEqual([
      'prod-sc-control-plane-0',
      'prod-sc-worker-0',
      'prod-sc-worker-1',
      'prod-wc-control-plane-0',
      'prod-wc-control-plane-1',
      'prod-wc-control-plane-2',
      'prod-wc-worker-0',
      'prod-wc-worker-1',
    ]);
  });

  it.each([
    [
      'a login with each type of key',
      /^Accepted publickey for ubuntu from [\d.]+ port \d+ ssh2: (ED25519|RSA|ECDSA) SHA256:[\w+/]{43}$/,
    ],
    [
      'a login with a certificate',
      /-CERT SHA256:\S+ ID sara\.wikstrom@example\.com serial 7 \(break glass\) \(serial 7\) CA ED25519 SHA256:/,
    ],
    ['a login with a password', /^Accepted password for deploy from /],
    [
      'the start of a session',
      /^pam_unix\(sshd:session\): session opened for user ubuntu\(uid=1000\)/,
    ],
    [
      'the terminal of a session',
      /^Starting session: shell on pts\/\d for ubuntu from [\d.]+ port \d+ id 0$/,
    ],
    ['the end of a session', /^Received disconnect from [\d.]+ port \d+:11: disconnected by user$/],
    [
      'a command',
      /^ubuntu : TTY=pts\/\d ; PWD=\/home\/ubuntu ; USER=root ; COMMAND=\/usr\/bin\/systemctl/,
    ],
    ['a refused command', /^ubuntu : command not allowed ; TTY=/],
    ['a wrong password of sudo', /^ubuntu : 3 incorrect password attempts ; /],
    ['somebody who is no sudoer', /^deploy : user NOT in sudoers ; /],
    ['the rest of a long command', /^ubuntu : \(command continued\) /],
    ['su', /^\(to root\) ubuntu on pts\/0$/],
    ['a refused su', /^FAILED SU \(to root\) ubuntu on pts\/0$/],
    ['logind', /^New session \d+ of user ubuntu\.$/],
    ['a name that does not exist', /^Invalid user \S+ from 192\.0\.2\.\d+ port \d+$/],
    ['repeated failures', /^message repeated [2-5] times: \[ Failed password for /],
    ['a certificate that has expired', /^error: Certificate invalid: expired$/],
    ['a name that may not log in', /not allowed because not listed in AllowUsers$/],
    ['a command of Ansible, too long for a keyword field', /^ubuntu : PWD=(?=.{256}).*AnsiballZ/],
    [
      'a login as root',
      /^Accepted publickey for root from 198\.51\.100\.8 port \d+ ssh2: RSA SHA256:/,
    ],
    ['a password as ubuntu', /^Accepted password for ubuntu from 198\.51\.100\.13 port \d+ ssh2$/],
    ['sudo by root', /^root : TTY=pts\/1 ; PWD=\/root ; USER=root ; COMMAND=\/usr\/bin\/etcdctl/],
    [
      'a root shell',
      /^pam_unix\(sudo-i:session\): session opened for user root\(uid=0\) by ubuntu/,
    ],
    ['the end of a terminal', /^Close session: user ubuntu from [\d.]+ port \d+ id 0$/],
    [
      'a session of systemd 257',
      /^New session '\d+' of user 'ubuntu' with class 'user' and type 'tty'\.$/,
    ],
    [
      'sudo-rs',
      /^ubuntu : TTY=\/dev\/pts\/0 ; PWD=\/tmp ; USER=postgres ; COMMAND=\/usr\/bin\/psql -l$/,
    ],
    [
      'sudo-rs without arguments',
      /^ubuntu : TTY=\/dev\/pts\/\d ; PWD=\/home\/ubuntu ; USER=root ; COMMAND=\/usr\/bin\/id $/,
    ],
    [
      'sudo-rs without a terminal',
      /^ubuntu : {2}PWD=\/home\/ubuntu ; USER=root ; COMMAND=\/usr\/bin\/crictl ps$/,
    ],
    [
      'a failure that happened twice more',
      /^message repeated 2 times: \[ Failed password for root from 192\.0\.2\.66 port \d+ ssh2\]$/,
    ],
    ['cron', /^pam_unix\(cron:session\): session closed for user root$/],
  ])('hold %s', (_what, pattern) => {
    expect(some(pattern)).toBeGreaterThan(0);
  });

  it('name the programs of OpenSSH 10 on the node that has it, and on no other', () => {
    const hosts = (ident: string) =>
      new Set(authlog.filter((each) => each.ident === ident).map((each) => each.host));
    expect(hosts('sshd-session')).toEqual(new Set(['prod-wc-control-plane-2']));
    expect(hosts('sshd-auth')).toEqual(new Set(['prod-wc-control-plane-2']));
    expect(hosts('sshd')).not.toContain('prod-wc-control-plane-2');
  });

  it('hold a login of which an older collector left nothing but the key', () => {
    expect(authlog.filter((each) => each.host === 'Accepted')).toEqual([
      {
        host: 'Accepted',
        ident: 'publickey',
        message: `ED25519 ${SSH_CARL.key.fingerprint}`,
        'cluster.name': 'prod-sc',
        '@timestamp': expect.stringMatching(/^2025-12-29T00:40:0[01]\.\d{6}000\+00:00$/),
        tag: 'authlog.var.log.auth.log',
      },
    ]);
  });

  it('hold a sudo of which an older collector left nothing but what follows the account', () => {
    expect(authlog.find((each) => each.host === '' && each.ident === '')).toMatchObject({
      message:
        'TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/systemctl reload rsyslog',
    });
  });

  it('number the sessions of a node upwards, but for a restart of it', () => {
    const numbers = new Map<string, number[]>();
    for (const { host, message } of authlog) {
      const number = /^New session '?(\d+)'? of/.exec(message)?.[1];
      if (number && host.startsWith('prod-'))
        numbers.set(host, [...(numbers.get(host) ?? []), Number(number)]);
    }
    const falls = [...numbers].flatMap(([host, all]) =>
      [...new Set(all)].filter((number, i, each) => i > 0 && number < each[i - 1]).map(() => host)
    );
    expect(falls).toEqual(['prod-wc-worker-0']);
  });

  it('never give a terminal to two sessions of a node at once', () => {
    const held = new Map<string, string>();
    const ordered = [...authlog]
      .filter((each) => /^(Starting|Close) session: /.test(each.message))
      .sort((a, b) => (a['@timestamp'] < b['@timestamp'] ? -1 : 1));
    for (const { host, message } of ordered) {
      const connection = / from (\S+ port \d+) id/.exec(message)?.[1] ?? '';
      const terminal = / on (pts\/\d+) for /.exec(message)?.[1];
      if (terminal) {
        expect([undefined, connection]).toContain(held.get(`${host} ${terminal}`));
        held.set(`${host} ${terminal}`, connection);
      }
      if (!message.startsWith('Close')) continue;
      for (const [key, holder] of held) if (holder === connection) held.delete(key);
    }
  });

  it('write an empty program for names in brackets', () => {
    const bracketed = authlog.filter((each) =>
      each.message.startsWith('pam_unix(systemd-user:session)')
    );
    expect(bracketed.length).toBeGreaterThan(0);
    expect(new Set(bracketed.map((each) => each.ident))).toEqual(new Set(['']));
  });

  it('write the disconnect with another process id than the login', () => {
    const login = authlog.find((each) => each.message.startsWith('Accepted') && each.pid);
    const address = / from (\S+ port \d+)/.exec(login?.message ?? '')?.[1] ?? '';
    const end = authlog.find(
      (each) => each.message.startsWith('Received disconnect') && each.message.includes(address)
    );
    expect(end?.pid).toBeDefined();
    expect(end?.pid).not.toBe(login?.pid);
  });

  it('show the two administrators on the control-plane node at once', () => {
    const { breakGlass } = sampleStory(OPTIONS);
    const logins = breakGlass.logins.map(({ from, fingerprint }) =>
      authlog.find(
        (each) =>
          each.host === breakGlass.node &&
          each['@timestamp'] === from &&
          each.message.endsWith(fingerprint)
      )
    );
    expect(logins.map((login) => login?.ident)).toEqual(['sshd', 'sshd']);
    const terminals = authlog.filter(
      (each) => each.host === breakGlass.node && each.message.startsWith('Starting session')
    );
    expect(terminals).toEqual([]);
  });
});
