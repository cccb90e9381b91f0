/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimelineEntry } from '../../../../common/api/person_timeline';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { placeOf } from './scale';

/** A session as a bar, in units of the drawing. */
export interface PlacedSession {
  session: TimelineEntry;
  x: number;
  width: number;
  /** Row from above, from 0. Bars of one row overlap only when there are more than `MAX_ROWS` at a time. */
  row: number;
  /** When it ended is not known: the bar is only its beginning. */
  endless: boolean;
  /** When it began is not known: how much of the bar, from its left, lies before the first line of it. */
  unseen: number;
}

/** The sessions that are drawn, and how many are not. */
export interface SessionPlaces {
  placed: PlacedSession[];
  rows: number;
  /** Shorter than those that are drawn. */
  leftOut: number;
  /** The hour is not known: they have no place on the axis. */
  hourUnknown: number;
}

/** Bars of one lane: more would only lie on top of each other. */
export const MAX_SESSIONS = 200;

/** Sessions below each other. */
export const MAX_ROWS = 6;

/** A session of a moment is still to be seen. */
export const MIN_WIDTH = 3;

/** What is drawn of a session of which the end is not known. */
export const ENDLESS_WIDTH = 18;

function lengthOf({ time, endTime, loginNotLogged }: TimelineEntry): number {
  // One that has no known beginning or end may be the longest of all.
  return endTime === undefined || loginNotLogged
    ? Infinity
    : Date.parse(endTime) - Date.parse(time);
}

function longest(sessions: readonly TimelineEntry[]): TimelineEntry[] {
  if (sessions.length <= MAX_SESSIONS) return [...sessions];
  const lengths = new Map(sessions.map((session) => [session, lengthOf(session)]));
  const inOrder = [...sessions].sort((a, b) => {
    const [first, second] = [lengths.get(a) ?? 0, lengths.get(b) ?? 0];
    return first === second ? 0 : second - first;
  });
  return inOrder.slice(0, MAX_SESSIONS);
}

/** Gives each session a place: at its time, cut at the edges of the period, in the first row that is free there. */
export function placeSessions(
  sessions: readonly TimelineEntry[],
  range: ResolvedRange
): SessionPlaces {
  const timed = sessions.filter(({ timePrecision }) => timePrecision !== 'hour_unknown');
  const drawn = longest(timed).map((session) => {
    const seen = placeOf(session.time, range);
    const endless = session.endTime === undefined;
    const width = endless ? ENDLESS_WIDTH : placeOf(session.endTime ?? '', range) - seen;
    // What began at an unknown moment was, or may have been, open from the beginning of the period.
    const x = session.loginNotLogged ? 0 : seen;
    const unseen = seen - x;
    return { session, x, endless, unseen, width: unseen + Math.max(MIN_WIDTH, width) };
  });
  drawn.sort((a, b) => a.x - b.x);
  const ends: number[] = [];
  const placed = drawn.map((bar) => {
    let row = ends.findIndex((end) => end <= bar.x);
    if (row === -1) row = ends.length < MAX_ROWS ? ends.length : ends.indexOf(Math.min(...ends));
    ends[row] = Math.max(ends[row] ?? 0, bar.x + bar.width + 1);
    return { ...bar, row };
  });
  return {
    placed,
    rows: ends.length,
    leftOut: timed.length - placed.length,
    hourUnknown: sessions.length - timed.length,
  };
}
