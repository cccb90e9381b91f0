/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import {
  EuiScreenReaderOnly,
  EuiTable,
  EuiTableBody,
  EuiTableHeader,
  EuiTableHeaderCell,
  useIsWithinBreakpoints,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DocumentRef, KubeEvent } from '../../../../common/api/kube_events';
import { useDateFormat } from '../../../components/use_date_format';
import { COLUMNS } from './columns';
import { EventRow } from './event_row';
import type { RowProps } from './row_props';

export interface EventTableProps extends Omit<RowProps, 'event'> {
  events: readonly KubeEvent[];
  /** The event that is open. */
  open?: DocumentRef;
}

/** The events, newest first. */
export function EventTable({ events, open, onOpen, onFilter }: EventTableProps) {
  const dateFormat = useDateFormat();
  const isNarrow = useIsWithinBreakpoints(['xs', 's']);
  return (
    <EuiTable compressed tableLayout="fixed" data-test-subj="auditUserEvents">
      <EuiScreenReaderOnly>
        <caption>
          {i18n.translate('auditUser.table.caption', {
            defaultMessage: 'Requests to the Kubernetes API, newest first',
          })}
        </caption>
      </EuiScreenReaderOnly>
      <EuiTableHeader>
        {COLUMNS.map(({ id, width, label }) => (
          <EuiTableHeaderCell key={id} width={width}>
            {label()}
          </EuiTableHeaderCell>
        ))}
      </EuiTableHeader>
      <EuiTableBody>
        {events.map((event) => {
          const { index, id } = event.document;
          return (
            <EventRow
              key={`${index}/${id}`}
              event={event}
              dateFormat={dateFormat}
              isOpen={open?.index === index && open.id === id}
              isNarrow={isNarrow}
              onOpen={onOpen}
              onFilter={onFilter}
            />
          );
        })}
      </EuiTableBody>
    </EuiTable>
  );
}
