/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ResolvedRange } from '../../../../common/api/time_range';

/** Width of the drawing in its own units; it grows with the page. */
export const WIDTH = 1000;

/** Shortest period that is zoomed to. Milliseconds. */
export const MIN_SPAN = 1000;

/** Nothing is logged before, and zooming out must end somewhere: the first instant of Unix time. */
const EARLIEST = 0;

/** The last instant that OpenSearch's date_nanos can hold begins on this day. */
const LATEST = Date.UTC(2262, 3, 11);

const iso = (ms: number): string => new Date(Math.round(ms)).toISOString();

/** Places an instant of a period on the axis; what lies outside is placed at its edge. */
export function placeOf(time: string, { from, to }: ResolvedRange): number {
  const start = Date.parse(from);
  const span = Math.max(1, Date.parse(to) - start);
  return Math.min(WIDTH, Math.max(0, ((Date.parse(time) - start) / span) * WIDTH));
}

/** The instant at a place on the axis, ISO 8601. */
export function instantAt(place: number, { from, to }: ResolvedRange): string {
  const start = Date.parse(from);
  const share = Math.min(1, Math.max(0, place / WIDTH));
  return iso(start + share * (Date.parse(to) - start));
}

/** The period between two places on the axis, in either order; never shorter than a second. */
export function rangeBetween(a: number, b: number, range: ResolvedRange): ResolvedRange {
  const from = instantAt(Math.min(a, b), range);
  const to = instantAt(Math.max(a, b), range);
  const short = MIN_SPAN - (Date.parse(to) - Date.parse(from));
  return short <= 0 ? { from, to } : movedRange({ from, to }, { zoom: 1 });
}

/**
 * A period of another length and place: `zoom` below 1 shows less, `shift` moves by shares of its length. It
 * is never shorter than a second, and stays within what OpenSearch can be asked.
 */
export function movedRange(
  { from, to }: ResolvedRange,
  { zoom = 1, shift = 0 }: { zoom?: number; shift?: number }
): ResolvedRange {
  const start = Date.parse(from);
  const span = Math.max(0, Date.parse(to) - start);
  const middle = start + span / 2 + shift * span;
  const length = Math.min(LATEST - EARLIEST, Math.max(MIN_SPAN, span * zoom));
  const begin = Math.min(LATEST - length, Math.max(EARLIEST, middle - length / 2));
  return { from: iso(begin), to: iso(begin + length) };
}
