/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimeRange } from '../../common/api/time_range';
import type { DroppedParameter } from './dropped_parameter';
import { VALUE_FILTER_KEYS } from './filter_keys';
import { HOST_PARAMETERS } from './host_parameters';
import { readEvent } from './read_event';
import { readFilters } from './read_filters';
import { readFlag } from './read_flag';
import { readTimeRange } from './read_time_range';
import type { ViewState } from './view_state';

const KNOWN = new Set([
  'from',
  'to',
  'system',
  'event',
  'impersonated',
  'impersonatedUsers',
  ...VALUE_FILTER_KEYS.flatMap((key) => [key, `exclude.${key}`]),
  ...HOST_PARAMETERS,
]);

/** An address as it is understood, and what of it is not. */
export interface ParsedSearch {
  state: ViewState;
  dropped: DroppedParameter[];
}

/**
 * Reads the search part of an address. Whatever is invalid is dropped and named: an address is typed by
 * hand, sent by others, and older than the code.
 */
export function parseSearch(text: string, usual: TimeRange): ParsedSearch {
  const search = new URLSearchParams(text);
  const dropped: DroppedParameter[] = [];
  const state: ViewState = {
    timeRange: readTimeRange(search, usual, dropped),
    filters: readFilters(search, dropped),
    includeSystem: readFlag(search, 'system', dropped) ?? false,
    event: readEvent(search, dropped),
  };
  for (const [name, value] of search) {
    if (!KNOWN.has(name)) dropped.push({ name, value, why: 'unknown' });
  }
  return { state, dropped };
}
