/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import { i18n } from '@osd/i18n';
import type { SshSessionsResponse } from '../../../common/api/ssh_sessions';
import type { TimeRange } from '../../../common/api/time_range';
import { OverTime } from '../../components/over_time/over_time';
import type { TimeSeries, TimeStep } from '../../components/over_time/time_series';

export interface SessionsOverTimeProps {
  histogram: SshSessionsResponse['histogram'];
  onNarrow: (timeRange: TimeRange) => void;
}

const toSeries = (): TimeSeries[] => [
  {
    id: 'sessions',
    label: i18n.translate('auditUser.ssh.series.sessions', { defaultMessage: 'Sessions begun' }),
    color: String(euiThemeVars.euiColorVis1),
  },
  {
    id: 'failures',
    label: i18n.translate('auditUser.ssh.series.failures', {
      defaultMessage: 'Refused and failed attempts',
    }),
    color: String(euiThemeVars.euiColorDanger),
  },
];

/** Steps of the chart from the bars of the answer. */
export function toSteps({ intervalMs, bars }: SshSessionsResponse['histogram']): TimeStep[] {
  return bars.map(({ time, sessions, failures }) => ({
    from: time,
    to: new Date(Date.parse(time) + intervalMs).toISOString(),
    total: sessions + failures,
    counts: { sessions, failures },
  }));
}

/** When people logged in, and when they were refused. */
export function SessionsOverTime({ histogram, onNarrow }: SessionsOverTimeProps) {
  const series = useMemo(toSeries, []);
  const steps = useMemo(() => toSteps(histogram), [histogram]);
  return (
    <OverTime
      title={i18n.translate('auditUser.ssh.overTime.title', {
        defaultMessage: 'Sessions and failures over time',
      })}
      caption={i18n.translate('auditUser.ssh.overTime.caption', {
        defaultMessage: 'Sessions begun, and refused and failed attempts, over time',
      })}
      series={series}
      steps={steps}
      onNarrow={onNarrow}
    />
  );
}
