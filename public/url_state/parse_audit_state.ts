/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimeRange } from '../../common/api/time_range';
import { VALUE_FILTERS, type AuditState } from './audit_state';
import type { DroppedParameter } from './dropped_parameter';
import { HOST_PARAMETERS } from './host_parameters';
import { readEvent } from './read_event';
import { readFlag } from './read_flag';
import { readLists } from './read_lists';
import { readTimeRange } from './read_time_range';
import { readValues } from './read_values';
import { VALUE_SCHEMAS } from './value_schemas';

/** Before the name of a filter whose values are left out. */
export const EXCLUDE_PREFIX = 'exclude.';

const KNOWN = new Set<string>([
  'from',
  'to',
  'system',
  'event',
  'impersonated',
  'impersonatedUsers',
  ...VALUE_FILTERS.flatMap((key) => [key, EXCLUDE_PREFIX + key]),
  ...HOST_PARAMETERS,
]);

/** An address as it is understood, and what of it is not. */
export interface ParsedAddress {
  state: AuditState;
  dropped: DroppedParameter[];
}

/**
 * Reads the search part of an address. Never throws: what is not understood is left out and named, since an
 * address is typed by hand, sent by others, and may be older than the code.
 *
 * @param usual period of an address that names none
 */
export function parseAuditState(text: string, usual: TimeRange): ParsedAddress {
  const search = new URLSearchParams(text);
  const dropped: DroppedParameter[] = [];
  const names = readValues(search, 'impersonatedUsers', VALUE_SCHEMAS.impersonatedUsers, dropped);
  const impersonated = readFlag(search, 'impersonated', dropped);
  const state: AuditState = {
    timeRange: readTimeRange(search, usual, dropped),
    include: readLists(search, '', dropped),
    exclude: readLists(search, EXCLUDE_PREFIX, dropped),
    impersonated: names.length > 0 ? names : impersonated,
    system: readFlag(search, 'system', dropped) ?? false,
    event: readEvent(search, dropped),
  };
  for (const [name, value] of search) {
    if (!KNOWN.has(name)) dropped.push({ name, value, why: 'unknown' });
  }
  return { state, dropped };
}
