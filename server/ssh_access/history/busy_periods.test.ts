/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { BusyPeriods } from './busy_periods';

const DAY = 86_400_000;

/** Plays openings and ends of one account, and tells until when each of what was opened may be open. */
function play(
  ...steps: Array<
    { open: string; pid?: string } | { close: number; pid?: string; doubtMs?: number }
  >
) {
  const periods = new BusyPeriods();
  const bounds: Record<string, number> = {};
  const closed: boolean[] = [];
  for (const step of steps) {
    if ('open' in step) {
      bounds[step.open] = Infinity;
      periods.open('su deploy', { closedBy: (toMs) => (bounds[step.open] = toMs) }, step.pid);
    } else closed.push(periods.close('su deploy', step.close, step));
  }
  return { bounds, closed };
}

it('one that is open alone is closed by the next end', () => {
  expect(play({ open: 'a' }, { close: 5 }).bounds).toEqual({ a: 5 });
});

it('of two that are open together each may be open until both are closed', () => {
  expect(play({ open: 'a' }, { open: 'b' }, { close: 5 }).bounds).toEqual({
    a: Infinity,
    b: Infinity,
  });
  expect(play({ open: 'a' }, { open: 'b' }, { close: 5 }, { close: 9 }).bounds).toEqual({
    a: 9,
    b: 9,
  });
});

it('a pid tells which one is closed', () => {
  const { bounds } = play({ open: 'a', pid: '1' }, { open: 'b', pid: '2' }, { close: 5, pid: '2' });
  expect(bounds).toEqual({ a: Infinity, b: 5 });
});

it('an end where nothing is open closes nothing', () => {
  expect(play({ close: 5 }).closed).toEqual([false]);
  expect(play({ open: 'a', pid: '1' }, { close: 5, pid: '2' })).toEqual({
    bounds: { a: Infinity },
    closed: [false],
  });
});

it('an end that may be the one before again leaves for a day what it seems to close', () => {
  const { bounds } = play({ open: 'a' }, { open: 'b' }, { close: 5 }, { close: 5, doubtMs: DAY });
  expect(bounds).toEqual({ a: 5 + DAY, b: 5 + DAY });
});

it('what begins after such an end is not ended by the end of another', () => {
  const { bounds } = play(
    { open: 'a' },
    { open: 'b' },
    { close: 5 },
    { close: 5, doubtMs: DAY },
    { open: 'c' },
    { close: 8 }
  );
  expect(bounds).toEqual({ a: 5 + DAY, b: 5 + DAY, c: 5 + DAY });
});

it('a doubt is over after its day', () => {
  const { bounds } = play(
    { open: 'a' },
    { close: 5, doubtMs: DAY },
    { open: 'b' },
    { close: DAY + 6 },
    { open: 'c' },
    { close: DAY + 9 }
  );
  expect(bounds).toEqual({ a: 5 + DAY, b: DAY + 6, c: DAY + 9 });
});

it('of ends that are not in order the last one counts', () => {
  expect(play({ open: 'a' }, { open: 'b' }, { close: 9 }, { close: 5 }).bounds).toEqual({
    a: 9,
    b: 9,
  });
});
