/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import type { TimePrecision } from '../../common/api/ssh_sessions';
import { hourNotKnown, logTimeWords } from './log_time_words';
import { useDateFormat } from './use_date_format';

export interface LogTimeProps {
  time: string;
  precision: TimePrecision;
}

/** When something was logged, in the user's zone with UTC at hand, no more exact than it is known. */
export function LogTime({ time, precision }: LogTimeProps) {
  const { text, title } = logTimeWords(time, precision, useDateFormat());
  if (precision !== 'hour_unknown') {
    return (
      <time dateTime={time} title={title}>
        {text}
      </time>
    );
  }
  return (
    <div>
      <span title={title}>{text}</span>
      <EuiText size="xs" color="subdued">
        {hourNotKnown()}
      </EuiText>
    </div>
  );
}
