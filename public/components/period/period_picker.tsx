/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSuperDatePicker, useIsWithinBreakpoints } from '@elastic/eui';
import { i18n } from '@osd/i18n';
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
  /** Absent where nothing is asked yet: a choice then applies at once. */
  onRefresh?: () => void;
}

/** Chooses the period, with the quick ranges and the date format of the site. */
export function PeriodPicker({ timeRange, loading, onChange, onRefresh }: PeriodPickerProps) {
  const { uiSettings } = useServices().core;
  // Where there is no room, the host hides the words of the button from everybody.
  const isNarrow = useIsWithinBreakpoints(['xs', 's']);
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
      showUpdateButton={onRefresh !== undefined}
      onTimeChange={({ start, end, isInvalid }) => {
        if (!isInvalid) onChange({ from: start, to: end });
      }}
      onRefresh={onRefresh}
      updateButtonProps={
        isNarrow
          ? {
              'aria-label': i18n.translate('auditUser.period.refresh', {
                defaultMessage: 'Refresh',
              }),
            }
          : undefined
      }
    />
  );
}
