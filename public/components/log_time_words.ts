/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { TimePrecision } from '../../common/api/ssh_sessions';
import { formatInstant } from './format_instant';

/** Day, and minute and second, of an instant of which the hour is not known. */
const WITHOUT_HOUR = /^(\d{4}-\d\d-\d\d)T\d\d:(\d\d:\d\d)/;

/** An instant of authlog as text, with UTC and the log's own text for a title. */
export interface LogTimeWords {
  text: string;
  title: string;
}

/** Words for an instant that is only as exact as its precision: an hour that is not known is not shown. */
export function logTimeWords(time: string, precision: TimePrecision, format: string): LogTimeWords {
  if (precision === 'hour_unknown') {
    const [, day, rest] = WITHOUT_HOUR.exec(time) ?? [];
    return {
      text: day ? `${day} ??:${rest}` : time,
      title: i18n.translate('auditUser.logTime.hourUnknown', {
        defaultMessage: 'The collector lost the hour: only day, minute and second are known',
      }),
    };
  }
  const { local, utc } = formatInstant(time, format);
  return { text: local, title: `${utc}\n${time}` };
}

/** Said beside an instant of which the hour is not known. */
export function hourNotKnown(): string {
  return i18n.translate('auditUser.logTime.hourNotLogged', { defaultMessage: 'hour not known' });
}
