/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { ResolvedRange, TimeRange } from '../../../common/api/time_range';
import { PeriodPicker } from './period_picker';
import { ResolvedPeriod } from './resolved_period';

export interface ViewHeaderProps {
  title: string;
  /** As chosen. */
  timeRange: TimeRange;
  /** Of the answer that is shown. */
  range?: ResolvedRange;
  loading: boolean;
  onChange: (timeRange: TimeRange) => void;
  /** Asks again; absent where nothing is asked yet. */
  onRefresh?: () => void;
  /** What can be done with what is shown, such as taking it as evidence. */
  actions?: ReactNode;
}

/** Title and period. */
export function ViewHeader({
  title,
  timeRange,
  range,
  loading,
  onChange,
  onRefresh,
  actions,
}: ViewHeaderProps) {
  return (
    <>
      <EuiFlexGroup gutterSize="m" alignItems="flexStart" justifyContent="spaceBetween" wrap>
        <EuiFlexItem grow={false}>
          <EuiTitle size="m">
            <h1>{title}</h1>
          </EuiTitle>
          {range && <ResolvedPeriod range={range} />}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiFlexGroup gutterSize="s" alignItems="center" justifyContent="flexEnd" wrap>
            {actions && <EuiFlexItem grow={false}>{actions}</EuiFlexItem>}
            <EuiFlexItem grow={false}>
              <PeriodPicker
                timeRange={timeRange}
                loading={loading}
                onChange={onChange}
                onRefresh={onRefresh}
              />
            </EuiFlexItem>
          </EuiFlexGroup>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
    </>
  );
}
