/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';

export interface TableCellProps {
  /** Name of the column, where there is no room for a heading above. */
  label?: string;
  /** Columns that it takes; one when absent. */
  colSpan?: number;
  children?: ReactNode;
}

/** Contents are blocks below each other, not items of a row. */
const STACKED = { display: 'block' as const };
const TOP = { verticalAlign: 'top' as const };

/**
 * A cell in the looks of OUI. Its own `EuiTableRowCell` listens for every change of the window's size and
 * takes more elements; a thousand rows have seven thousand cells.
 */
export function TableCell({ label, colSpan, children }: TableCellProps) {
  return (
    <td className="euiTableRowCell" style={TOP} colSpan={colSpan}>
      {label !== undefined && <div className="euiTableRowCell__mobileHeader">{label}</div>}
      <div className="euiTableCellContent euiTableCellContent--overflowingContent" style={STACKED}>
        {children}
      </div>
    </td>
  );
}
