/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import { toAuthlogRecord } from './authlog_line';
import { toNode } from './clusters';
import { collectSample } from './collect_sample';
import { sampleDirectory } from './sample_directory';
import { sampleStory } from './sample_story';
import { SSH_FORMER, SSH_UNKNOWN } from './ssh_users';

const OPTIONS = { now: new Date('2026-01-27T10:20:30.456Z'), events: 20_000 };
const { authlog } = collectSample(OPTIONS);
const directory = sampleDirectory(OPTIONS);
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
    ['cron', /^pam_unix\(cron:session\): session closed for user root$/],
  ])('hold %s', (_what, pattern) => {
    expect(some(pattern)).toBeGreaterThan(0);
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

describe('sampleDirectory', () => {
  const used = new Set(
    messages.flatMap((message) => /ssh2: \S+ (SHA256:[\w+/]{43})/.exec(message)?.[1] ?? [])
  );
  const known = new Set(directory.entries.map((entry) => entry.value));

  it('knows every key that was used, but one', () => {
    const unknown = [...used].filter((fingerprint) => !known.has(fingerprint));
    expect(unknown).toEqual([SSH_UNKNOWN.key.fingerprint]);
    expect(used.size).toBe(11);
  });

  it('ends the validity of the key of somebody who left, before its last use', () => {
    const { fingerprint } = SSH_FORMER.key;
    const entry = directory.entries.find((each) => each.value === fingerprint);
    const login = authlog.find((each) => each.message.endsWith(fingerprint));
    expect(entry?.person).toBe('tomas.vik@example.com');
    expect(Date.parse(entry?.validTo ?? '')).toBeLessThan(Date.parse(login?.['@timestamp'] ?? ''));
  });

  it('gives authorized_keys whose fingerprints are those of the log', () => {
    const lines = directory.authorizedKeys
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    const fingerprints = lines.map((line) => {
      const hash = createHash('sha256').update(Buffer.from(line.split(' ')[1], 'base64'));
      return `SHA256:${hash.digest('base64').replace(/=+$/, '')}`;
    });
    expect(fingerprints).toHaveLength(10);
    for (const fingerprint of fingerprints) expect(known).toContain(fingerprint);
  });
});
