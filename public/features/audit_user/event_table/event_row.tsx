/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo } from 'react';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import { EuiTableRow } from '@elastic/eui';
import { COLUMNS } from './columns';
import { TableCell } from '../../../components/table_cell';
import { ObjectCell } from './object_cell';
import { OutcomeCell } from './outcome_cell';
import type { RowProps } from './row_props';
import { SourceCell } from './source_cell';
import { TimeCell } from './time_cell';
import { WhatCell } from './what_cell';
import { WhereCell } from './where_cell';
import { WhoCell } from './who_cell';

export interface EventRowProps extends RowProps {
  dateFormat: string;
  isOpen: boolean;
  /** Rows are cards, without headings above them. */
  isNarrow: boolean;
}

/** The open event has a mark at its side: the host's background of a chosen row is too dark for its links. */
const OPEN = { boxShadow: `inset 4px 0 ${euiThemeVars.euiColorPrimary}` };

function Row({ event, dateFormat, isOpen, isNarrow, onOpen, onFilter }: EventRowProps) {
  const cells = {
    time: <TimeCell event={event} dateFormat={dateFormat} />,
    who: <WhoCell event={event} onFilter={onFilter} />,
    what: <WhatCell event={event} onOpen={onOpen} onFilter={onFilter} />,
    object: <ObjectCell event={event} onFilter={onFilter} />,
    where: <WhereCell event={event} onFilter={onFilter} />,
    outcome: <OutcomeCell event={event} onFilter={onFilter} />,
    source: <SourceCell event={event} onFilter={onFilter} />,
  };
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

/** One event. It is drawn again only when something of it changes: a thousand rows may be loaded. */
export const EventRow = memo(Row);
