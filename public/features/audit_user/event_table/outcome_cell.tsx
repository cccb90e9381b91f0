/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Denial } from '../../../../common/kube_audit/outcome';
import { OutcomeBadge } from '../event_words/outcome_badge';
import { FilterValue } from './filter_value';
import type { RowProps } from './row_props';

const DENIED_BY: Readonly<Record<Denial, () => string>> = {
  authorization: () =>
    i18n.translate('auditUser.table.byAuthorization', { defaultMessage: 'by authorization' }),
  admission: () =>
    i18n.translate('auditUser.table.byAdmission', { defaultMessage: 'by admission' }),
};

/**
 * How it ended. Who refused it, and that it has not ended as far as the log knows, is said below: a badge cuts
 * what does not fit, and these are the last words to lose.
 */
export function OutcomeCell({ event, onFilter }: Omit<RowProps, 'onOpen'>) {
  return (
    <>
      <FilterValue filter="outcomes" value={event.outcome} onFilter={onFilter}>
        <OutcomeBadge event={{ ...event, denial: undefined, state: 'complete' }} />
      </FilterValue>
      {event.denial !== undefined && (
        <EuiText size="xs">
          <FilterValue quiet filter="denials" value={event.denial} onFilter={onFilter}>
            {DENIED_BY[event.denial]()}
          </FilterValue>
        </EuiText>
      )}
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
