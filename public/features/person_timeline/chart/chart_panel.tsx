/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { LanesTable } from './lanes_table';
import { movedRange } from './scale';
import { TimelineChart, type TimelineChartProps } from './timeline_chart';

interface Move {
  label: string;
  iconType: string;
  by: { zoom?: number; shift?: number };
}

const moves = (): Move[] => [
  {
    label: i18n.translate('auditUser.person.earlier', { defaultMessage: 'Earlier' }),
    iconType: 'arrowLeft',
    by: { shift: -0.5 },
  },
  {
    label: i18n.translate('auditUser.person.zoomIn', { defaultMessage: 'Zoom in' }),
    iconType: 'magnifyWithPlus',
    by: { zoom: 0.5 },
  },
  {
    label: i18n.translate('auditUser.person.zoomOut', { defaultMessage: 'Zoom out' }),
    iconType: 'magnifyWithMinus',
    by: { zoom: 2 },
  },
  {
    label: i18n.translate('auditUser.person.later', { defaultMessage: 'Later' }),
    iconType: 'arrowRight',
    by: { shift: 0.5 },
  },
];

/** The chart with its buttons, or the same as a table. */
export function ChartPanel(props: TimelineChartProps) {
  const [asTable, setAsTable] = useState(false);
  const { answer, onZoom } = props;
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
        {moves().map(({ label, iconType, by }) => (
          <EuiFlexItem grow={false} key={label}>
            <EuiButtonEmpty
              size="xs"
              iconType={iconType}
              onClick={() => onZoom(movedRange(answer.range, by))}
            >
              {label}
            </EuiButtonEmpty>
          </EuiFlexItem>
        ))}
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
      <EuiText size="xs" color="subdued">
        <p>
          {i18n.translate('auditUser.person.legend', {
            defaultMessage:
              'Filled: certain. Hatched with a dashed outline: possible, somebody else may have done it. Drag over a part to see it closer.',
          })}
        </p>
      </EuiText>
      {asTable ? <LanesTable answer={answer} /> : <TimelineChart {...props} />}
    </EuiPanel>
  );
}
