/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { DAY, placed } from './placed_entry.test_support';
import { toLane } from './to_lane';

describe('a lane', () => {
  it('counts what is certain and what is possible, and each entry is in a bar', () => {
    const lane = toLane(
      'ssh',
      [
        placed('a', '10:01'),
        placed('b', '10:02', { certainty: 'possible' }),
        placed('c', '10:03', { certainty: 'possible' }),
        placed('d', '23:59'),
      ],
      DAY,
      false
    );
    expect(lane).toMatchObject({
      id: 'ssh',
      total: { value: 4, relation: 'eq' },
      certain: 2,
      possible: 2,
    });
    const filled = lane.bars.filter(({ certain, possible }) => certain + possible > 0);
    expect(filled.map(({ certain, possible }) => [certain, possible])).toEqual([
      [1, 2],
      [1, 0],
    ]);
    expect(Date.parse(filled[0].time)).toBeLessThanOrEqual(Date.parse('2026-01-27T10:01:00Z'));
  });

  it('has what began before the period in its first bar, and what ended after it in its last', () => {
    const before = { ...placed('a', '00:00'), place: { ms: DAY.fromMs - 86_400_000, id: 'a' } };
    const after = { ...placed('b', '00:00'), place: { ms: DAY.toMs + 86_400_000, id: 'b' } };
    const { bars } = toLane('ssh', [before, after], DAY, false);
    expect(bars[0].certain).toBe(1);
    expect(bars[bars.length - 1].certain).toBe(1);
  });

  it('that was not read whole has at least so many', () => {
    expect(toLane('sudo', [], DAY, true).total).toEqual({ value: 0, relation: 'gte' });
  });
});
