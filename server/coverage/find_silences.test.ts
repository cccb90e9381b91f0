/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { DAY_MS, HOUR_MS, planCoverage } from './coverage_plan';
import { findSilences, type Silence } from './find_silences';

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const MIDNIGHT = Date.parse('2026-01-27T00:00:00Z');
const PERIOD = { fromMs: MIDNIGHT, toMs: MIDNIGHT + DAY_MS - 1 };
const PLAN = planCoverage(PERIOD, 'kubeaudit');
const LATER = MIDNIGHT + 10 * DAY_MS;

/** Bars by the hour; `rate` is asked with the hours since midnight of the 27th. */
function series(rate: (hour: number) => number, fromHour = -24 * 8, toHour = 24 * 3) {
  const counts = new Map<number, number>();
  for (let hour = fromHour; hour < toHour; hour += 1) {
    const count = rate(hour);
    if (count > 0) counts.set(MIDNIGHT + hour * HOUR_MS, count);
  }
  return { counts };
}

const find = (rate: (hour: number) => number, nowMs = LATER, fromHour?: number, toHour?: number) =>
  findSilences(series(rate, fromHour, toHour), { plan: PLAN, nowMs });
const shown = (silences: readonly Silence[]) =>
  silences.map(({ fromMs, toMs, ongoing }) => [iso(fromMs), iso(toMs), ongoing]);
const ofDay = (hour: number) => ((hour % 24) + 24) % 24;

it('three hours of nothing amid steady traffic are a silence, against the same hours of other days', () => {
  const [silence, ...more] = find((hour) => (hour >= 2 && hour < 5 ? 0 : 40));
  expect(more).toEqual([]);
  expect(shown([silence])).toEqual([['2026-01-27T02:00', '2026-01-27T05:00', false]]);
  expect(silence).toMatchObject({ usualPerBar: 40, expected: 120, basis: 'neighbouring_days' });
});

it('what is quiet every night is no silence', () => {
  expect(find((hour) => (ofDay(hour) < 6 ? 0 : 200))).toEqual([]);
});

it('a day that was quiet a week before too is no silence', () => {
  // The 27th, a Tuesday, as the 20th.
  const off = (hour: number) => Math.floor(hour / 24) === 0 || Math.floor(hour / 24) === -7;
  expect(find((hour) => (off(hour) ? 0 : 50))).toEqual([]);
  expect(find((hour) => (Math.floor(hour / 24) === 0 ? 0 : 50))).toHaveLength(1);
});

it('of a quiet night that runs into a silence, only the silence is told', () => {
  const rate = (hour: number) => (ofDay(hour) < 6 || (hour >= 6 && hour < 9) ? 0 : 50);
  expect(shown(find(rate))).toEqual([['2026-01-27T06:00', '2026-01-27T09:00', false]]);
});

it('a few records that did not come are no silence', () => {
  expect(find((hour) => (hour === 3 ? 0 : 6))).toEqual([]);
  expect(find((hour) => (hour === 3 ? 0 : 7))).toHaveLength(1);
});

it('one other day with nothing at that hour does not hide a silence', () => {
  const rate = (hour: number) => (hour === 3 || hour === 3 - 24 ? 0 : 40);
  expect(shown(find(rate))).toEqual([['2026-01-27T03:00', '2026-01-27T04:00', false]]);
});

it('what stopped within the period is told, and until when it was looked', () => {
  const ended = (hour: number) => (hour < 12 ? 40 : 0);
  expect(shown(find(ended))).toEqual([['2026-01-27T12:00', '2026-01-29T00:00', true]]);
  const now = MIDNIGHT + 15.5 * HOUR_MS;
  const [silence] = find(ended, now);
  expect(shown([silence])).toEqual([['2026-01-27T12:00', '2026-01-27T15:00', true]]);
  expect(silence.untilNow).toBe(true);
});

it('what stopped before the period began is told', () => {
  expect(shown(find((hour) => (hour < -30 ? 40 : 0)))).toEqual([
    ['2026-01-25T18:00', '2026-01-29T00:00', true],
  ]);
});

