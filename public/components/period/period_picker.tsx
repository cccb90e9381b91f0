/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSuperDatePicker } from '@elastic/eui';
import type { TimeRange } from '../../../common/api/time_range';
import { readSetting } from '../read_setting';
import { useServices } from '../services_context';
import { useDateFormat } from '../use_date_format';

/** A quick range as the settings of Dashboards have it. */
interface QuickRange {
  from: string;
  to: string;
  display: string;
}

export interface PeriodPickerProps {
  timeRange: TimeRange;
  loading: boolean;
  onChange: (timeRange: TimeRange) => void;
  onRefresh: () => void;
}

/** Chooses the period, with the quick ranges and the date format of the site. */
export function PeriodPicker({ timeRange, loading, onChange, onRefresh }: PeriodPickerProps) {
  const { uiSettings } = useServices().core;
  const quickRanges = readSetting<QuickRange[]>(uiSettings, 'timepicker:quickRanges', []);
  return (
    <EuiSuperDatePicker
      start={timeRange.from}
      end={timeRange.to}
      dateFormat={useDateFormat()}
      commonlyUsedRanges={quickRanges.map(({ from, to, display }) => ({
        start: from,
        end: to,
        label: display,
      }))}
      isLoading={loading}
      onTimeChange={({ start, end, isInvalid }) => {
        if (!isInvalid) onChange({ from: start, to: end });
      }}
      onRefresh={onRefresh}
    />
  );
}
