/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimelineLane, TimelineLaneId } from '../../common/api/person_timeline';
import { clippedTo, EvenBars } from '../time/even_bars';
import type { Period } from '../time/resolve_time_range';
import type { PlacedEntry } from './timeline_entries';

/**
 * Figures and bars of a lane of which all entries are at hand.
 *
 * @param cut there are, or may be, others
 */
export function toLane(
  id: TimelineLaneId,
  entries: readonly PlacedEntry[],
  period: Period,
  cut: boolean
): TimelineLane {
  const bars = new EvenBars(period);
  const counts = bars.starts().map((time) => ({ time, certain: 0, possible: 0 }));
  const figures = { certain: 0, possible: 0 };
  for (const { entry, place } of entries) {
    figures[entry.certainty] += 1;
    // A session may have been opened before the period.
    const index = bars.indexOf(clippedTo(period, place.ms));
    if (index !== undefined) counts[index][entry.certainty] += 1;
  }
  return {
    id,
    total: { value: entries.length, relation: cut ? 'gte' : 'eq' },
    ...figures,
    bars: counts,
  };
}
