/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import * as fc from 'fast-check';
import moment from 'moment-timezone';
import { axisTicks } from './axis_ticks';

afterEach(() => moment.tz.setDefault());

const labels = (from: string, to: string) => axisTicks({ from, to }).map(({ label }) => label);

describe('marks of the time axis', () => {
  it('stand on full hours of a day, in the zone of the user', () => {
    moment.tz.setDefault('UTC');
    expect(labels('2026-01-27T00:00:00Z', '2026-01-28T00:00:00Z')).toEqual([
      '06:00',
      '12:00',
      '18:00',
    ]);
    moment.tz.setDefault('Asia/Kolkata');
    const [first] = axisTicks({ from: '2026-01-27T00:00:00Z', to: '2026-01-28T00:00:00Z' });
    // 12:00 in India is 06:30 in UTC; 06:00 would stand too near to the edge.
    expect(first).toEqual({ place: (6.5 / 24) * 1000, label: '12:00' });
  });

  it('name the day at midnight', () => {
    moment.tz.setDefault('UTC');
    expect(labels('2026-01-27T18:00:00Z', '2026-01-28T12:00:00Z')).toEqual([
      '21:00',
      'Jan 28',
      '03:00',
      '06:00',
      '09:00',
    ]);
  });

  it('are days of a month, months of a year, years of a century', () => {
    moment.tz.setDefault('UTC');
    expect(labels('2026-01-01T00:00:00Z', '2026-01-31T00:00:00Z')).toEqual([
      'Jan 6',
      'Jan 11',
      'Jan 16',
      'Jan 21',
      'Jan 26',
    ]);
    expect(labels('2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z')).toEqual([
      'Apr 2026',
      'Jul 2026',
      'Oct 2026',
    ]);
    expect(labels('1970-01-01T00:00:00Z', '2070-01-01T00:00:00Z')).toEqual([
      '1980',
      '2000',
      '2020',
      '2040',
      '2060',
    ]);
  });

  it('stay on full days where the clock is put forward', () => {
    moment.tz.setDefault('Europe/Stockholm');
    expect(labels('2026-03-27T12:00:00Z', '2026-03-31T12:00:00Z')).toEqual([
      'Mar 28',
      'Mar 29',
      'Mar 30',
      'Mar 31',
    ]);
  });

  it('are few, whatever the period', () => {
    const instant = fc.integer({ min: 0, max: Date.UTC(2262, 0, 1) });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const from = new Date(Math.min(a, b)).toISOString();
        const to = new Date(Math.max(a, b)).toISOString();
        expect(axisTicks({ from, to }).length).toBeLessThanOrEqual(8);
      })
    );
  });
});
