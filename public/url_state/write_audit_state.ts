/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { VALUE_FILTERS, type AuditState } from './audit_state';
import { EXCLUDE_PREFIX } from './parse_audit_state';

/** Writes the state as the search part of an address; what is as usual is left out, the period is not. */
export function writeAuditState(state: AuditState): string {
  const { timeRange, include, exclude, impersonated, system, event } = state;
  const search = new URLSearchParams({ from: timeRange.from, to: timeRange.to });
  for (const key of VALUE_FILTERS) {
    for (const value of include[key] ?? []) search.append(key, value);
    for (const value of exclude[key] ?? []) search.append(EXCLUDE_PREFIX + key, value);
  }
  if (typeof impersonated === 'boolean') search.set('impersonated', String(impersonated));
  else for (const name of impersonated ?? []) search.append('impersonatedUsers', name);
  if (system) search.set('system', 'true');
  if (event) search.set('event', `${event.index}/${event.id}`);
  return `?${search.toString()}`;
}
