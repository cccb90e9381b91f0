/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { offsetAt, toInstants, type LocalTime } from './local_time';

const STOCKHOLM = 'Europe/Stockholm';

const at = (text: string): LocalTime => {
  const [year, month, day, hour, minute, second] = text.split(/[-T:]/).map(Number);
  return { year, month, day, hour, minute, second };
};

const instants = (text: string, timeZone: string) => {
  const found = toInstants(at(text), timeZone);
  return found && [found.firstMs, found.lastMs].map((ms) => new Date(ms).toISOString());
};

const once = (iso: string) => [iso, iso];

describe('a time that a clock shows', () => {
  it('is the instant itself in UTC', () => {
    expect(instants('2026-01-27T08:15:02', 'UTC')).toEqual(once('2026-01-27T08:15:02.000Z'));
  });

  it('is an hour earlier in UTC in the winter of Stockholm, and two in its summer', () => {
    expect(instants('2026-01-27T08:15:02', STOCKHOLM)).toEqual(once('2026-01-27T07:15:02.000Z'));
    expect(instants('2026-07-27T08:15:02', STOCKHOLM)).toEqual(once('2026-07-27T06:15:02.000Z'));
  });

  it('may be of the day before in UTC', () => {
    expect(instants('2026-01-01T00:30:00', 'Asia/Kolkata')).toEqual(
      once('2025-12-31T19:00:00.000Z')
    );
  });

  it('is two instants where the clocks are set back, and one before and after', () => {
    expect(instants('2026-10-25T02:30:00', STOCKHOLM)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    expect(instants('2026-10-25T01:59:59', STOCKHOLM)).toEqual(once('2026-10-24T23:59:59.000Z'));
    expect(instants('2026-10-25T03:00:00', STOCKHOLM)).toEqual(once('2026-10-25T02:00:00.000Z'));
  });

  it('is read both ways where the clocks skip it', () => {
    expect(instants('2026-03-29T02:30:00', STOCKHOLM)).toEqual([
      '2026-03-29T00:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
    ]);
    expect(instants('2026-03-29T01:59:59', STOCKHOLM)).toEqual(once('2026-03-29T00:59:59.000Z'));
    expect(instants('2026-03-29T03:00:00', STOCKHOLM)).toEqual(once('2026-03-29T01:00:00.000Z'));
  });

  it.each(['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10'])(
    'is none on %s, which does not exist',
    (day) => {
      expect(instants(`${day}T08:15:02`, 'UTC')).toBeUndefined();
      expect(instants(`${day}T08:15:02`, STOCKHOLM)).toBeUndefined();
    }
  );

  it('exists on the leap day', () => {
    expect(instants('2028-02-29T08:15:02', 'UTC')).toEqual(once('2028-02-29T08:15:02.000Z'));
  });

  it('names an instant at which the clock does show it, in any zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.constantFrom(
          'UTC',
          STOCKHOLM,
          'America/New_York',
          'Asia/Kolkata',
          'Australia/Lord_Howe',
          'Pacific/Apia',
          'America/St_Johns'
        ),
        (ms, timeZone) => {
          const instant = Math.floor(ms / 1000) * 1000;
          const shown = new Date(instant + offsetAt(instant, timeZone)).toISOString();
          const found = toInstants(at(shown.slice(0, 19)), timeZone);
          expect([found?.firstMs, found?.lastMs]).toContain(instant);
        }
      )
    );
  });
});
