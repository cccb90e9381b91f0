/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toAuthlogLine } from './to_authlog_line';

const UNREPAIRED = {
  '@timestamp': '2026-01-27T08:15:02.123456789+00:00',
  host: 'node-1',
  ident: 'sshd',
  pid: '317',
  message: 'Server listening on 0.0.0.0 port 22.',
  'cluster.name': 'wc',
};

/** The line of a document like that one, with other fields. */
const lineOf = (fields: Record<string, unknown>, indexedMs?: number) =>
  toAuthlogLine(
    { index: 'authlog-1', id: 'x', order: 7, source: { ...UNREPAIRED, ...fields }, indexedMs },
    { timeZone: 'UTC' }
  );

describe('a damaged login', () => {
  const ACCEPTED = 'Accepted publickey for x from 192.0.2.1 port 5 ssh2: ED25519 SHA256:abc';

  it.each([
    ['without a host', { host: undefined, message: ACCEPTED }],
    ['of two hosts', { host: ['a', 'b'], message: ACCEPTED }],
    ['of two messages', { message: ['x', ACCEPTED] }],
    ['of no readable time', { '@timestamp': 'yesterday', message: ACCEPTED }],
    ['of an unknown program', { host: '', ident: '', message: ACCEPTED }],
  ])('%s is one of its key', (_, fields) => {
    expect(lineOf(fields)).toHaveProperty('damaged.login', { fingerprint: 'SHA256:abc' });
  });

  it('may be a line of sshd or of an unknown program that holds no message', () => {
    for (const ident of ['sshd', 'sshd-session', 'sshd-auth', '', 'x', undefined]) {
      expect(lineOf({ ident, message: undefined })).toHaveProperty('damaged.login', {});
    }
    for (const ident of ['sudo', 'su', 'CRON', 'useradd', 'systemd-logind']) {
      expect(lineOf({ ident, message: undefined })).not.toHaveProperty('damaged.login');
    }
  });

  it('of a misread time stamp may be of any day of its month', () => {
    const message = '15:02 node-1 sshd[317]: Accepted password for x from 192.0.2.1 port 5 ssh2';
    const at = '2026-02-01T00:00:00Z';
    expect(lineOf({ host: '30', ident: '08', message, '@timestamp': at })).toMatchObject({
      damaged: {
        login: {},
        timeMs: Date.parse('2026-01-31T00:00:00Z'),
        timeToMs: Date.parse('2026-03-05T00:00:00Z'),
      },
    });
  });
});

describe('a time that only OpenSearch can read', () => {
  const read = (indexedMs: number) => lineOf({ '@timestamp': '1/27/26' }, indexedMs);

  it('is that of the index', () => {
    expect(read(Date.parse('2026-01-27T08:15:02.5Z'))).toMatchObject({
      line: { time: '2026-01-27T08:15:02.500Z', timeMs: Date.parse('2026-01-27T08:15:02.5Z') },
    });
  });

  it('is not that of a document that has none there', () => {
    expect(read(2 ** 63)).toMatchObject({ damaged: { timeMs: NaN } });
  });
});
