/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CallOut } from '../../../components/call_out';
import type { CompletenessReason } from '../../../../common/api/completeness';
import { toVisibleText } from '../../../components/display_text';
import { incompleteTitle, isSerious, reasonTitle } from '../reason_words';

export interface CompletenessCalloutProps {
  reasons: readonly CompletenessReason[];
  /** Records of requests that began before the period. */
  beganEarlier: number;
  onWiden: () => void;
}

/** Says in plain words what the answer does not hold. Above everything else, since it changes what all means. */
export function CompletenessCallout({ reasons, beganEarlier, onWiden }: CompletenessCalloutProps) {
  if (reasons.length === 0 && beganEarlier === 0) return null;
  const serious = reasons.some(isSerious);
  return (
    <>
      <CallOut
        size="s"
        color={serious ? 'warning' : 'primary'}
        iconType={serious ? 'alert' : 'iInCircle'}
        data-test-subj="auditUserCompleteness"
        title={
          serious
            ? incompleteTitle()
            : i18n.translate('auditUser.completeness.note', {
                defaultMessage: 'About this answer',
              })
        }
      >
        <ul>
          {reasons.map((reason) => (
            <li key={reason.code + reason.message}>
              <strong>{reasonTitle(reason)}.</strong> {toVisibleText(reason.message)}
            </li>
          ))}
          {beganEarlier > 0 && (
            <li>
              {i18n.translate('auditUser.completeness.beganEarlier', {
                defaultMessage:
                  '{count, plural, one {# record belongs} other {# records belong}} to requests that began before this period and ended in it, such as long exec sessions: they are not listed here.',
                values: { count: beganEarlier },
              })}{' '}
              <EuiButtonEmpty size="xs" flush="left" onClick={onWiden}>
                {i18n.translate('auditUser.completeness.widen', {
                  defaultMessage: 'Start the period a day earlier',
                })}
              </EuiButtonEmpty>
            </li>
          )}
        </ul>
      </CallOut>
      <EuiSpacer size="m" />
    </>
  );
}
