/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { testEntry } from '../test_timeline';
import { ENDLESS_WIDTH, MAX_ROWS, MAX_SESSIONS, MIN_WIDTH, placeSessions } from './place_sessions';

const DAY = { from: '2026-01-27T00:00:00.000Z', to: '2026-01-28T00:00:00.000Z' };

const session = (id: string, from: string, to?: string) =>
  testEntry({
    id,
    lane: 'ssh',
    time: `2026-01-27T${from}:00.000Z`,
    ...(to === undefined ? {} : { endTime: `2026-01-27T${to}:00.000Z` }),
  });

describe('places of sessions', () => {
  it('are from login to end, those at one time below each other', () => {
    const { placed, rows, leftOut } = placeSessions(
      [
        session('noon', '12:00', '18:00'),
        session('morning', '06:00', '12:00'),
        session('at-the-same-time', '09:00', '15:00'),
      ],
      DAY
    );
    expect(placed.map(({ session: { id }, x, width, row }) => [id, x, width, row])).toEqual([
      ['morning', 250, 250, 0],
      ['at-the-same-time', 375, 250, 1],
      ['noon', 500, 250, 2],
    ]);
    expect([rows, leftOut]).toEqual([3, 0]);
  });

  it('show a session of a moment, and only the beginning of one without a known end', () => {
    const { placed } = placeSessions(
      [session('moment', '06:00', '06:00'), session('open', '12:00')],
      DAY
    );
    expect(placed.map(({ width, endless }) => [width, endless])).toEqual([
      [MIN_WIDTH, false],
      [ENDLESS_WIDTH, true],
    ]);
  });

  it('are cut at the edges of the period', () => {
    const open = { ...session('open', '06:00'), time: '2026-01-20T00:00:00.000Z' };
    expect(placeSessions([open], DAY).placed[0]).toMatchObject({ x: 0, width: ENDLESS_WIDTH });
    const before = { ...session('long', '06:00', '12:00'), time: '2026-01-20T00:00:00.000Z' };
    expect(placeSessions([before], DAY).placed[0]).toMatchObject({ x: 0, width: 500 });
  });

  it('reach from the beginning of the period to the first line where the login is not logged', () => {
    const unseen = { ...session('verbose', '12:00', '18:00'), loginNotLogged: true as const };
    expect(placeSessions([unseen], DAY).placed[0]).toMatchObject({ x: 0, unseen: 500, width: 750 });
    const onlyEnd = { ...session('end', '12:00', '12:00'), loginNotLogged: true as const };
    expect(placeSessions([onlyEnd], DAY).placed[0]).toMatchObject({
      x: 0,
      unseen: 500,
      width: 500 + MIN_WIDTH,
    });
  });

  it('are not given to sessions of which the hour is not known, and they are counted', () => {
    const unknown = testEntry({ lane: 'ssh', timePrecision: 'hour_unknown' });
    expect(placeSessions([unknown], DAY)).toEqual({
      placed: [],
      rows: 0,
      leftOut: 0,
      hourUnknown: 1,
    });
  });

  it('are for the longest when there are thousands, whatever their order, and the rest is counted', () => {
    const short = Array.from({ length: 2000 }, (_, i) => session(`short${i}`, '03:00', '03:01'));
    const { placed, rows, leftOut } = placeSessions(
      [...short, session('long', '01:00', '20:00'), session('open', '02:00')],
      DAY
    );
    expect(placed).toHaveLength(MAX_SESSIONS);
    expect(leftOut).toBe(2002 - MAX_SESSIONS);
    expect(placed.map(({ session: { id } }) => id)).toEqual(
      expect.arrayContaining(['long', 'open'])
    );
    expect(rows).toBe(MAX_ROWS);
  });
});
