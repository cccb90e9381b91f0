/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent } from '../../../../common/api/kube_events';
import type { FilterChange } from '../../../url_state/filter_change';

/** What every section about the event itself is given. */
export interface SectionOfEventProps {
  event: KubeEvent;
  onFilter: (change: FilterChange) => void;
}
