/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';

export interface BeganEarlierProps {
  /** Records of requests that began before the period. */
  count: number;
  onWiden: () => void;
}

/** Tells of requests that ended in the period but are not listed, as an item of the completeness list. */
export function BeganEarlier({ count, onWiden }: BeganEarlierProps) {
  return (
    <li>
      {i18n.translate('auditUser.completeness.beganEarlier', {
        defaultMessage:
          '{count, plural, one {# record belongs} other {# records belong}} to requests that began before this period and ended in it, such as long exec sessions: they are not listed here.',
        values: { count },
      })}{' '}
      <EuiButtonEmpty size="xs" flush="left" onClick={onWiden}>
        {i18n.translate('auditUser.completeness.widen', {
          defaultMessage: 'Start the period a day earlier',
        })}
      </EuiButtonEmpty>
    </li>
  );
}
