/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimeStep } from './time_series';
import { toBars } from './to_bars';

const SERIES = ['success', 'forbidden', 'error'].map((id) => ({ id, label: id, color: id }));

const step = (hour: number, counts: TimeStep['counts']): TimeStep => ({
  from: `2026-01-27T0${hour}:00:00.000Z`,
  to: `2026-01-27T0${hour + 1}:00:00.000Z`,
  total: 0,
  counts,
});

describe('toBars', () => {
  it('stacks every series that occurs, in the same order in every step', () => {
    expect(
      toBars(SERIES, [step(1, { success: 5 }), step(2, { forbidden: 2, success: 1 })])
    ).toEqual([
      { x: Date.parse('2026-01-27T01:00:00.000Z'), y: 5, series: 'success' },
      { x: Date.parse('2026-01-27T01:00:00.000Z'), y: 0, series: 'forbidden' },
      { x: Date.parse('2026-01-27T02:00:00.000Z'), y: 1, series: 'success' },
      { x: Date.parse('2026-01-27T02:00:00.000Z'), y: 2, series: 'forbidden' },
    ]);
  });

  it('keeps steps in which nothing happened, so that a silence is seen as one', () => {
    const bars = toBars(SERIES, [step(1, { success: 5 }), step(2, {}), step(3, { success: 1 })]);
    expect(bars.map(({ y }) => y)).toEqual([5, 0, 1]);
  });

  it('has an axis even when nothing happened at all', () => {
    expect(toBars(SERIES, [step(1, {}), step(2, {})])).toHaveLength(2);
  });
});
