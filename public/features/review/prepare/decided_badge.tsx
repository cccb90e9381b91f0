/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBadge } from '@elastic/eui';
import { i18n } from '@osd/i18n';

/** Whether a decision is there, with what it needs. */
export function DecidedBadge({ decided }: { decided: boolean }) {
  return decided ? (
    <EuiBadge color="secondary" iconType="check">
      {i18n.translate('auditUser.review.decided', { defaultMessage: 'Decided' })}
    </EuiBadge>
  ) : (
    <EuiBadge color="hollow">
      {i18n.translate('auditUser.review.undecided', { defaultMessage: 'To decide' })}
    </EuiBadge>
  );
}
