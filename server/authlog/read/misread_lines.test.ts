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

const DAY: [string, string] = ['2026-01-27T00:00:00Z', '2026-01-27T23:59:59.999Z'];

describe('a document with a misread time stamp', () => {
  const FIRST = '2026-01-01T00:00:00Z';
  const hostless = (line: StoredLine): StoredLine => ({
    source: { ...line.source, message: 'nothing more' },
  });

  it('is read once, although it lies within the time that is read', async () => {
    const lines = [misread(FIRST, '2', ''), hostless(misread(FIRST, '2', ''))];
    const first: [string, string] = ['2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z'];
    const { taken, damaged, result } = await read(lines, first);
    expect([taken.length, damaged.length, result.lines]).toEqual([1, 1, 2]);
  });

  it('that cannot be repaired is of its day', async () => {
    const { damaged } = await read([hostless(misread(FIRST, '27', '08'))], DAY);
    expect(damaged).toMatchObject([
      {
        timeMs: Date.parse('2026-01-27T00:00:00Z'),
        timeToMs: Date.parse('2026-01-27T23:59:59.999Z'),
      },
    ]);
  });

  it('is not taken for one of another day, though it lies within the time that is read', async () => {
    const lines = [misread(FIRST, '30', '08'), hostless(misread(FIRST, '30', '08'))];
    const first: [string, string] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'];
    const { taken, damaged } = await read(lines, first);
    expect([taken, damaged]).toEqual([[], []]);
  });

  it('counts where it is of the period, and not of the time around it', async () => {
    const lines = [misread(FIRST, '26', '08'), misread(FIRST, '27', '08')];
    const { taken, result } = await read(lines, DAY);
    expect([taken.length, result.repaired]).toEqual([2, 1]);
    expect(result.reasons).toContainEqual(
      expect.objectContaining({ code: 'unparsed_lines', count: 1 })
    );
  });
});

describe('a line of the turn of the year', () => {
  const DAYS: [string, string] = ['2026-12-31T00:00:00Z', '2027-01-01T12:00:00Z'];
  const NOW = { now: '2027-01-02T00:00:00Z' };
  /** Of 31 December, collected in January: the year is the new one. */
  const late = misread('2027-12-01T00:00:00Z', '31', '23');

  it('that was collected in January is of December', async () => {
    const { times } = await read([late], DAYS, NOW);
    expect(times).toEqual(['2026-12-31T23:15:02Z']);
  });

  it('is there beside those that were collected in December', async () => {
    const early = { ...misread('2026-12-01T00:00:00Z', '31', '22'), index: 'authlog-2026.12.31' };
    const { times } = await read([late, early], DAYS, NOW);
    expect(times).toEqual(['2026-12-31T22:15:02Z', '2026-12-31T23:15:02Z']);
  });

  it('may be of either year where nothing tells', async () => {
    const old = misread('2020-01-01T00:00:00Z', '5', '');
    const sudo = misread('2027-12-01T00:00:00Z', '31', '23', 'x');
    const lines = [old, late, sudo];
    const { taken, damaged } = await read(lines, DAYS, { now: '2029-01-01T00:00:00Z' });
    expect(taken).toEqual([]);
    expect(damaged).toMatchObject([
      {
        login: { fingerprint: 'SHA256:alice' },
        why: 'its time stamp names no year, and nothing tells which it is',
        timeMs: Date.parse('2026-12-31T00:00:00Z'),
        timeToMs: Date.parse('2027-12-31T23:59:59.999Z'),
      },
      { login: {} },
    ]);
  });

  it('is of the new year where the nodes came to it before the collector', async () => {
    const line = { ...misread('2026-01-01T00:00:00Z', '1', ''), index: 'authlog-2026.12.31' };
    const { times } = await read([line], DAYS, { ...NOW, timeZone: 'Asia/Tokyo' });
    expect(times).toEqual(['2026-12-31T15:15:02Z']);
  });

  it('is not read for the year that it was given', async () => {
    const given: [string, string] = ['2027-12-31T00:00:00Z', '2028-01-01T00:00:00Z'];
    const { taken, damaged } = await read([late], given, NOW);
    expect([taken, damaged]).toEqual([[], []]);
  });
});
