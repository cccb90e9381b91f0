/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import { join } from 'path';
import { parseMessage } from './parse_message';
import { toAuthlogLine } from './to_authlog_line';

const read = (name: string) =>
  readFileSync(join(__dirname, '../../test/fixtures', name), 'utf8')
    .trim()
    .split('\n')
    .map((line, order) => ({
      index: 'authlog',
      id: String(order),
      order,
      source: JSON.parse(line) as Record<string, unknown>,
    }));

const UTC = { timeZone: 'UTC' };

describe('the recorded documents', () => {
  const whole = read('authlog.ndjson').map((document) => toAuthlogLine(document, UTC));
  const misparsed = read('authlog-misparsed.ndjson').map((document) =>
    toAuthlogLine(document, UTC)
  );

  it('are all read, and none of their messages is unreadable', () => {
    for (const result of [...whole, ...misparsed]) {
      if (!('line' in result)) throw new Error(result.damaged.why);
      const { record } = parseMessage(result.line.ident, result.line.message);
      expect([record.kind, result.line.message]).not.toEqual(['unreadable', result.line.message]);
    }
  });

  it('say the same when the collector misread their time stamps', () => {
    expect(misparsed).toHaveLength(120);
    misparsed.forEach((result, i) => {
      const original = whole[i];
      if (!('line' in result) || !('line' in original)) throw new Error('damaged');
      expect(result.line.repaired).toBe(true);
      expect(result.line.precision).toBe('second');
      expect(result.line.timeMs).toBe(Math.floor(original.line.timeMs / 1000) * 1000);
      expect([result.line.host, result.line.pid]).toEqual([original.line.host, original.line.pid]);
      expect(parseMessage(result.line.ident, result.line.message)).toEqual(
        parseMessage(original.line.ident, original.line.message)
      );
    });
  });
});

describe('a misread time stamp', () => {
  const document = (source: Record<string, unknown>) => ({ index: 'a', id: 'b', order: 1, source });
  const stamp = (host: string, ident: string, message: string, month = '2026-01') =>
    toAuthlogLine(
      document({ host, ident, message, '@timestamp': `${month}-01T00:00:00.000000000+00:00` }),
      UTC
    );

  it('of a day with one digit has lost its hour', () => {
    const result = stamp(
      '',
      '5',
      '15:02 node-1 sshd[317]: Accepted password for x from 1.2.3.4 port 5'
    );
    expect(result).toMatchObject({
      line: {
        host: 'node-1',
        ident: 'sshd',
        pid: '317',
        message: 'Accepted password for x from 1.2.3.4 port 5',
        precision: 'hour_unknown',
        timeMs: Date.parse('2026-01-05T00:15:02Z'),
        timeToMs: Date.parse('2026-01-05T23:15:02.999Z'),
      },
    });
  });

  it('of a day that the month does not have is not repaired', () => {
    expect(stamp('30', '08', '15:02 node-1 sshd[317]: x', '2026-02')).toMatchObject({
      damaged: { why: 'its day does not exist in the month of its index time' },
    });
  });

  it('counts in the zone of the nodes', () => {
    const source = {
      host: '27',
      ident: '08',
      message: '15:02 node-1 sshd[317]: x',
      '@timestamp': '2026-07-01T00:00:00+00:00',
    };
    const result = toAuthlogLine(document(source), { timeZone: 'Europe/Stockholm' });
    expect(result).toMatchObject({ line: { timeMs: Date.parse('2026-07-27T06:15:02Z') } });
  });
});

describe('what an older collector lost', () => {
  it('is a login of which only the key is left', () => {
    const result = toAuthlogLine(
      {
        index: 'a',
        id: 'b',
        order: 1,
        source: {
          host: 'Accepted',
          ident: 'publickey',
          message: 'ED25519 SHA256:abc',
          '@timestamp': '2026-01-27T08:15:02+00:00',
          'cluster.name': 'wc',
        },
      },
      UTC
    );
    expect(result).toMatchObject({
      damaged: {
        cluster: 'wc',
        message: 'Accepted publickey ED25519 SHA256:abc',
        login: { fingerprint: 'SHA256:abc' },
      },
    });
  });
});
