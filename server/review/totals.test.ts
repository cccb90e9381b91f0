/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SearchResponse } from '../search/search_types';
import { toTotalsFinding } from './totals';

const DAY = 86_400_000;
const MONDAY = Date.parse('2026-01-19T00:00:00Z');
const WEEK = { fromMs: MONDAY, toMs: MONDAY + 7 * DAY - 1 };

function answer(total: number, perDay: number[], beyond = 0): SearchResponse {
  const buckets = perDay.map((doc_count, i) => ({ key: MONDAY + i * DAY, doc_count }));
  const count = perDay.reduce((all, each) => all + each, 0);
  return {
    timed_out: false,
    _shards: { total: 1, successful: 1, failed: 0 },
    hits: { total: { value: total, relation: 'eq' }, hits: [] },
    aggregations: {
      clusters: {
        sum_other_doc_count: beyond,
        buckets: [{ key: 'wc', doc_count: count, days: { buckets } }],
      },
    },
  };
}

it('names clusters, further ones, and records without one', () => {
  const { figures } = toTotalsFinding('kubeaudit', answer(80, Array(7).fill(10), 4), WEEK, []);
  expect(figures.count).toBe(80);
  expect(figures.facts).toEqual([
    { subject: 'wc', detail: 'Records of this cluster', count: 70 },
    { subject: '', detail: 'Records of further clusters', count: 4 },
    { subject: '', detail: 'Records that name no cluster', count: 6 },
  ]);
});

it('marks days that jump, and days without any record', () => {
  const { figures } = toTotalsFinding(
    'kubeaudit',
    answer(1_250, [100, 100, 650, 100, 100, 200]),
    WEEK,
    []
  );
  const odd = figures.facts.slice(1).map(({ time, count, detail }) => [time, count, detail]);
  expect(odd).toEqual([
    [
      '2026-01-21T00:00:00.000Z',
      650,
      'Many records on this day (UTC); half of the days have 100 or less',
    ],
    [
      '2026-01-24T00:00:00.000Z',
      200,
      'Many records on this day (UTC); half of the days have 100 or less',
    ],
    [
      '2026-01-25T00:00:00.000Z',
      0,
      'Few records on this day (UTC); half of the days have 100 or less',
    ],
  ]);
});

it('days that the period cuts are not compared', () => {
  const cut = { fromMs: MONDAY + DAY / 2, toMs: MONDAY + 3 * DAY };
  const { figures } = toTotalsFinding('kubeaudit', answer(30, [1, 100, 1_000]), cut, []);
  expect(figures.facts.map(({ detail }) => detail)).toEqual(['Records of this cluster']);
});

it('says why it is not all', () => {
  expect(
    toTotalsFinding('authlog', answer(0, []), WEEK, ['Nothing is known.']).figures
  ).toMatchObject({ count: 0, looked: 'partly', relation: 'gte', limits: ['Nothing is known.'] });
});
