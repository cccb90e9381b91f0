/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { barStart, DAY_MS, HOUR_MS, MAX_CLUSTERS, planCoverage, WEEK_MS } from './coverage_plan';

const plan = (from: string, to: string) =>
  planCoverage({ fromMs: Date.parse(from), toMs: Date.parse(to) }, 'authlog');
const iso = (ms: number) => new Date(ms).toISOString();

it('a week is shown by hour, a month by day, years by week', () => {
  expect(plan('2026-01-20T10:30:00Z', '2026-01-27T10:30:00Z')).toMatchObject({
    step: 'hour',
    lookMs: HOUR_MS,
  });
  expect(plan('2025-12-28T10:30:00Z', '2026-01-27T10:30:00Z')).toMatchObject({ step: 'day' });
  expect(plan('2023-01-01T00:00:00Z', '2026-01-27T10:30:00Z')).toMatchObject({ step: 'week' });
});

it('bars begin before the period and hold its end', () => {
  const { barsMs } = plan('2026-01-27T10:30:00Z', '2026-01-27T12:00:00Z');
  expect(barsMs.map(iso)).toEqual([
    '2026-01-27T10:00:00.000Z',
    '2026-01-27T11:00:00.000Z',
    '2026-01-27T12:00:00.000Z',
  ]);
});

it('weeks begin on Monday', () => {
  expect(iso(barStart(Date.parse('2026-01-28T10:00:00Z'), WEEK_MS))).toBe(
    '2026-01-26T00:00:00.000Z'
  );
});

it('looks at three days before, a day after, and the same time a week before', () => {
  const { near, weekBefore } = plan('2026-01-27T10:30:00Z', '2026-01-27T12:00:00Z');
  expect([iso(near.fromMs), iso(near.toMs)]).toEqual([
    '2026-01-24T00:00:00.000Z',
    '2026-01-28T23:59:59.999Z',
  ]);
  expect(weekBefore && [iso(weekBefore.fromMs), iso(weekBefore.toMs)]).toEqual([
    '2026-01-20T10:00:00.000Z',
    '2026-01-20T12:59:59.999Z',
  ]);
});

it('hours are looked at in a whole month of the API audit log', () => {
  const month = {
    fromMs: Date.parse('2026-01-01T00:00:00Z'),
    toMs: Date.parse('2026-01-31T23:59:59Z'),
  };
  expect(planCoverage(month, 'kubeaudit').lookMs).toBe(HOUR_MS);
});

it('is bounded, however long the period is', () => {
  const instant = fc.integer({
    min: Date.parse('0001-01-01T00:00:00Z'),
    max: Date.parse('9999-12-31T00:00:00Z'),
  });
  const recent = fc.integer({
    min: Date.parse('2025-01-01T00:00:00Z'),
    max: Date.parse('2026-12-31T00:00:00Z'),
  });
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(instant, instant), fc.tuple(recent, recent)),
      fc.constantFrom('kubeaudit' as const, 'authlog' as const),
      ([a, b], source) => {
        const period = { fromMs: Math.min(a, b), toMs: Math.max(a, b) };
        const { barsMs, stepMs, lookMs, near, weekBefore, maxHosts } = planCoverage(period, source);
        expect(barsMs.length).toBeLessThanOrEqual(1002);
        expect(barsMs[0]).toBeLessThanOrEqual(period.fromMs);
        expect(barsMs[barsMs.length - 1] + stepMs).toBeGreaterThan(period.toMs);
        expect(stepMs % lookMs).toBe(0);
        const week = weekBefore ? weekBefore.toMs - weekBefore.fromMs + 1 : 0;
        const overlap = weekBefore ? Math.max(0, weekBefore.toMs + 1 - near.fromMs) : 0;
        const bars = (near.toMs - near.fromMs + 1 + week - Math.min(week, overlap)) / lookMs;
        const rows = MAX_CLUSTERS + (source === 'authlog' ? maxHosts : 0);
        expect(rows * bars).toBeLessThanOrEqual(source === 'authlog' ? 50_000 : 55_000);
        expect(source === 'kubeaudit' || maxHosts >= 10).toBe(true);
        expect(near.fromMs).toBeLessThanOrEqual(period.fromMs - Math.min(DAY_MS, lookMs));
      }
    ),
    { numRuns: 500 }
  );
});
