/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonIcon } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { TimeRange } from '../../../common/api/time_range';
import { formatInstant } from '../format_instant';
import { useDateFormat } from '../use_date_format';
import type { TimeStep } from './time_series';

export interface NarrowButtonProps {
  step: TimeStep;
  onNarrow: (timeRange: TimeRange) => void;
}

/** Narrows the period to one step. The step ends before its `to`; a period holds both of its ends. */
export function NarrowButton({ step: { from, to }, onNarrow }: NarrowButtonProps) {
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