it('the hour that is not over, or has only just ended, is no silence', () => {
  const ended = (hour: number) => (hour < 12 ? 40 : 0);
  expect(find(ended, MIDNIGHT + 12.9 * HOUR_MS)).toEqual([]);
  expect(find(ended, MIDNIGHT + 13 * HOUR_MS + 60_000)).toEqual([]);
  expect(find(ended, MIDNIGHT + 13 * HOUR_MS + 11 * 60_000)).toHaveLength(1);
});

it('before the first record that is kept nothing is known', () => {
  const began = (hour: number) => (hour >= 8 ? 40 : 0);
  expect(find(began)).toEqual([]);
  const cut = series((hour) => (hour < 8 ? (hour < -170 ? 40 : 0) : 40));
  const look = { plan: PLAN, nowMs: LATER, keptFromMs: MIDNIGHT + 7.5 * HOUR_MS };
  expect(findSilences(cut, look)).toEqual([]);
});

describe('without neighbouring days', () => {
  const oneDay = (rate: (hour: number) => number) => find(rate, LATER, 0, 24);

  it('the other hours of the day are compared', () => {
    const found = oneDay((hour) => (hour >= 9 && hour < 12 ? 0 : 40));
    expect(shown(found)[0]).toEqual(['2026-01-27T09:00', '2026-01-27T12:00', false]);
    expect(found[0].basis).toBe('own_bars');
  });

  it('two silences do not hide each other', () => {
    const quiet = [3, 4, 5, 13, 14, 15];
    expect(
      shown(oneDay((hour) => (quiet.includes(hour) ? 0 : 40))).filter(([, , ongoing]) => !ongoing)
    ).toHaveLength(2);
  });

  it('a night that fades in and out is no silence', () => {
    const rates = [
      9, 4, 2, 1, 0, 0, 0, 1, 3, 10, 30, 60, 80, 80, 90, 80, 70, 60, 50, 40, 30, 20, 15, 12,
    ];
    expect(oneDay((hour) => rates[hour]).filter(({ ongoing }) => !ongoing)).toEqual([]);
  });

  it('scattered traffic of persons has no silences', () => {
    const rates = [0, 0, 5, 0, 0, 0, 9, 0, 14, 0, 0, 0, 7, 1, 0, 0, 22, 0, 0, 3, 0, 0, 0, 6];
    expect(oneDay((hour) => rates[hour])).toEqual([]);
  });

  it('a few hours of traffic are too little to say anything', () => {
    expect(find((hour) => (hour % 2 === 0 ? 100 : 0), LATER, 0, 5)).toEqual([]);
  });
});

describe('whatever the traffic', () => {
  /** Counts about a rate, never zero. */
  const jitter = fc.array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), {
    minLength: 300,
    maxLength: 300,
  });

  it('steady traffic has none, and one that is taken out of it is found', () => {
    fc.assert(
      fc.property(
        jitter,
        fc.integer({ min: 20, max: 5000 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 4 }),
        (noise, rate, start, length) => {
          const steady = (hour: number) => Math.ceil(rate * noise[(hour + 200) % 300]);
          expect(find(steady)).toEqual([]);
          const end = Math.min(24, start + length);
          const found = find((hour) => (hour >= start && hour < end ? 0 : steady(hour)));
          expect(shown(found)).toEqual([
            [iso(MIDNIGHT + start * HOUR_MS), iso(MIDNIGHT + end * HOUR_MS), false],
          ]);
        }
      ),
      { numRuns: 60 }
    );
  });

  it('a silence is a time without records, overlaps the period, and is over where it says so', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.nat(60)), { minLength: 260, maxLength: 260 }),
        (counts) => {
          const rate = (hour: number) => counts[hour + 192] ?? 0;
          for (const { fromMs, toMs, ongoing, expected } of find(rate, LATER, -192, 68)) {
            expect(fromMs <= PERIOD.toMs && toMs > PERIOD.fromMs).toBe(true);
            expect(expected).toBeGreaterThanOrEqual(7);
            for (let at = fromMs; at < toMs; at += HOUR_MS) {
              expect(rate((at - MIDNIGHT) / HOUR_MS)).toBe(0);
            }
            if (ongoing) expect(toMs).toBe(PLAN.near.toMs + 1);
          }
        }
      ),
      { numRuns: 200 }
    );
  });
});
