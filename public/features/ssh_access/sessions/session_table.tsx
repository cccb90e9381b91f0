/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { Fragment, type ReactNode } from 'react';
import {
  EuiScreenReaderOnly,
  EuiTable,
  EuiTableBody,
  EuiTableHeader,
  EuiTableHeaderCell,
  EuiTableRow,
  useIsWithinBreakpoints,
} from '@elastic/eui';
import { TableCell } from '../../../components/table_cell';
import { COLUMNS } from './columns';
import type { RowHandlers } from './row_handlers';
import { RunRow } from './run_row';
import { SessionRow } from './session_row';
import type { SshRow } from './to_rows';

export interface SessionTableProps extends RowHandlers {
  rows: readonly SshRow[];
  /** What the table holds, for those who do not see what stands around it. */
  caption: string;
  /** Id of the session that is open. */
  openSession?: string;
  /** Id of the run that is unfolded. */
  openRun?: string;
  /** Stands below the run that is unfolded. */
  runContent?: ReactNode;
  onToggleRun: (id: string) => void;
}

/** Sessions and folded runs, newest first. */
export function SessionTable(props: SessionTableProps) {
  const { rows, caption, openSession, openRun, runContent, onOpen, onFilter, onToggleRun } = props;
  const isNarrow = useIsWithinBreakpoints(['xs', 's']);
  return (
    <EuiTable compressed tableLayout="fixed" data-test-subj="auditUserSshSessions">
      <EuiScreenReaderOnly>
        <caption>{caption}</caption>
      </EuiScreenReaderOnly>
      <EuiTableHeader>
        {COLUMNS.map(({ id, width, label }) => (
          <EuiTableHeaderCell key={id} width={width}>
            {label()}
          </EuiTableHeaderCell>
        ))}
      </EuiTableHeader>
      <EuiTableBody>
        {rows.map((row) => {
          if (row.kind === 'session') {
            const { session } = row;
            return (
              <SessionRow
                key={`session ${session.id}`}
                session={session}
                isOpen={session.id === openSession}
                isNarrow={isNarrow}
                onOpen={onOpen}
                onFilter={onFilter}
              />
            );
          }
          const { run } = row;
          const isOpen = run.id === openRun;
          return (
            <Fragment key={`run ${run.id}`}>
              <RunRow
                run={run}
                isOpen={isOpen}
                isNarrow={isNarrow}
                onToggle={onToggleRun}
                onFilter={onFilter}
              />
              {isOpen && (
                <EuiTableRow>
                  <TableCell colSpan={COLUMNS.length}>{runContent}</TableCell>
                </EuiTableRow>
              )}
            </Fragment>
          );
        })}
      </EuiTableBody>
    </EuiTable>
  );
}
