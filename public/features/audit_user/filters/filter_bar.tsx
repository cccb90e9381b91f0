/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiFilterGroup, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { KubeSummary } from '../../../../common/api/kube_summary';
import type { TimeRange } from '../../../../common/api/time_range';
import type { AuditState, ValueFilter } from '../../../url_state/audit_state';
import { setFilterValues } from '../../../url_state/change_filters';
import { FacetFilter } from './facet_filter';
import { SystemSwitch } from './system_switch';
import { UserSelector } from '../user_selector/user_selector';

export interface FilterBarProps {
  /** Period as the server is asked. */
  timeRange: TimeRange;
  state: AuditState;
  summary?: KubeSummary;
  onChange: (next: AuditState) => void;
}

/** Filters besides the user selector, the most asked for first. */
const FACET_FILTERS: readonly ValueFilter[] = [
  'clusters',
  'verbs',
  'resources',
  'namespaces',
  'names',
  'outcomes',
  'denials',
  'sourceIps',
  'userKinds',
];

/** Everything that narrows down whose and which requests are shown. */
export function FilterBar({ timeRange, state, summary, onChange }: FilterBarProps) {
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" wrap responsive={false}>
      <EuiFlexItem grow={false}>
        <UserSelector
          timeRange={timeRange}
          clusters={state.include.clusters}
          kinds={state.include.userKinds}
          selected={state.include.users ?? []}
          onChange={(users) => onChange(setFilterValues(state, 'users', users))}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false} style={{ maxWidth: '100%' }}>
        <EuiFilterGroup style={{ flexWrap: 'wrap', maxWidth: '100%' }}>
          {FACET_FILTERS.map((filter) => (
            <FacetFilter
              key={filter}
              filter={filter}
              facet={summary?.facets[filter]}
              include={(state.include[filter] ?? []) as string[]}
              exclude={(state.exclude[filter] ?? []) as string[]}
              onChange={(include, exclude) =>
                onChange(setFilterValues(state, filter, include, exclude))
              }
            />
          ))}
        </EuiFilterGroup>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <SystemSwitch state={state} kinds={summary?.facets.userKinds} onChange={onChange} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
