/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { compareFigures, daysOf, jumpOf } from './compare_reviews';
import { notLooked, toFigures } from './found_finding';

const records = (count: number) => toFigures({ count, unit: 'records' });

it('compares by day, since periods differ in length', () => {
  expect(compareFigures(records(70), 7, records(300), 30)).toEqual({
    previousCount: 300,
    perDay: 10,
    previousPerDay: 10,
  });
});

it.each([
  [100, 50, 'up'],
  [99, 50, undefined],
  [50, 100, 'down'],
  [0, 10, 'down'],
  [3, 1, undefined],
  [0, 9, undefined],
  [10, 0, 'up'],
] as const)('%i against %i is a jump %s', (count, usual, jump) => {
  expect(jumpOf(count, usual)).toBe(jump);
});

it('compares nothing with what was not looked at, or not counted alike', () => {
  expect(compareFigures(records(1), 7, notLooked('records', ['x']), 7)).toBeUndefined();
  expect(compareFigures(notLooked('records', ['x']), 7, records(1), 7)).toBeUndefined();
  expect(compareFigures(records(1), 7, toFigures({ count: 1, unit: 'uses' }), 7)).toBeUndefined();
  expect(compareFigures(records(1), 7, undefined, 7)).toBeUndefined();
});

it('both ends belong to a period', () => {
  expect(daysOf({ fromMs: 0, toMs: 7 * 86_400_000 - 1 })).toBe(7);
});
