/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DocumentRef, KubeEvent } from '../../../../common/api/kube_events';
import type { FilterChange } from '../../../url_state/filter_change';

/** What the cells of one event can do. The functions stay the same, so that rows need not be drawn again. */
export interface RowProps {
  event: KubeEvent;
  onOpen: (document: DocumentRef) => void;
  onFilter: (change: FilterChange) => void;
}
