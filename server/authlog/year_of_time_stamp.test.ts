/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { yearsOf, type Collection } from './year_of_time_stamp';

/** Years of which a line can be that is named after this day. */
function years(date: string, now: string, more: Partial<Collection> = {}): number[] {
  const [year, month, day] = date.split('-').map(Number);
  return yearsOf(
    { year, month, day },
    { nowMs: Date.parse(`${now}T12:00:00Z`), index: 'authlog', ...more }
  );
}

describe('a time stamp without a year', () => {
  it('is of the year before where its own has not come yet', () => {
    expect(years('2027-12-31', '2027-01-01')).toEqual([2026]);
    expect(years('2027-12-31', '2027-12-05')).toEqual([2026]);
    expect(years('2027-11-03', '2027-02-01')).toEqual([2026]);
  });

  it('is of a clock that is ahead where it is only some days ahead', () => {
    expect(years('2027-01-02', '2027-01-01')).toEqual([2027]);
    expect(years('2027-06-20', '2027-06-10')).toEqual([2027]);
  });

  it('is of the year that it was given through the rest of the year', () => {
    expect(years('2027-01-01', '2027-01-01')).toEqual([2027]);
    expect(years('2027-12-24', '2028-05-01')).toEqual([2027]);
  });

  it.each([
    ['authlog-default-2027.12.31-000099', [2027]],
    ['authlog-default-2027.12.01-000099', [2027]],
    ['authlog-2027.12', [2027]],
    ['authlog-2027-11-15', [2027]],
    // An index of half a year.
    ['authlog-default-2027.06.01-000001', [2027]],
    // Late lines, unless the index was written to for a year.
    ['authlog-default-2027.01.01-000001', [2027, 2026]],
    ['authlog-default-2026.12.31-000001', [2027, 2026]],
    ['authlog-2027.01', [2027, 2026]],
  ])('at a turn of the year long ago is told by the name of its index: %s', (index, expected) => {
    expect(years('2027-12-31', '2028-05-01', { index })).toEqual(expected);
  });

  it('at a turn of the year is told by how far back the log reaches', () => {
    const kept = (from: string) => ({ keptFromMs: Date.parse(`${from}T00:00:00Z`) });
    expect(years('2027-12-31', '2028-01-10', kept('2027-12-10'))).toEqual([2027]);
    expect(years('2027-12-31', '2028-01-10', kept('2027-01-10'))).toEqual([2027, 2026]);
    expect(years('2027-12-31', '2028-01-10')).toEqual([2027, 2026]);
    expect(years('2027-12-31', '2027-12-31', kept('2027-12-10'))).toEqual([2027]);
  });

  it('on 1 January is of the next year where the nodes came to it before the collector', () => {
    const ahead = (index: string, now = '2028-05-01') =>
      years('2026-01-01', now, { index, zoneAhead: true });
    expect(ahead('authlog-default-2026.12.31-000001')).toEqual([2027]);
    expect(ahead('authlog-default-2027.01.01-000001')).toEqual([2027]);
    expect(ahead('authlog-default-2026.01.01-000001')).toEqual([2026]);
    expect(ahead('authlog-default-2025.12.31-000001')).toEqual([2026]);
    expect(ahead('authlog-default-2026.06.01-000001')).toEqual([2027, 2026]);
    expect(ahead('authlog')).toEqual([2027, 2026]);
    expect(ahead('authlog', '2026-01-01')).toEqual([2026]);
    expect(years('2026-01-01', '2028-05-01')).toEqual([2026]);
  });
});
