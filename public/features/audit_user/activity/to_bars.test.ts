/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { HistogramBucket } from '../../../../common/api/kube_summary';
import { toBars } from './to_bars';

const step = (hour: number, byOutcome: HistogramBucket['byOutcome']): HistogramBucket => ({
  from: `2026-01-27T0${hour}:00:00.000Z`,
  to: `2026-01-27T0${hour + 1}:00:00.000Z`,
  count: 0,
  byOutcome,
});

describe('toBars', () => {
  it('stacks every outcome that occurs, in the same order in every step', () => {
    expect(toBars([step(1, { success: 5 }), step(2, { forbidden: 2, success: 1 })])).toEqual([
      { x: Date.parse('2026-01-27T01:00:00.000Z'), y: 5, outcome: 'success' },
      { x: Date.parse('2026-01-27T01:00:00.000Z'), y: 0, outcome: 'forbidden' },
      { x: Date.parse('2026-01-27T02:00:00.000Z'), y: 1, outcome: 'success' },
      { x: Date.parse('2026-01-27T02:00:00.000Z'), y: 2, outcome: 'forbidden' },
    ]);
  });

  it('keeps steps without events, so that a silence is seen as one', () => {
    const bars = toBars([step(1, { success: 5 }), step(2, {}), step(3, { success: 1 })]);
    expect(bars.map(({ y }) => y)).toEqual([5, 0, 1]);
  });

  it('has an axis even when nothing happened at all', () => {
    expect(toBars([step(1, {}), step(2, {})])).toHaveLength(2);
  });
});
