/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { FilterFor } from '../filter_handler';

/** What can be done in a row. The functions stay the same from drawing to drawing. */
export interface RowHandlers {
  /** Opens a session by its id. */
  onOpen: (id: string) => void;
  onFilter: FilterFor;
}
