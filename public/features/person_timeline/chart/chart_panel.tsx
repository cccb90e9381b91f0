/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { Note } from '../../../components/details/note';
import { useChartsAsTables } from '../../../components/use_remembered';
import { LanesTable } from './lanes_table';
import { Legend } from './legend';
import { TimelineChart, type TimelineChartProps } from './timeline_chart';
import { ZoomButtons } from './zoom_buttons';

export interface ChartPanelProps extends TimelineChartProps {
  /** The period that the buttons change: the one that was asked for last, also while it is on its way. */
  asked: ResolvedRange;
}

/** The chart with its buttons, or the same as a table. */
export function ChartPanel({ asked, ...chart }: ChartPanelProps) {
  const [asTable, setAsTable] = useChartsAsTables();
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      <EuiFlexGroup alignItems="center" gutterSize="s" wrap responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="xs">
            <h2>
              {i18n.translate('auditUser.person.chartTitle', {
                defaultMessage: 'On one time axis',
              })}
            </h2>
          </EuiTitle>
        </EuiFlexItem>
        <ZoomButtons range={asked} onZoom={chart.onZoom} />
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
      {asTable ? (
        <LanesTable {...chart} />
      ) : (
        <>
          <Legend />
          <EuiSpacer size="xs" />
          <TimelineChart {...chart} />
          <Note>
            {i18n.translate('auditUser.person.chartHint', {
              defaultMessage:
                'Drag over a part to see it closer. “Show as table” has the same figures as text.',
            })}
          </Note>
        </>
      )}
    </EuiPanel>
  );
}
