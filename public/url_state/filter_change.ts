/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeExclude } from '../../common/api/kube_filters';

/** A filter that takes a list of values. */
export type FilterKey = keyof KubeExclude | 'impersonatedUsers';

/** A change that a click on a value asks for. */
export interface FilterChange {
  /** Only this value, everything but it, or no longer a filter. */
  kind: 'include' | 'exclude' | 'remove';
  key: FilterKey;
  value: string;
}
