/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshSessionsResponse } from '../../../common/api/ssh_sessions';
import { ATTRIBUTION_STATUSES } from '../../../common/attribution/attribution';
import { ValueComboBox, type OfferedValue } from '../../components/filters/value_combo_box';
import {
  SSH_FILTERS,
  withSshValues,
  type SshFilter,
  type SshState,
} from '../../url_state/ssh_state';
import { sshFilterLabel, sshValueLabel } from './ssh_words';

export interface SshFilterBarProps {
  state: SshState;
  /** Values of the answer; absent while there is none. */
  facets?: SshSessionsResponse['facets'];
  /** Values of the answer that are not in its facets. */
  leftOut?: SshSessionsResponse['facetsLeftOut'];
  onChange: (next: SshState) => void;
}

/** Statuses are few: all of them are offered, whether the answer holds them or not. */
function offeredOf(filter: SshFilter, facets?: SshSessionsResponse['facets']): OfferedValue[] {
  const offered = facets?.[filter] ?? [];
  if (filter !== 'statuses') return offered;
  return ATTRIBUTION_STATUSES.map((value) => ({
    value,
    count: offered.find((status) => status.value === value)?.count,
  }));
}

/** Everything that narrows down which sessions are shown. */
export function SshFilterBar({ state, facets, leftOut = {}, onChange }: SshFilterBarProps) {
  const { filters } = state;
  const isFiltered = Object.keys(filters).length > 0;
  // What was open may not match any more.
  const apply = (next: SshState['filters']) =>
    onChange({ ...state, filters: next, run: undefined, session: undefined });
  return (
    <EuiFlexGroup gutterSize="s" alignItems="flexEnd" wrap responsive={false}>
      {SSH_FILTERS.map((filter) => (
        <EuiFlexItem key={filter} grow style={{ flexBasis: 180, maxWidth: 360 }}>
          <ValueComboBox
            label={sshFilterLabel(filter)}
            offered={offeredOf(filter, facets)}
            leftOut={leftOut[filter]}
            chosen={filters[filter] ?? []}
            wordsOf={(value) => sshValueLabel(filter, value)}
            free={filter !== 'statuses'}
            onChange={(values) => apply(withSshValues(filters, filter, values))}
          />
        </EuiFlexItem>
      ))}
      {isFiltered && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="s" onClick={() => apply({})}>
            {i18n.translate('auditUser.pill.clear', { defaultMessage: 'Clear all filters' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}
