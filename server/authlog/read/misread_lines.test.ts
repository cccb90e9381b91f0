/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogOptions } from '../authlog_options';
import type { AuthlogLine } from '../authlog_record';
import type { DamagedLine } from '../to_authlog_line';
import { misreadQuery } from './misread_query';
import { readAuthlog } from './read_authlog';
import { OPTIONS, storedAuthlog, type StoredLine } from './stored_authlog.test_support';

const LOGIN = 'Accepted publickey for ubuntu from 192.0.2.1 port 5 ssh2: ED25519 SHA256:alice';

/** A line of the node's clock `day hour:15:02`, indexed at the first of a month. */
function misread(indexedAt: string, day: string, hour: string, message = LOGIN): StoredLine {
  return {
    source: {
      '@timestamp': indexedAt,
      host: day.length === 1 ? '' : day,
      ident: day.length === 1 ? day : hour,
      message: `15:02 node-1 sshd[31]: ${message}`,
      'cluster.name': 'wc',
    },
  };
}

/** What is read of these documents for a period. */
async function read(
  lines: readonly StoredLine[],
  [from, to]: [string, string],
  { now = '2027-06-01T00:00:00Z', ...options }: Partial<AuthlogOptions> & { now?: string } = {}
) {
  const taken: AuthlogLine[] = [];
  const damaged: DamagedLine[] = [];
  const result = await readAuthlog(
    { fromMs: Date.parse(from), toMs: Date.parse(to) },
    storedAuthlog(lines).search,
    { ...OPTIONS, ...options },
    new Date(now),
    { line: (line) => taken.push(line), damaged: (line) => damaged.push(line) }
  );
  return { taken, damaged, result, times: taken.map(({ time }) => time) };
}

describe('lines with a misread time stamp', () => {
  it('are found in every month of a period of many years', async () => {
    const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
    const lines = years.map((year) => misread(`${year}-03-01T00:00:00Z`, '27', '08'));
    const { times } = await read(lines, ['2016-01-01T00:00:00Z', '2026-12-31T00:00:00Z']);
    expect(times).toEqual(years.map((year) => `${year}-03-27T08:15:02Z`));
  });

  it('are asked for with few clauses, however long the period', () => {
    const ever = { fromMs: Date.parse('0001-01-01T00:00:00Z'), toMs: 253_402_300_799_000 };
    expect(
      JSON.stringify(misreadQuery(ever)).match(/"(?:terms|range|exists)"/g)?.length
    ).toBeLessThan(500);
  });

  it.each([
    [
      'of the first hours of a month that has not begun in UTC',
      'Asia/Tokyo',
      misread('2026-02-01T00:00:00Z', '1', ''),
      ['2026-01-31T22:30:00Z', '2026-01-31T23:30:00Z'],
      '2026-01-31T23:30:00Z',
    ],
    [
      'of the same, where the collector has the zone of the nodes',
      'Asia/Tokyo',
      misread('2026-01-31T15:00:00Z', '1', ''),
      ['2026-01-31T22:30:00Z', '2026-01-31T23:30:00Z'],
      '2026-01-31T23:30:00Z',
    ],
    [
      'of the last hours of a month that has ended in UTC',
      'America/New_York',
      misread('2026-01-01T00:00:00Z', '31', '21'),
      ['2026-02-01T02:00:00Z', '2026-02-01T03:00:00Z'],
      '2026-03-01T00:00:00Z',
    ],
  ] as Array<[string, string, StoredLine, [string, string], string]>)(
    'are found %s',
    async (_, timeZone, line, period, now) => {
      const { taken } = await read([line], period, { timeZone, now, sessionLookbackMs: 0 });
      expect(taken).toHaveLength(1);
    }
  );
});
