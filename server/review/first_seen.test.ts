/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toBaseline, toFirstSeenFinding } from './first_seen';

const FROM = Date.parse('2026-01-31T00:00:00Z');
const DAY = 86_400_000;
const PERIOD = { fromMs: FROM, toMs: FROM + 7 * DAY - 1 };
const DIMENSION = { id: 'user', title: 'Users', of: 'Users' };
const ALICE = { value: 'alice', count: 3, firstMs: FROM + 1 };
const find = (oldestMs: number | undefined, why: string[] = [], uncertain: string[] = []) =>
  toFirstSeenFinding(DIMENSION, toBaseline(PERIOD, 30, oldestMs), [ALICE], why, uncertain);

it('says what is new with the time it was compared with', () => {
  const { figures, basis } = find(FROM - 40 * DAY);
  expect(figures).toMatchObject({ count: 1, looked: 'whole', limits: [] });
  expect(figures.facts).toEqual([
    {
      subject: 'alice',
      detail: 'Not there in the 30 days before',
      count: 3,
      time: '2026-01-31T00:00:00.001Z',
    },
  ]);
  expect(basis).toBe(
    'Users, that are not there in the 30 days before the period (since 2026-01-01T00:00:00.000Z).'
  );
});

it('says how much less is kept of the time before', () => {
  const { figures } = find(FROM - 2.5 * DAY);
  expect(figures).toMatchObject({
    count: 1,
    looked: 'partly',
    relation: 'gte',
    limits: [
      'Compared with 2.5 days only, not 30: the oldest record that is kept is of 2026-01-28T12:00:00.000Z.',
    ],
  });
  expect(figures.facts[0].detail).toBe('Not there in the 2.5 days before');
});

it.each([
  ['less than a day is kept', FROM - DAY + 1, 'The oldest record that is kept is of'],
  ['nothing is kept before the period', FROM + DAY, 'The oldest record that is kept is of'],
  ['it is not known what is kept', undefined, 'It is not known since when'],
])('says nothing to be new where %s', (_name, oldest, words) => {
  const { figures } = find(oldest);
  expect(figures).toMatchObject({ count: 0, looked: 'not', relation: 'gte', facts: [] });
  expect(figures.limits[0]).toContain(words);
});

it('says nothing to be new where the time before did not answer in full', () => {
  expect(find(FROM - 40 * DAY, [], ['1 of 3 shards could not answer']).figures).toMatchObject({
    count: 0,
    looked: 'not',
    facts: [],
    limits: ['1 of 3 shards could not answer'],
  });
});

it('says where not everything was compared', () => {
  expect(find(FROM - 40 * DAY, ['More than 2000 values.']).figures).toMatchObject({
    count: 1,
    looked: 'partly',
    limits: ['More than 2000 values.'],
  });
});
