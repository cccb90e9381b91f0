/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ResolvedRange } from '../../../../common/api/time_range';

/** Width of the drawing in its own units; it grows with the page. */
export const WIDTH = 1000;

/** Places instants of a period on the axis. */
export function placeOf(time: string, { from, to }: ResolvedRange): number {
  const start = Date.parse(from);
  const span = Math.max(1, Date.parse(to) - start);
  return Math.min(WIDTH, Math.max(0, ((Date.parse(time) - start) / span) * WIDTH));
}

/** The instant at a place on the axis, ISO 8601. */
export function instantAt(place: number, { from, to }: ResolvedRange): string {
  const start = Date.parse(from);
  const share = Math.min(1, Math.max(0, place / WIDTH));
  return new Date(start + share * (Date.parse(to) - start)).toISOString();
}

/** A period of another length and place: `zoom` below 1 shows less, `shift` moves by shares of its length. */
export function movedRange(
  { from, to }: ResolvedRange,
  { zoom = 1, shift = 0 }: { zoom?: number; shift?: number }
): ResolvedRange {
  const start = Date.parse(from);
  const span = Math.max(1000, Date.parse(to) - start);
  const middle = start + span / 2 + shift * span;
  const half = Math.max(500, (span * zoom) / 2);
  return {
    from: new Date(Math.round(middle - half)).toISOString(),
    to: new Date(Math.round(middle + half)).toISOString(),
  };
}
