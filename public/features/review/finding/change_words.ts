/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { ReviewChange } from '../../../../common/api/review_record';
import { formatCount } from '../../../components/count_words';

const perDay = (value: number) =>
  value.toLocaleString(i18n.getLocale(), { maximumFractionDigits: value < 10 ? 2 : 0 });

/** How a figure stands against the last review, by day since periods differ in length. */
export function changeWords({ previousCount, perDay: now, previousPerDay }: ReviewChange): string {
  return i18n.translate('auditUser.review.change', {
    defaultMessage: '{now} a day; last review: {previousCount}, {before} a day',
    values: {
      now: perDay(now),
      previousCount: formatCount(previousCount),
      before: perDay(previousPerDay),
    },
  });
}

/** Marks a jump, in words. */
export function jumpWords(jump: 'up' | 'down'): string {
  return jump === 'up'
    ? i18n.translate('auditUser.review.jumpUp', { defaultMessage: 'Jump: at least doubled' })
    : i18n.translate('auditUser.review.jumpDown', { defaultMessage: 'Jump: at least halved' });
}
