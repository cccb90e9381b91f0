/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewPeriod } from '../../../../common/api/review';
import { suggestedPeriod } from './suggested_period';

const period = (
  day: number,
  state: ReviewPeriod['state'],
  pattern: ReviewPeriod['pattern'] = 'kubeaudit'
): ReviewPeriod => ({
  pattern,
  range: {
    from: `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
    to: `2026-01-${String(day + 6).padStart(2, '0')}T23:59:59.999Z`,
  },
  state,
  sequences: [],
  uncovered: [],
});
const NOW = Date.parse('2026-01-27T08:00:00Z');

describe('the period to review next', () => {
  it('is the newest one that ended and is not reviewed', () => {
    const periods = [
      period(12, 'missed'),
      period(19, 'reviewed'),
      period(26, 'open'),
      period(12, 'missed', 'authlog'),
      period(19, 'open', 'authlog'),
    ];
    expect(suggestedPeriod(periods, NOW)).toBe(periods[4]);
  });

  it('is the newest one that ended where all are reviewed', () => {
    const periods = [period(12, 'reviewed'), period(19, 'reviewed'), period(26, 'open')];
    expect(suggestedPeriod(periods, NOW)).toBe(periods[1]);
  });

  it('is none where none has ended', () => {
    expect(suggestedPeriod([period(26, 'open')], NOW)).toBeUndefined();
  });
});
