/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo } from 'react';
import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useChartsAsTables } from '../use_remembered';
import { TimeChart, type TimeChartProps } from './time_chart';
import { TimeTable } from './time_table';

export interface OverTimeProps extends TimeChartProps {
  title: string;
  /** Heads the column of totals in the table; without it there is none. */
  totalLabel?: string;
  /** How the figures are to be read, such as that they are estimates. */
  note?: string;
}

function OverTimePanel({ title, totalLabel, note, ...chart }: OverTimeProps) {
  const [asTable, setAsTable] = useChartsAsTables();
  if (chart.steps.length === 0) return null;
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="xs">
            <h2>{title}</h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="xs"
            iconType={asTable ? 'visBarVertical' : 'visTable'}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable
              ? i18n.translate('auditUser.activity.showChart', { defaultMessage: 'Show as chart' })
              : i18n.translate('auditUser.activity.showTable', { defaultMessage: 'Show as table' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      {note !== undefined && (
        <EuiText size="xs" color="subdued">
          <p>{note}</p>
        </EuiText>
      )}
      {asTable ? <TimeTable {...chart} totalLabel={totalLabel} /> : <TimeChart {...chart} />}
    </EuiPanel>
  );
}

/**
 * When things happened, as a chart or as a table. Drawing the chart anew is dear: callers keep `series` and
 * `steps` the same for as long as they say the same.
 */
export const OverTime = memo(OverTimePanel);
