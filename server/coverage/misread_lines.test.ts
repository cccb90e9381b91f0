/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { misreadAggregation, readMisread } from './misread_lines';
import type { Bucket } from './read_lines';

const DAY = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-27T23:59:59.999Z'),
};
const NOW = Date.parse('2026-01-28T12:00:00Z');
const FIELDS = {
  time: '@timestamp',
  cluster: 'cluster.name.keyword',
  host: 'host.keyword',
  ident: 'ident.keyword',
};

const bucket = (key: string, count: number, more: object = {}): Bucket => ({
  key,
  doc_count: count,
  ...more,
});

/** An answer for January. */
function answer(left: Bucket[], lost: Bucket[] = []): Bucket {
  const cluster = bucket('wc', 0, {
    hour_left: { days: { buckets: left } },
    hour_lost: { days: { buckets: lost } },
  });
  return bucket('', 0, { misread: { '2026-01': { clusters: { buckets: [cluster] } } } });
}

const read = (root: Bucket, timeZone = 'UTC', period = DAY) =>
  readMisread(root, period, NOW, timeZone).map(({ cluster, count, fromMs, toMs }) => [
    cluster,
    count,
    new Date(fromMs).toISOString(),
    (toMs - fromMs) / 3_600_000,
  ]);

it('day and hour come from host and ident, month and year from the index time', () => {
  const root = answer([
    bucket('27', 3, { hours: { buckets: [bucket('08', 2), bucket('23', 1)] } }),
  ]);
  expect(read(root)).toEqual([
    ['wc', 2, '2026-01-27T08:00:00.000Z', 1],
    ['wc', 1, '2026-01-27T23:00:00.000Z', 1],
  ]);
});

it('is in the time of the nodes, and what is of another day there is left out', () => {
  const hours = { hours: { buckets: [bucket('00', 2), bucket('01', 1)] } };
  expect(read(answer([bucket('27', 3, hours)]), 'Europe/Stockholm')).toEqual([
    ['wc', 1, '2026-01-27T00:00:00.000Z', 1],
  ]);
});

it('of a day of one digit the hour is lost', () => {
  const period = {
    fromMs: Date.parse('2026-01-05T10:00:00Z'),
    toMs: Date.parse('2026-01-05T11:00:00Z'),
  };
  expect(read(answer([], [bucket('5', 4), bucket('4', 9)]), 'UTC', period)).toEqual([
    ['wc', 4, '2026-01-05T00:00:00.000Z', 24],
  ]);
});

it('a day that its month does not have is no time', () => {
  expect(read(answer([bucket('42', 3)]))).toEqual([]);
});

it('asks for few months and only for days of the period', () => {
  const asked = misreadAggregation(DAY, NOW, FIELDS, undefined, true) as {
    misread: { aggs: Record<string, unknown> };
  };
  expect(Object.keys(asked.misread.aggs)).toEqual(['2026-01']);
  expect(JSON.stringify(asked)).toContain('"include":["25","26","27","28"]');
  const ever = { fromMs: 0, toMs: Date.parse('2300-01-01T00:00:00Z') };
  const long = misreadAggregation(ever, NOW, FIELDS, undefined, false) as typeof asked;
  expect(Object.keys(long.misread.aggs)).toHaveLength(13);
  expect(Object.keys(long.misread.aggs)[0]).toBe('2026-01');
});
