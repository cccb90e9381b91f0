/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBadge } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewFigures } from '../../../../common/api/review_record';

/** Says where not all of the period was looked at: then 0 does not mean that there was nothing. */
export function LookedBadge({ looked }: Pick<ReviewFigures, 'looked'>) {
  if (looked === 'whole') return null;
  return (
    <EuiBadge color={looked === 'not' ? 'danger' : 'warning'} iconType="alert">
      {looked === 'not'
        ? i18n.translate('auditUser.review.looked.not', { defaultMessage: 'Not looked at' })
        : i18n.translate('auditUser.review.looked.partly', {
            defaultMessage: 'Not all could be looked at',
          })}
    </EuiBadge>
  );
}
