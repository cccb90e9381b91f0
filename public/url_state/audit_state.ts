/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeExclude } from '../../common/api/kube_filters';
import type { DocumentRef } from '../../common/api/kube_events';
import type { TimeRange } from '../../common/api/time_range';

/** Filters that take a list of values, in the order in which they are shown and written. */
export const VALUE_FILTERS = [
  'users',
  'userKinds',
  'clusters',
  'verbs',
  'resources',
  'namespaces',
  'names',
  'outcomes',
  'denials',
  'sourceIps',
] as const satisfies ReadonlyArray<keyof KubeExclude>;

export type ValueFilter = (typeof VALUE_FILTERS)[number];

/** Everything that the view can be asked, and nothing else: it is all in the address. */
export interface AuditState {
  /** As chosen: instants or date math, in the user's zone. */
  timeRange: TimeRange;
  include: KubeExclude;
  exclude: KubeExclude;
  /** As somebody else: yes, no, or as one of these. */
  impersonated?: boolean | string[];
  /** Controllers, nodes and service accounts too, not only people. */
  system: boolean;
  /** The event that is open. */
  event?: DocumentRef;
}
