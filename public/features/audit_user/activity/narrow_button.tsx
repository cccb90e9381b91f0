/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonIcon } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { HistogramBucket } from '../../../../common/api/kube_summary';
import type { TimeRange } from '../../../../common/api/time_range';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';

export interface NarrowButtonProps {
  bucket: HistogramBucket;
  onNarrow: (timeRange: TimeRange) => void;
}

/** Narrows the period to one step. The step ends before its `to`; a period holds both of its ends. */
export function NarrowButton({ bucket: { from, to }, onNarrow }: NarrowButtonProps) {
  const format = useDateFormat();
  return (
    <EuiButtonIcon
      iconType="magnifyWithPlus"
      aria-label={i18n.translate('auditUser.activity.narrowTo', {
        defaultMessage: 'Narrow the period to the step that begins at {from}',
        values: { from: formatInstant(from, format).local },
      })}
      onClick={() => onNarrow({ from, to: new Date(Date.parse(to) - 1).toISOString() })}
    />
  );
}
