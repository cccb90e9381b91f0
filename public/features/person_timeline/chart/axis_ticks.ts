/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import moment from 'moment';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { placeOf, WIDTH } from './scale';

/** A mark on the time axis. */
export interface AxisTick {
  /** Place on the axis, in units of the drawing. */
  place: number;
  label: string;
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

/** Labels stand beside each other in a narrow window too. */
const MAX_TICKS = 6;

/** A label this near to an edge would be cut. */
const EDGE = WIDTH * 0.03;

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** Steps that people read easily: how many of which unit, and about how long. */
const STEPS: ReadonlyArray<readonly [amount: number, unit: Unit, ms: number]> = [
  [1, 'second', SECOND],
  [5, 'second', 5 * SECOND],
  [15, 'second', 15 * SECOND],
  [1, 'minute', 60 * SECOND],
  [5, 'minute', 300 * SECOND],
  [15, 'minute', 900 * SECOND],
  [1, 'hour', HOUR],
  [3, 'hour', 3 * HOUR],
  [6, 'hour', 6 * HOUR],
  [12, 'hour', 12 * HOUR],
  [1, 'day', DAY],
  [2, 'day', 2 * DAY],
  [5, 'day', 5 * DAY],
  [10, 'day', 10 * DAY],
  [1, 'month', 30 * DAY],
  [3, 'month', 91 * DAY],
  [6, 'month', 182 * DAY],
  [1, 'year', 365 * DAY],
  [5, 'year', 5 * 365 * DAY],
  [20, 'year', 20 * 365 * DAY],
  [100, 'year', 100 * 365 * DAY],
];

/** Where counting begins, so that marks stand on full minutes, hours, days … of the user's zone. */
const ALIGNED_TO: Record<Unit, moment.unitOfTime.StartOf> = {
  second: 'minute',
  minute: 'hour',
  hour: 'day',
  day: 'month',
  month: 'year',
  year: 'year',
};

function labelOf(instant: moment.Moment, unit: Unit): string {
  const midnight = instant.hour() === 0 && instant.minute() === 0 && instant.second() === 0;
  if (unit === 'year') return instant.format('YYYY');
  if (unit === 'month') return instant.format('MMM YYYY');
  if (unit === 'day' || midnight) return instant.format('MMM D');
  return instant.format(unit === 'second' ? 'HH:mm:ss' : 'HH:mm');
}

/** Marks of the axis at easy instants of the user's zone, which the host has set up in moment; at most seven. */
export function axisTicks(range: ResolvedRange): AxisTick[] {
  const span = Date.parse(range.to) - Date.parse(range.from);
  const [amount, unit] =
    STEPS.find(([, , ms]) => span / ms <= MAX_TICKS) ?? STEPS[STEPS.length - 1];
  const at = moment(range.from).startOf(ALIGNED_TO[unit]);
  if (unit === 'year') at.year(at.year() - (at.year() % amount));
  const ticks: AxisTick[] = [];
  for (; at.valueOf() <= Date.parse(range.to); at.add(amount, unit)) {
    if (at.valueOf() < Date.parse(range.from)) continue;
    const place = placeOf(at.toISOString(), range);
    if (place >= EDGE && place <= WIDTH - EDGE) ticks.push({ place, label: labelOf(at, unit) });
  }
  return ticks;
}
