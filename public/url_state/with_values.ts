/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeExclude } from '../../common/api/kube_filters';
import type { ValueFilter } from './audit_state';

/**
 * The lists with these values under the key, and without the key when there are none. The values of the three
 * enumerated filters come from checked places only: the address, a facet, an event.
 */
export function withValues(
  lists: KubeExclude,
  key: ValueFilter,
  values: readonly string[]
): KubeExclude {
  const next: Partial<Record<ValueFilter, readonly string[]>> = { ...lists };
  delete next[key];
  if (values.length > 0) next[key] = [...values];
  return next as KubeExclude;
}
