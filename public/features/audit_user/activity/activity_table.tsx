/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBasicTable, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { HistogramBucket } from '../../../../common/api/kube_summary';
import { OUTCOMES, type Outcome } from '../../../../common/kube_audit/outcome';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { formatCount } from '../../../components/count_words';
import { outcomeLabel } from '../event_words/labels';
import type { ActivityChartProps } from './activity_chart';
import { NarrowButton } from './narrow_button';

function toColumn(outcome: Outcome): EuiBasicTableColumn<HistogramBucket> {
  return {
    name: outcomeLabel(outcome),
    render: ({ byOutcome }: HistogramBucket) => formatCount(byOutcome[outcome] ?? 0),
    align: 'right',
  };
}

/** The chart as a table: for those who do not see it, and for those who want figures. Empty steps are left out. */
export function ActivityTable({ buckets, onNarrow }: ActivityChartProps) {
  const format = useDateFormat();
  const columns: Array<EuiBasicTableColumn<HistogramBucket>> = [
    {
      name: i18n.translate('auditUser.activity.from', { defaultMessage: 'From' }),
      render: ({ from }: HistogramBucket) => formatInstant(from, format).local,
    },
    {
      name: i18n.translate('auditUser.activity.requests', { defaultMessage: 'Requests' }),
      render: ({ count }: HistogramBucket) => formatCount(count),
      align: 'right',
    },
    ...OUTCOMES.filter((outcome) => buckets.some(({ byOutcome }) => byOutcome[outcome])).map(
      toColumn
    ),
    {
      name: i18n.translate('auditUser.activity.narrow', { defaultMessage: 'Narrow down' }),
      render: (bucket: HistogramBucket) => <NarrowButton bucket={bucket} onNarrow={onNarrow} />,
    },
  ];
  return (
    <EuiBasicTable
      compressed
      tableCaption={i18n.translate('auditUser.activity.caption', {
        defaultMessage: 'Requests over time by outcome',
      })}
      items={buckets.filter(({ count }) => count > 0)}
      columns={columns}
    />
  );
}
