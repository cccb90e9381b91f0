/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { parseMessage } from './parse_message';
import { recordedDocuments } from './recorded_lines.test_support';
import { toAuthlogLine } from './to_authlog_line';

const UTC = { timeZone: 'UTC' };

describe('the recorded documents', () => {
  const whole = recordedDocuments('authlog.ndjson').map((document) => toAuthlogLine(document, UTC));
  const misparsed = recordedDocuments('authlog-misparsed.ndjson').map((document) =>
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

const UNREPAIRED = {
  '@timestamp': '2026-01-27T08:15:02.123456789+00:00',
  host: 'node-1',
  ident: 'sshd',
  pid: '317',
  message: 'Server listening on 0.0.0.0 port 22.',
  'cluster.name': 'wc',
};

/** The line of a document like that one, with other fields. */
const lineOf = (fields: Record<string, unknown>) =>
  toAuthlogLine(
    { index: 'authlog-1', id: 'x', order: 7, source: { ...UNREPAIRED, ...fields } },
    UTC
  );

describe('a document as the collector should write it', () => {
  it('is taken as it is, with all digits of its time', () => {
    expect(lineOf({})).toEqual({
      line: {
        index: 'authlog-1',
        id: 'x',
        order: 7,
        cluster: 'wc',
        host: 'node-1',
        ident: 'sshd',
        pid: '317',
        message: 'Server listening on 0.0.0.0 port 22.',
        time: '2026-01-27T08:15:02.123456789+00:00',
        timeMs: Date.parse('2026-01-27T08:15:02.123Z'),
        timeToMs: Date.parse('2026-01-27T08:15:02.123Z'),
        precision: 'exact',
        repaired: false,
      },
    });
  });

  it('may have no pid and no program', () => {
    const result = lineOf({ pid: undefined, ident: undefined });
    expect(result).toMatchObject({ line: { ident: '' } });
    expect(result).not.toHaveProperty('line.pid');
  });

  it('may name its cluster in an object, or not at all', () => {
    const unnamed = { 'cluster.name': undefined };
    expect(lineOf({ ...unnamed, cluster: { name: 'sc' } })).toMatchObject({
      line: { cluster: 'sc' },
    });
    for (const cluster of [undefined, null, 'sc', 5, [], {}, { name: null }, { name: {} }]) {
      expect(lineOf({ ...unnamed, cluster })).toMatchObject({ line: { cluster: '' } });
    }
  });

  it('may hold numbers where text should be', () => {
    expect(lineOf({ pid: 317, host: 9, message: 42 })).toMatchObject({
      line: { pid: '317', host: '9', message: '42' },
    });
  });

  it.each([
    ['2026-01-27T08:15:02Z', '2026-01-27T08:15:02.000Z'],
    ['2026-01-27T09:15:02.5+01:00', '2026-01-27T08:15:02.500Z'],
    ['2026-01-27T08:15:02', '2026-01-27T08:15:02.000Z'],
    [1_769_501_702_123, '2026-01-27T08:15:02.123Z'],
    ['1769501702123', '2026-01-27T08:15:02.123Z'],
  ])('may write its time as %s', (time, iso) => {
    expect(lineOf({ '@timestamp': time })).toMatchObject({ line: { timeMs: Date.parse(iso) } });
  });
});

describe('a document with an array of one value', () => {
  it('says what the value says, as it does to OpenSearch', () => {
    expect(lineOf({ host: ['n'], ident: ['sshd'], pid: [5], message: ['x'] })).toMatchObject({
      line: { host: 'n', ident: 'sshd', pid: '5', message: 'x' },
    });
    expect(lineOf({ '@timestamp': ['2026-01-27T08:15:02Z'] })).toMatchObject({
      line: { timeMs: Date.parse('2026-01-27T08:15:02Z') },
    });
  });
});

describe('the program', () => {
  it.each([
    ['/usr/sbin/sshd', { ident: 'sshd', pid: '317' }],
    [['/usr/sbin/sshd'], { ident: 'sshd', pid: '317' }],
    [' sshd ', { ident: 'sshd', pid: '317' }],
    ['systemd-logind', { ident: 'systemd-logind', pid: '317' }],
    ['(systemd)', { ident: '(systemd)', pid: '317' }],
    [['sshd', 'sudo'], { ident: '', pid: '317' }],
    [null, { ident: '', pid: '317' }],
  ])('of %j comes without path', (ident, expected) => {
    expect(lineOf({ ident })).toMatchObject({ line: expected });
  });

  it.each(['sshd[9]', 'sshd[9]:', '/usr/sbin/sshd[9]'])('of %s comes without its pid', (ident) => {
    expect(lineOf({ ident, pid: undefined })).toMatchObject({ line: { ident: 'sshd', pid: '9' } });
    expect(lineOf({ ident, pid: '317' })).toMatchObject({ line: { ident: 'sshd', pid: '317' } });
  });

  it('of a repaired line comes without path', () => {
    const message = '15:02 node-1 /usr/sbin/sshd[317]: x';
    const at = '2026-01-01T00:00:00Z';
    expect(lineOf({ host: '27', ident: '08', message, '@timestamp': at })).toMatchObject({
      line: { ident: 'sshd', pid: '317', message: 'x' },
    });
  });
});

describe('a document that cannot be a line', () => {
  it.each([
    [{ message: undefined }, 'it holds no message'],
    [{ message: null }, 'it holds no message'],
    [{ message: ['Accepted password', 'x'] }, 'it holds no message'],
    [{ message: { text: 'x' } }, 'it holds no message'],
    [{ '@timestamp': undefined }, 'its time cannot be read'],
    [{ '@timestamp': 'yesterday' }, 'its time cannot be read'],
    [{ '@timestamp': 1e300 }, 'its time cannot be read'],
    [{ '@timestamp': ['2026-01-27T08:15:02Z', 'x'] }, 'its time cannot be read'],
    [{ host: undefined }, 'it names no host'],
    [{ host: '' }, 'it names no host'],
    [
      { host: '27', ident: '08', message: 'x' },
      'its time stamp was misread, and its host cannot be found',
    ],
  ])('%j is damaged, and says why', (fields, why) => {
    expect(lineOf(fields)).toMatchObject({
      damaged: { why, document: { index: 'authlog-1', id: 'x' }, cluster: 'wc', host: '' },
    });
  });

  it('is shown with everything that is left of it', () => {
    expect(lineOf({ host: 'Failed', ident: 'password', message: 'for root from x' })).toMatchObject(
      {
        damaged: { message: 'Failed password for root from x' },
      }
    );
  });

  it('was no login of which somebody could have stayed, unless it was accepted', () => {
    expect(lineOf({ host: 'Failed', ident: 'password' })).not.toHaveProperty('damaged.login');
    expect(lineOf({ host: 'Accepted', ident: 'password', message: 'for x' })).toHaveProperty(
      'damaged.login',
      {}
    );
  });
});

it('any document becomes a line or a damaged one, and never an error', () => {
  const FIELDS = ['@timestamp', 'host', 'ident', 'pid', 'message', 'cluster.name', 'cluster'];
  const likely = fc.constantFrom('', '5', '27', '08', '15:02 n sshd[1]: x', '2026-01-01T00:00:00Z');
  const source = fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(likely, fc.jsonValue()));
  fc.assert(
    fc.property(source, fc.constantFrom('UTC', 'Europe/Stockholm'), (fields, timeZone) => {
      const result = toAuthlogLine({ index: 'i', id: 'x', order: 0, source: fields }, { timeZone });
      if (!('line' in result)) {
        expect(result.damaged.why).not.toBe('');
        return;
      }
      const { line } = result;
      expect(line.timeMs).toBeLessThanOrEqual(line.timeToMs);
      expect(Date.parse(line.time)).not.toBeNaN();
      expect(line.host).not.toBe('');
    }),
    { numRuns: 2000 }
  );
});
