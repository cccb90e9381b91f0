/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeExclude } from '../../common/api/kube_filters';
import { VALUE_FILTERS } from './audit_state';
import type { DroppedParameter } from './dropped_parameter';
import { readValues } from './read_values';
import { VALUE_SCHEMAS } from './value_schemas';
import { withValues } from './with_values';

/** Reads every list of values whose parameters begin with the prefix. */
export function readLists(
  search: URLSearchParams,
  prefix: string,
  dropped: DroppedParameter[]
): KubeExclude {
  return VALUE_FILTERS.reduce<KubeExclude>(
    (lists, key) =>
      withValues(lists, key, readValues(search, prefix + key, VALUE_SCHEMAS[key], dropped)),
    {}
  );
}
