/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBasicTable, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { formatCount } from '../count_words';
import { formatInstant } from '../format_instant';
import { useDateFormat } from '../use_date_format';
import { NarrowButton } from './narrow_button';
import type { TimeChartProps } from './time_chart';
import { presentSeries, type TimeSeries, type TimeStep } from './time_series';

export interface TimeTableProps extends TimeChartProps {
  totalLabel?: string;
}

function toColumn({ id, label }: TimeSeries): EuiBasicTableColumn<TimeStep> {
  return {
    name: label,
    render: ({ counts }: TimeStep) => formatCount(counts[id] ?? 0),
    align: 'right',
  };
}

/** The chart as a table: for those who do not see it, and for those who want figures. Empty steps are left out. */
export function TimeTable({ series, steps, caption, totalLabel, onNarrow }: TimeTableProps) {
  const format = useDateFormat();
  const total: EuiBasicTableColumn<TimeStep> = {
    name: totalLabel,
    render: (step: TimeStep) => formatCount(step.total),
    align: 'right',
  };
  const columns: Array<EuiBasicTableColumn<TimeStep>> = [
    {
      name: i18n.translate('auditUser.activity.from', { defaultMessage: 'From' }),
      render: ({ from }: TimeStep) => formatInstant(from, format).local,
    },
    ...(totalLabel === undefined ? [] : [total]),
    ...presentSeries(series, steps).map(toColumn),
    {
      name: i18n.translate('auditUser.activity.narrow', { defaultMessage: 'Narrow down' }),
      render: (step: TimeStep) => <NarrowButton step={step} onNarrow={onNarrow} />,
    },
  ];
  return (
    <EuiBasicTable
      compressed
      tableCaption={caption}
      items={steps.filter((step) => step.total > 0)}
      columns={columns}
    />
  );
}
