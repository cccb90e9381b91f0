/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { OutcomeBadge } from '../event_words/outcome_badge';
import { FilterValue } from './filter_value';
import type { RowProps } from './row_props';

/** How it ended. That it has not ended, as far as the log knows, is said below and not squeezed beside it. */
export function OutcomeCell({ event, onFilter }: Omit<RowProps, 'onOpen'>) {
  return (
    <>
      <FilterValue filter="outcomes" value={event.outcome} onFilter={onFilter}>
        <OutcomeBadge event={{ ...event, state: 'complete' }} />
      </FilterValue>
      {event.state === 'open' && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('auditUser.table.stillOpen', {
            defaultMessage: 'Still open, or its end was not logged',
          })}
        </EuiText>
      )}
    </>
  );
}
