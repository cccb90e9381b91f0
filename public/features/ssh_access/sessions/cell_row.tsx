/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import { EuiTableRow } from '@elastic/eui';
import { TableCell } from '../../../components/table_cell';
import { COLUMNS, type Cells } from './columns';

export interface CellRowProps {
  cells: Cells;
  isOpen: boolean;
  /** Rows are cards, without headings above them. */
  isNarrow: boolean;
}

/** What is open has a mark at its side: the host's background of a chosen row is too dark for its links. */
const OPEN = { boxShadow: `inset 4px 0 ${euiThemeVars.euiColorPrimary}` };

/** A row of the table with its cells in the order of the columns. */
export function CellRow({ cells, isOpen, isNarrow }: CellRowProps) {
  return (
    <EuiTableRow aria-current={isOpen || undefined} style={isOpen ? OPEN : undefined}>
      {COLUMNS.map(({ id, label }) => (
        <TableCell key={id} label={isNarrow ? label() : undefined}>
          {cells[id]}
        </TableCell>
      ))}
    </EuiTableRow>
  );
}
