/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { DAY, HOUR, MILLISECOND, toMidnight, toWeekday, type Micros } from './instants';

/** What a caller may choose. The same four values give the same documents, byte for byte. */
export interface SampleOptions {
  /** The instant at which the data ends; nothing in it is later. */
  now: Date;
  /** Length of the data, 7 to 366 days; 30 when absent. */
  days?: number;
  /** About how many Kubernetes API requests, 2,000 or more; 200,000 when absent. */
  events?: number;
  /** Another seed gives other data with the same story; 1 when absent. */
  seed?: number;
}

/** The options made definite, and the days on which the scripted parts happen. */
export interface SamplePeriod {
  start: Micros;
  now: Micros;
  days: number;
  events: number;
  seed: number;
  /** Midnight of the main day of the story: a Tuesday to Friday, about nine days before `now`. */
  storyDay: Micros;
  /** Midnight of a working day that lies `share` (0 to 1) of the period before `now`. */
  workday(share: number): Micros;
}

const DEFAULT_DAYS = 30;
const DEFAULT_EVENTS = 200_000;
const DEFAULT_SEED = 1;

/** The story needs a day before and a day after it, and a shift of up to three days to a Friday. */
const MIN_DAYS = 7;
const MAX_DAYS = 366;

/** The scripted records alone are some hundreds. */
const MIN_EVENTS = 2_000;

const STORY_DAYS_AGO = 9;
const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

function requireWhole(name: string, value: number, min: number, max: number): number {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new RangeError(`${name} must be a whole number from ${min} to ${max}, not ${value}`);
  }
  return value;
}

function backwards(day: Micros, avoided: readonly number[]): Micros {
  let found = day;
  while (avoided.includes(toWeekday(found))) found -= DAY;
  return found;
}

/** Resolves the options. @throws RangeError when one is out of bounds */
export function toSamplePeriod(options: SampleOptions): SamplePeriod {
  const nowMs = options.now.getTime();
  if (Number.isNaN(nowMs)) throw new RangeError('now must be a valid date');
  const days = requireWhole('days', options.days ?? DEFAULT_DAYS, MIN_DAYS, MAX_DAYS);
  const events = requireWhole(
    'events',
    options.events ?? DEFAULT_EVENTS,
    MIN_EVENTS,
    Number.MAX_SAFE_INTEGER
  );
  const seed = requireWhole('seed', options.seed ?? DEFAULT_SEED, 0, 0xffffffff);
  const now = nowMs * MILLISECOND;
  const start = now - days * DAY;
  const today = toMidnight(now);
  const storyDaysAgo = Math.min(STORY_DAYS_AGO, Math.max(2, Math.floor(days * 0.3)));
  // The day before the story is a working day too, so Mondays are out.
  const storyDay = backwards(today - storyDaysAgo * DAY, [SATURDAY, SUNDAY, MONDAY]);
  return {
    start,
    now,
    days,
    events,
    seed,
    storyDay,
    workday(share) {
      const day = backwards(today - Math.max(1, Math.round(share * days)) * DAY, [
        SATURDAY,
        SUNDAY,
      ]);
      // Working hours begin at six; a day that began before the data did would be cut.
      return day + 6 * HOUR >= start ? day : backwards(today - DAY, [SATURDAY, SUNDAY]);
    },
  };
}
