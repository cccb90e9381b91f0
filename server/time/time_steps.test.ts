/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { stepFor, stepStarts } from './time_steps';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
const MIN = Date.parse('0001-01-01T00:00:00Z');
const MAX = Date.parse('9999-12-31T23:59:59.999Z');

describe('steps of time', () => {
  it.each([
    ['a single instant', 0, SECOND],
    ['a minute', 60 * SECOND, SECOND],
    ['15 minutes', 900 * SECOND, 30 * SECOND],
    ['an hour', HOUR, 60 * SECOND],
    ['a day', DAY, 30 * 60 * SECOND],
    ['a week', 7 * DAY, 3 * HOUR],
    ['30 days', 30 * DAY, 12 * HOUR],
    ['90 days', 90 * DAY, 7 * DAY],
    ['a year', 365 * DAY, 7 * DAY],
    ['ten years', 3653 * DAY, 60 * DAY],
  ])('of %s', (_what, span, step) => {
    expect(stepFor({ fromMs: 0, toMs: span })).toBe(step);
  });

  it('begin where a fixed interval of OpenSearch begins, before 1970 too', () => {
    expect(stepStarts({ fromMs: 1500, toMs: 4000 }, SECOND)).toEqual([1000, 2000, 3000, 4000]);
    expect(stepStarts({ fromMs: -1500, toMs: 0 }, SECOND)).toEqual([-2000, -1000, 0]);
  });

  it('are few, aligned, without a gap, and cover the period', () => {
    const instant = fc.integer({ min: MIN, max: MAX });
    const near = fc.tuple(instant, fc.integer({ min: 0, max: 400 * DAY })).map(([from, span]) => ({
      fromMs: from,
      toMs: Math.min(MAX, from + span),
    }));
    const any = fc.tuple(instant, instant).map(([a, b]) => ({
      fromMs: Math.min(a, b),
      toMs: Math.max(a, b),
    }));
    fc.assert(
      fc.property(fc.oneof(near, any), (period) => {
        const step = stepFor(period);
        const starts = stepStarts(period, step);
        expect(starts.length).toBeLessThanOrEqual(90);
        expect(starts[0]).toBeLessThanOrEqual(period.fromMs);
        expect(starts[0] + step).toBeGreaterThan(period.fromMs);
        const last = starts[starts.length - 1];
        expect(last).toBeLessThanOrEqual(period.toMs);
        expect(last + step).toBeGreaterThan(period.toMs);
        expect(starts.every((start, i) => start === starts[0] + i * step)).toBe(true);
        expect(starts.every((start) => start % step === 0)).toBe(true);
        expect(() => new Date(last + step).toISOString()).not.toThrow();
      }),
      { numRuns: 500 }
    );
  });
});
