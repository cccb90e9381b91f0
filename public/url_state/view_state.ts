/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DocumentRef } from '../../common/api/kube_events';
import type { KubeFilters } from '../../common/api/kube_filters';
import type { TimeRange } from '../../common/api/time_range';

/** What the view asks and shows, all of which is in its address. */
export interface ViewState {
  /** As chosen: instants or date math, in the user's zone. */
  timeRange: TimeRange;
  /** As chosen; what persons-only adds is not in it. */
  filters: KubeFilters;
  /** Ask for service accounts, nodes and system components too. */
  includeSystem: boolean;
  /** The event that is open. */
  event?: DocumentRef;
}
