/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { excludedValues, includedValues } from './filter_values';
import { VALUE_FILTER_KEYS } from './filter_keys';
import type { ViewState } from './view_state';

/** Search part of the address of this state. */
export function toSearch({ timeRange, filters, includeSystem, event }: ViewState): string {
  const search = new URLSearchParams({ from: timeRange.from, to: timeRange.to });
  for (const key of VALUE_FILTER_KEYS) {
    for (const value of includedValues(filters, key)) search.append(key, value);
    for (const value of excludedValues(filters, key)) search.append(`exclude.${key}`, value);
  }
  if (typeof filters.impersonated === 'boolean') {
    search.set('impersonated', String(filters.impersonated));
  }
  for (const name of includedValues(filters, 'impersonatedUsers')) {
    search.append('impersonatedUsers', name);
  }
  if (includeSystem) search.set('system', 'true');
  if (event) search.set('event', `${event.index}/${event.id}`);
  return `?${search.toString()}`;
}
