/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import type { HistogramBucket } from '../../../../common/api/kube_summary';
import type { TimeRange } from '../../../../common/api/time_range';
import { OUTCOMES } from '../../../../common/kube_audit/outcome';
import { OverTime } from '../../../components/over_time/over_time';
import { outcomeLabel } from '../../../components/kube_filters/labels';
import { outcomeColor } from './outcome_colors';

export interface ActivityProps {
  buckets: readonly HistogramBucket[];
  /** The bars are estimates. */
  approximate: boolean;
  onNarrow: (timeRange: TimeRange) => void;
}

const toSeries = () =>
  OUTCOMES.map((id) => ({ id, label: outcomeLabel(id), color: outcomeColor(id) }));

/** Requests over time, stacked by outcome. */
export function Activity({ buckets, approximate, onNarrow }: ActivityProps) {
  const series = useMemo(toSeries, []);
  const steps = useMemo(
    () =>
      buckets.map(({ from, to, count, byOutcome }) => ({
        from,
        to,
        total: count,
        counts: byOutcome,
      })),
    [buckets]
  );
  return (
    <OverTime
      title={i18n.translate('auditUser.activity.title', { defaultMessage: 'Requests over time' })}
      caption={i18n.translate('auditUser.activity.caption', {
        defaultMessage: 'Requests over time by outcome',
      })}
      totalLabel={i18n.translate('auditUser.activity.requests', { defaultMessage: 'Requests' })}
      note={
        approximate
          ? i18n.translate('auditUser.activity.approximate', {
              defaultMessage: 'Estimated: too many requests to count one by one.',
            })
          : undefined
      }
      series={series}
      steps={steps}
      onNarrow={onNarrow}
    />
  );
}
