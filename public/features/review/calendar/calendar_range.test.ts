/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { calendarRange } from './calendar_range';

describe('the time that the calendar shows', () => {
  it('is a quarter back from the end of a shorter period', () => {
    expect(
      calendarRange({ from: '2026-01-25T00:00:00.000Z', to: '2026-01-26T00:00:00.000Z' })
    ).toEqual({
      asked: { from: '2025-10-27T00:00:00.000Z', to: '2026-01-26T00:00:00.000Z' },
      widened: true,
    });
  });

  it('is a longer period as it was chosen', () => {
    const year = { from: '2025-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' };
    expect(calendarRange(year)).toEqual({ asked: year, widened: false });
  });

  it('ends now where the period does', () => {
    const { asked, widened } = calendarRange({ from: 'now-24h', to: 'now' });
    expect([asked.to, widened]).toEqual(['now', true]);
    expect(Date.now() - Date.parse(asked.from)).toBeGreaterThanOrEqual(91 * 86_400_000);
  });
});
