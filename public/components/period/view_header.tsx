/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
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
  onRefresh: () => void;
}

/** Title and period. */
export function ViewHeader({
  title,
  timeRange,
  range,
  loading,
  onChange,
  onRefresh,
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
          <PeriodPicker
            timeRange={timeRange}
            loading={loading}
            onChange={onChange}
            onRefresh={onRefresh}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
    </>
  );
}
