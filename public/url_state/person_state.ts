/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { TIMELINE_LANES, type TimelineLaneId } from '../../common/api/person_timeline';
import type { TimeRange } from '../../common/api/time_range';
import type { DroppedParameter } from './dropped_parameter';
import { HOST_PARAMETERS } from './host_parameters';
import { readTimeRange } from './read_time_range';
import { readValues } from './read_values';

/** How surely an entry is the person's. */
export const CERTAINTIES = ['certain', 'possible'] as const;

/** Everything that the timeline can be asked besides the person, who is in the path. */
export interface PersonState {
  timeRange: TimeRange;
  /** Lanes that are listed; all when empty. */
  lanes: TimelineLaneId[];
  /** Only these are listed; all when absent. */
  certainty?: (typeof CERTAINTIES)[number];
}

const lane = z.enum(TIMELINE_LANES);
const certaintySchema = z.enum(CERTAINTIES);

const KNOWN = new Set<string>(['from', 'to', 'lanes', 'certainty', ...HOST_PARAMETERS]);

/** Reads the search part of an address. Never throws: what is not understood is left out and named. */
export function parsePersonState(
  searchPart: string,
  usual: TimeRange
): { state: PersonState; dropped: DroppedParameter[] } {
  const search = new URLSearchParams(searchPart);
  const dropped: DroppedParameter[] = [];
  const wanted = readValues(search, 'lanes', lane, dropped);
  const [surely] = readValues(search, 'certainty', certaintySchema, dropped);
  const certainty = CERTAINTIES.find((each) => each === surely);
  const state: PersonState = {
    timeRange: readTimeRange(search, usual, dropped),
    lanes: TIMELINE_LANES.filter((each) => wanted.includes(each)),
    ...(certainty === undefined ? {} : { certainty }),
  };
  for (const [name, value] of search) {
    if (!KNOWN.has(name)) dropped.push({ name, value, why: 'unknown' });
  }
  return { state, dropped };
}

/** Writes the state as the search part of an address. */
export function writePersonState({ timeRange, lanes, certainty }: PersonState): string {
  const search = new URLSearchParams({ from: timeRange.from, to: timeRange.to });
  for (const each of lanes) search.append('lanes', each);
  if (certainty !== undefined) search.set('certainty', certainty);
  return `?${search.toString()}`;
}
