/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../common/api/kube_filters';
import type { FilterKey } from './filter_change';

/** Values that a filter asks for; none means all. */
export function includedValues(filters: KubeFilters, key: FilterKey): readonly string[] {
  if (key !== 'impersonatedUsers') return filters[key] ?? [];
  return Array.isArray(filters.impersonated) ? filters.impersonated : [];
}

/** Values that a filter leaves out. */
export function excludedValues(filters: KubeFilters, key: FilterKey): readonly string[] {
  return key === 'impersonatedUsers' ? [] : (filters.exclude?.[key] ?? []);
}

/** The object with the list under the key, without the key when the list is empty. */
function withList<T extends object>(object: T, key: string, values: readonly string[]): T {
  const { [key]: _before, ...rest } = object as Record<string, unknown>;
  // Values of the three enumerated filters come from checked lists: the address, a facet or an event.
  return (values.length > 0 ? { ...rest, [key]: [...values] } : rest) as T;
}

/** Filters that ask for these values under the key. */
export function withIncluded(
  filters: KubeFilters,
  key: FilterKey,
  values: readonly string[]
): KubeFilters {
  if (key !== 'impersonatedUsers') return withList(filters, key, values);
  // No names left: whatever else stood there ("only impersonated requests") is not ours to remove.
  if (values.length === 0 && !Array.isArray(filters.impersonated)) return filters;
  return withList(filters, 'impersonated', values);
}

/** Filters that leave these values out under the key. */
export function withExcluded(
  filters: KubeFilters,
  key: FilterKey,
  values: readonly string[]
): KubeFilters {
  if (key === 'impersonatedUsers') return filters;
  const exclude = withList(filters.exclude ?? {}, key, values);
  const { exclude: _before, ...rest } = filters;
  return Object.keys(exclude).length > 0 ? { ...rest, exclude } : rest;
}
