/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { PlacedEntry } from './timeline_entries';

/** Bars of the SSH lane; of more, the longest. The lane counts all of them, so that what is left out shows. */
const MAX_SESSION_BARS = 2_000;

/** Milliseconds; infinite where the beginning or the end is not known, since it may be the longest of all. */
const lengthOf = ({ entry: { time, endTime, loginNotLogged } }: PlacedEntry): number =>
  endTime === undefined || loginNotLogged ? Infinity : Date.parse(endTime) - Date.parse(time);

const byLength = (a: PlacedEntry, b: PlacedEntry): number => {
  const [first, second] = [lengthOf(a), lengthOf(b)];
  return first === second ? 0 : second - first;
};

/** The sessions that are answered as bars: all, or where there are too many the longest. */
export function longestSessions(sessions: readonly PlacedEntry[]): PlacedEntry[] {
  return [...sessions].sort(byLength).slice(0, MAX_SESSION_BARS);
}
