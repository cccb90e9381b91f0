/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo, useState } from 'react';
import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { ActivityChart, type ActivityChartProps } from './activity_chart';
import { ActivityTable } from './activity_table';

export interface ActivityProps extends ActivityChartProps {
  /** The bars are estimates. */
  approximate: boolean;
}

function ActivityPanel({ buckets, approximate, onNarrow }: ActivityProps) {
  const [asTable, setAsTable] = useState(false);
  if (buckets.length === 0) return null;
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="xs">
            <h2>
              {i18n.translate('auditUser.activity.title', { defaultMessage: 'Requests over time' })}
            </h2>
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
      {approximate && (
        <EuiText size="xs" color="subdued">
          <p>
            {i18n.translate('auditUser.activity.approximate', {
              defaultMessage: 'Estimated: too many requests to count one by one.',
            })}
          </p>
        </EuiText>
      )}
      {asTable ? (
        <ActivityTable buckets={buckets} onNarrow={onNarrow} />
      ) : (
        <ActivityChart buckets={buckets} onNarrow={onNarrow} />
      )}
    </EuiPanel>
  );
}

/** When things happened, as a chart or as a table. Drawing the chart anew is dear, and opening an event is no reason to. */
export const Activity = memo(ActivityPanel);
