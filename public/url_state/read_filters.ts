/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../common/api/kube_filters';
import type { DroppedParameter } from './dropped_parameter';
import { NAME_SCHEMA, VALUE_FILTER_KEYS, VALUE_SCHEMAS } from './filter_keys';
import { withExcluded, withIncluded } from './filter_values';
import { readFlag } from './read_flag';
import { readValues } from './read_values';

/** Reads every filter of the address. */
export function readFilters(search: URLSearchParams, dropped: DroppedParameter[]): KubeFilters {
  let filters: KubeFilters = {};
  for (const key of VALUE_FILTER_KEYS) {
    const schema = VALUE_SCHEMAS[key];
    filters = withIncluded(filters, key, readValues(search, key, schema, dropped));
    const excluded = readValues(search, `exclude.${key}`, schema, dropped);
    filters = withExcluded(filters, key, excluded);
  }
  const names = readValues(search, 'impersonatedUsers', NAME_SCHEMA, dropped);
  const impersonated = names.length > 0 ? names : readFlag(search, 'impersonated', dropped);
  return impersonated === undefined ? filters : { ...filters, impersonated };
}
