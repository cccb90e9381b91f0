/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import { i18n } from '@osd/i18n';
import type { GroupAccountsResponse } from '../../../../common/api/group_accounts';
import type { TimeRange } from '../../../../common/api/time_range';
import { statusLabel } from '../../../components/attribution/attribution_words';
import { OverTime } from '../../../components/over_time/over_time';
import type { TimeSeries, TimeStep } from '../../../components/over_time/time_series';

export interface UsesOverTimeProps {
  trend: GroupAccountsResponse['trend'];
  onNarrow: (timeRange: TimeRange) => void;
}

const toSeries = (): TimeSeries[] => [
  {
    id: 'identified',
    label: statusLabel('identified'),
    color: String(euiThemeVars.euiColorVis1),
  },
  { id: 'ambiguous', label: statusLabel('ambiguous'), color: String(euiThemeVars.euiColorVis5) },
  {
    id: 'unidentified',
    label: statusLabel('unidentified'),
    color: String(euiThemeVars.euiColorDanger),
  },
];

/** When group accounts were used, and how well that is known. */
export function UsesOverTime({ trend, onNarrow }: UsesOverTimeProps) {
  const series = useMemo(toSeries, []);
  const steps = useMemo(
    () =>
      trend.bars.map(({ time, ...counts }): TimeStep => ({
        from: time,
        to: new Date(Date.parse(time) + trend.intervalMs).toISOString(),
        total: counts.identified + counts.ambiguous + counts.unidentified,
        counts,
      })),
    [trend]
  );
  if (steps.every(({ total }) => total === 0)) return null;
  return (
    <OverTime
      title={i18n.translate('auditUser.groupAccounts.overTime', {
        defaultMessage: 'Uses over time',
      })}
      caption={i18n.translate('auditUser.groupAccounts.overTimeCaption', {
        defaultMessage: 'Uses of group accounts over time, by attribution',
      })}
      totalLabel={i18n.translate('auditUser.groupAccounts.column.uses', {
        defaultMessage: 'Uses',
      })}
      series={series}
      steps={steps}
      onNarrow={onNarrow}
    />
  );
}
