/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A duration with its two largest units, not rounded up: `4 ms`, `2.5 s`, `13 min 42 s`, `5 h 3 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < SECOND) {
    return i18n.translate('auditUser.details.milliseconds', {
      defaultMessage: '{value} ms',
      values: { value: milliseconds },
    });
  }
  if (milliseconds < MINUTE) {
    return i18n.translate('auditUser.details.seconds', {
      defaultMessage: '{value} s',
      values: { value: Math.floor(milliseconds / 100) / 10 },
    });
  }
  if (milliseconds < HOUR) {
    return i18n.translate('auditUser.details.minutes', {
      defaultMessage: '{minutes} min {seconds} s',
      values: {
        minutes: Math.floor(milliseconds / MINUTE),
        seconds: Math.floor((milliseconds % MINUTE) / SECOND),
      },
    });
  }
  return i18n.translate('auditUser.details.hours', {
    defaultMessage: '{hours} h {minutes} min',
    values: {
      hours: Math.floor(milliseconds / HOUR),
      minutes: Math.floor((milliseconds % HOUR) / MINUTE),
    },
  });
}
