/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { USE_ORIGINS, type GroupAccountsResponse } from '../../../common/api/group_accounts';
import { ATTRIBUTION_STATUSES } from '../../../common/attribution/attribution';
import { ValueComboBox, type OfferedValue } from '../../components/filters/value_combo_box';
import {
  GROUP_FILTERS,
  withGroupValues,
  type GroupFilter,
  type GroupState,
} from '../../url_state/group_accounts_state';
import { groupFilterLabel, groupValueLabel } from './group_words';

export interface GroupFilterBarProps {
  state: GroupState;
  /** Values are offered from the answer; absent while there is none. */
  answer?: GroupAccountsResponse;
  onChange: (next: GroupState) => void;
}

function countOf(values: ReadonlyArray<string | undefined>): OfferedValue[] {
  const known = values.filter((value): value is string => value !== undefined && value !== '');
  return [...new Set(known)].sort().map((value) => ({ value }));
}

/** Values that the answer holds. What it does not hold can be typed. */
function offeredOf(filter: GroupFilter, answer?: GroupAccountsResponse): OfferedValue[] {
  switch (filter) {
    case 'statuses':
      return ATTRIBUTION_STATUSES.map((value) => ({ value }));
    case 'origins':
      return USE_ORIGINS.map((value) => ({ value }));
    case 'accounts':
      return countOf((answer?.accounts ?? []).map(({ account }) => account));
    case 'persons':
      return countOf(
        (answer?.accounts ?? []).flatMap(({ byPerson }) => byPerson.map(({ person }) => person))
      );
    case 'clusters':
      return countOf((answer?.uses ?? []).map(({ cluster }) => cluster));
    case 'hosts':
      return countOf((answer?.uses ?? []).map(({ host }) => host));
  }
}

/** Everything that narrows down which uses are shown. */
export function GroupFilterBar({ state, answer, onChange }: GroupFilterBarProps) {
  const { filters } = state;
  const apply = (next: GroupState['filters']) =>
    onChange({ ...state, filters: next, use: undefined });
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <EuiFlexGroup gutterSize="s" alignItems="flexEnd" wrap responsive={false}>
      {GROUP_FILTERS.map((filter) => (
        <EuiFlexItem key={filter} grow style={{ flexBasis: 180, maxWidth: 360 }}>
          <ValueComboBox
            label={groupFilterLabel(filter)}
            offered={offeredOf(filter, answer)}
            chosen={filters[filter] ?? []}
            wordsOf={(value) => groupValueLabel(filter, value)}
            free={filter !== 'statuses' && filter !== 'origins'}
            onChange={(values) => apply(withGroupValues(filters, filter, values))}
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
