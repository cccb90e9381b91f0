/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimeRange } from '../../common/api/time_range';
import type { DroppedParameter } from './dropped_parameter';
import { HOST_PARAMETERS } from './host_parameters';
import { readTimeRange } from './read_time_range';

/** Of which period the coverage is looked at. */
export interface CoverageState {
  timeRange: TimeRange;
}

const KNOWN: readonly string[] = ['from', 'to', ...HOST_PARAMETERS];

/**
 * Reads the search part of an address. Never throws: what is not understood is left out and named.
 *
 * @param usual period of an address that names none
 */
export function parseCoverageState(
  searchPart: string,
  usual: TimeRange
): { state: CoverageState; dropped: DroppedParameter[] } {
  const search = new URLSearchParams(searchPart);
  const dropped: DroppedParameter[] = [];
  const timeRange = readTimeRange(search, usual, dropped);
  search.forEach((value, name) => {
    if (!KNOWN.includes(name)) dropped.push({ name, value, why: 'unknown' });
  });
  return { state: { timeRange }, dropped };
}

/** Writes the state as the search part of an address. */
export function writeCoverageState({ timeRange: { from, to } }: CoverageState): string {
  return `?${new URLSearchParams({ from, to }).toString()}`;
}
