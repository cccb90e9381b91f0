/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { MAX_VALUE_LENGTH } from '../../common/api/kube_filters';
import type { TimeRange } from '../../common/api/time_range';
import type { DroppedParameter } from './dropped_parameter';
import { HOST_PARAMETERS } from './host_parameters';
import { readTimeRange } from './read_time_range';
import { readValues } from './read_values';

/** Of which period the coverage is looked at, and of which clusters: all where none is named. */
export interface CoverageState {
  timeRange: TimeRange;
  clusters: readonly string[];
}

const CLUSTERS = 'clusters';
const cluster = z.string().min(1).max(MAX_VALUE_LENGTH);
const KNOWN: readonly string[] = ['from', 'to', CLUSTERS, ...HOST_PARAMETERS];

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
  const clusters = readValues(search, CLUSTERS, cluster, dropped);
  search.forEach((value, name) => {
    if (!KNOWN.includes(name)) dropped.push({ name, value, why: 'unknown' });
  });
  return { state: { timeRange, clusters }, dropped };
}

/** Writes the state as the search part of an address. */
export function writeCoverageState({ timeRange: { from, to }, clusters }: CoverageState): string {
  const search = new URLSearchParams({ from, to });
  for (const value of clusters) search.append(CLUSTERS, value);
  return `?${search.toString()}`;
}
