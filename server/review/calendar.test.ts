/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { toCalendar, uncoveredParts, type Covering } from './calendar';

const ms = (day: string) => Date.parse(`${day}T00:00:00Z`);
const days = (from: string, to: string) => ({ fromMs: ms(from), toMs: ms(to) - 1 });
const NOW = new Date('2026-01-28T12:00:00Z');
const record = (sequence: number, from: string, to: string): Covering => ({
  sequence,
  pattern: 'kubeaudit',
  period: days(from, to),
});
const calendar = (records: Covering[], known = true) =>
  toCalendar('kubeaudit', days('2026-01-05', '2026-02-28'), 7, records, NOW, known);

it('tells reviewed, missed and open weeks apart, from Monday, and none that has not begun', () => {
  const periods = calendar([record(1, '2026-01-05', '2026-01-12')]);
  expect(periods.map(({ range, state }) => [range.from.slice(0, 10), state])).toEqual([
    ['2026-01-05', 'reviewed'],
    ['2026-01-12', 'missed'],
    ['2026-01-19', 'open'],
    ['2026-01-26', 'open'],
  ]);
});

it('a week is reviewed only where all of it is, by one record or several', () => {
  const [whole] = calendar([
    record(1, '2026-01-01', '2026-01-08'),
    record(2, '2026-01-08', '2026-01-20'),
  ]);
  expect(whole).toMatchObject({ state: 'reviewed', sequences: [1, 2], uncovered: [] });
  const [partly] = calendar([record(1, '2026-01-05', '2026-01-11')]);
  expect(partly).toMatchObject({
    state: 'missed',
    uncovered: [{ from: '2026-01-11T00:00:00.000Z', to: '2026-01-11T23:59:59.999Z' }],
  });
});

it('records of another pattern cover nothing', () => {
  const other: Covering = { ...record(1, '2026-01-05', '2026-01-12'), pattern: 'authlog' };
  expect(calendar([other])[0]).toMatchObject({ state: 'missed', sequences: [] });
});

it('says nothing to be missed where the records could not be read', () => {
  expect(new Set(calendar([], false).map(({ state }) => state))).toEqual(new Set(['unknown']));
});

it('refuses a time of too many periods', () => {
  expect(() => toCalendar('authlog', days('2000-01-01', '2026-01-01'), 1, [], NOW, true)).toThrow(
    /400 periods/
  );
});

it('what is covered and what is not make up the whole', () => {
  const parts = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 6 }), (list) => {
      const covering = list.map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) }));
      const uncovered = uncoveredParts({ fromMs: 10, toMs: 30 }, covering);
      for (let at = 10; at <= 30; at += 1) {
        const within = (each: { fromMs: number; toMs: number }) =>
          each.fromMs <= at && each.toMs >= at;
        expect(uncovered.some(within)).toBe(!covering.some(within));
      }
    })
  );
});
