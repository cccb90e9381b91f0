/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import moment from 'moment';
import type { ResolvedRange } from '../../../common/api/time_range';
import { formatInstant } from '../../components/format_instant';

const DAY = 'ddd YYYY-MM-DD';

/**
 * A period of a review, in UTC since the calendar is: whole days as days, others with both instants. Both ends
 * belong to it.
 */
export function periodWords({ from, to }: ResolvedRange): string {
  const start = moment.utc(from, moment.ISO_8601, true);
  const end = moment.utc(to, moment.ISO_8601, true);
  const whole =
    start.isValid() &&
    end.isValid() &&
    start.isSame(start.clone().startOf('day')) &&
    end.isSame(end.clone().endOf('day'));
  if (!whole) {
    return i18n.translate('auditUser.review.period.instants', {
      defaultMessage: '{from} to {to}',
      values: { from: formatInstant(from).utc, to: formatInstant(to).utc },
    });
  }
  if (start.isSame(end, 'day')) {
    return i18n.translate('auditUser.review.period.day', {
      defaultMessage: '{day} (UTC)',
      values: { day: start.format(DAY) },
    });
  }
  return i18n.translate('auditUser.review.period.days', {
    defaultMessage: '{from} to {to} (UTC)',
    values: { from: start.format(DAY), to: end.format(DAY) },
  });
}
