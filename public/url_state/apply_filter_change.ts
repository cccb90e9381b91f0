/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { MAX_FILTER_VALUES, type KubeFilters } from '../../common/api/kube_filters';
import type { FilterChange } from './filter_change';
import { excludedValues, includedValues, withExcluded, withIncluded } from './filter_values';

/**
 * Filters after a click on a value. "Filter for" asks for that value only; "exclude" adds to what is left
 * out; neither leaves a contradiction behind.
 *
 * @returns undefined when the list of values to leave out is full
 */
export function applyFilterChange(
  filters: KubeFilters,
  { kind, key, value }: FilterChange
): KubeFilters | undefined {
  const others = (values: readonly string[]) => values.filter((other) => other !== value);
  const included = includedValues(filters, key);
  const excluded = excludedValues(filters, key);
  switch (kind) {
    case 'include':
      return withExcluded(withIncluded(filters, key, [value]), key, others(excluded));
    case 'exclude': {
      const values = [...others(excluded), value];
      if (values.length > MAX_FILTER_VALUES) return undefined;
      return withExcluded(withIncluded(filters, key, others(included)), key, values);
    }
    case 'remove': {
      const kept = withIncluded(filters, key, others(included));
      return withExcluded(kept, key, others(excluded));
    }
  }
}
