/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { collected, type SshdLine } from './sshd_lines.test_support';

const failed = (from: string, port: number, account = 'root') =>
  `Failed password for ${account} from ${from} port ${port} ssh2`;
const refused = (from: string, port: number, account = 'root') =>
  `Connection closed by authenticating user ${account} ${from} port ${port} [preauth]`;

/** Who failed from where, how often and over how many connections. */
function table(lines: readonly SshdLine[]) {
  return [...collected(lines).groups.values()].map(
    ({ sourceIp, account, attempts, connections }) => [sourceIp, account, attempts, connections]
  );
}

describe('failed logins', () => {
  it('of one connection count together, and its end not again', () => {
    const lines: SshdLine[] = [
      ['10:00:00', '7', failed('192.0.2.1', 50000)],
      ['10:00:02', '7', failed('192.0.2.1', 50000)],
      ['10:00:03', '7', refused('192.0.2.1', 50000)],
    ];
    expect(table(lines)).toEqual([['192.0.2.1', 'root', 2, 1]]);
  });

  it('are of their own source where a pid is used again and no end was logged', () => {
    const lines: SshdLine[] = [
      ['10:00:00', '7', failed('192.0.2.1', 50000)],
      ['10:05:00', '7', failed('203.0.113.9', 41000, 'ubuntu')],
      ['10:05:01', '7', refused('203.0.113.9', 41000, 'ubuntu')],
    ];
    expect(table(lines)).toEqual([
      ['192.0.2.1', 'root', 1, 1],
      ['203.0.113.9', 'ubuntu', 1, 1],
    ]);
  });

  it('of two connections from one address are told apart by the port', () => {
    const lines: SshdLine[] = [
      ['10:00:00', '7', failed('192.0.2.1', 50000)],
      ['10:05:00', '7', failed('192.0.2.1', 50001)],
    ];
    expect(table(lines)).toEqual([['192.0.2.1', 'root', 2, 2]]);
  });

  it('are not of a connection that was silent for longer than sshd waits', () => {
    const lines: SshdLine[] = [
      ['10:00:00', '7', 'Invalid user eve from 192.0.2.1 port 50000'],
      ['15:00:00', '7', 'User root not allowed because account is locked'],
    ];
    expect(table(lines)).toEqual([
      ['192.0.2.1', 'eve', 1, 1],
      [undefined, 'root', 1, 1],
    ]);
  });

  it('are counted where the pid logs in from elsewhere later', () => {
    const lines: SshdLine[] = [
      ['10:00:00', '7', 'Invalid user eve from 192.0.2.1 port 50000'],
      ['10:01:00', '7', 'Accepted password for ubuntu from 203.0.113.9 port 41000 ssh2'],
    ];
    expect(table(lines)).toEqual([['192.0.2.1', 'eve', 1, 1]]);
  });

  it('of a name and its address are of one connection', () => {
    const lines: SshdLine[] = [
      ['10:00:00', '7', 'User root from host.example.com not allowed because not listed'],
      ['10:00:01', '7', failed('192.0.2.1', 50000)],
    ];
    expect(table(lines)).toEqual([['192.0.2.1', 'root', 1, 1]]);
  });
});

describe('what is kept of failed logins', () => {
  const many = (count: number, line: (i: number) => SshdLine) =>
    Array.from({ length: count }, (_, i) => line(i));

  it('is a few numbers, however often one line says that it was repeated', () => {
    const message = `message repeated 900000000 times: [ ${failed('192.0.2.1', 50000)}]`;
    const collector = collected(many(500, () => ['10:00:00', '7', message]));
    const [group] = collector.groups.values();
    expect(group.attempts).toBe(450_000_000_000);
    expect([...group.bars.values()]).toEqual([450_000_000_000]);
  });

  it('has 20 ways of failing for a source and account, and the rest as one', () => {
    const lines = many(50, (i): SshdLine => [
      '10:00:00',
      String(i),
      `Authentication refused: bad ownership of ${'x'.repeat(400)}${i}`,
    ]);
    const other = many(50, (i): SshdLine => [
      '11:00:00',
      `a${i}`,
      `User root from 192.0.2.1 not allowed because reason ${i}`,
    ]);
    const groups = [...collected([...lines, ...other]).groups.values()];
    const ofRoot = groups.find(({ account }) => account === 'root');
    expect(ofRoot?.ways.size).toBe(21);
    expect(ofRoot?.ways.get('other ways')).toBe(30);
    for (const way of groups.flatMap(({ ways }) => [...ways.keys()])) {
      expect(way.length).toBeLessThanOrEqual(160);
    }
  });

  it('has a bounded number of keys, and counts the attempts with others', () => {
    const lines = many(500, (i): SshdLine => [
      '10:00:00',
      '7',
      `Failed publickey for root from 192.0.2.1 port 50000 ssh2: ED25519 SHA256:k${i}`,
    ]);
    const collector = collected(lines);
    const [group] = collector.groups.values();
    expect(group.fingerprints.size).toBe(200);
    expect(collector.keysLeftOut).toBe(300);
  });

  it('has bounds over all groups, and counts what is beyond', () => {
    const lines = many(100, (i): SshdLine => [
      '10:00:00',
      String(i),
      failed(`192.0.2.${i}`, 50000, `u${i}`),
    ]);
    const collector = collected(lines, { groups: 60, bars: 50, words: 10 });
    expect(collector.groups.size).toBe(60);
    expect(collector.attemptsLeftOut).toBe(40);
    expect(collector.attemptsNotDrawn).toBe(10);
    const ways = [...collector.groups.values()].flatMap((group) => [...group.ways.keys()]);
    expect(ways.filter((way) => way === 'other ways')).toHaveLength(50);
  });
});
