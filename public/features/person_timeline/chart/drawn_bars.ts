/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimelineLane } from '../../../../common/api/person_timeline';

type Bar = TimelineLane['bars'][number];

/** A bar as drawn: heights in units of the drawing, from the bottom. */
export interface DrawnBar extends Bar {
  /** Milliseconds that it stands for. */
  spanMs: number;
  certainHeight: number;
  possibleHeight: number;
}

/** Bars of a lane: more are narrower than two pixels, and each costs up to two elements. */
export const MAX_BARS = 120;

/** The least that can be seen, and that shows whether it is hatched. */
const MIN_HEIGHT = 4;

function merged(bars: readonly Bar[], size: number): Bar[] {
  if (size === 1) return [...bars];
  const groups: Bar[] = [];
  bars.forEach(({ time, certain, possible }, i) => {
    if (i % size === 0) groups.push({ time, certain, possible });
    else {
      const group = groups[groups.length - 1];
      group.certain += certain;
      group.possible += possible;
    }
  });
  return groups;
}

function heightsOf({ certain, possible }: Bar, most: number, room: number) {
  // The height grows with the root of the number: one entry among thousands is still to be seen.
  const whole = Math.sqrt((certain + possible) / most) * room;
  const least = (count: number) => (count === 0 ? 0 : MIN_HEIGHT);
  const total = Math.max(whole, least(certain) + least(possible));
  if (possible === 0) return { certainHeight: total, possibleHeight: 0 };
  const share = total * (certain / (certain + possible));
  const certainHeight = Math.min(Math.max(share, least(certain)), total - least(possible));
  return { certainHeight, possibleHeight: total - certainHeight };
}

/**
 * The bars of a lane to draw, without the empty ones. However many steps an answer has, no more than
 * `MAX_BARS` are drawn: neighbours are added up.
 *
 * @param intervalMs length of a step of the answer
 * @param room height of the highest bar
 */
export function drawnBars(bars: readonly Bar[], intervalMs: number, room: number): DrawnBar[] {
  const size = Math.max(1, Math.ceil(bars.length / MAX_BARS));
  const groups = merged(bars, size).filter(({ certain, possible }) => certain + possible > 0);
  const most = groups.reduce((max, { certain, possible }) => Math.max(max, certain + possible), 1);
  return groups.map((bar) => ({
    ...bar,
    spanMs: intervalMs * size,
    ...heightsOf(bar, most, room),
  }));
}
