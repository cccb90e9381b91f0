/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CallOut } from '../../../components/call_out';
import type { Completeness } from '../../../../common/api/completeness';
import { DisplayText } from '../../../components/display_text';
import { reasonTitle } from '../../../components/states/reason_words';

/** Says that records of this event may be missing, and why. */
export function CompletenessNotes({ completeness }: { completeness: Completeness }) {
  if (completeness.complete) return null;
  return (
    <>
      <CallOut
        size="s"
        color="warning"
        iconType="alert"
        title={i18n.translate('auditUser.eventFlyout.incomplete', {
          defaultMessage: 'This may not be everything the log holds about the event',
        })}
      >
        <ul>
          {completeness.reasons.map((reason) => (
            <li key={reason.code + reason.message}>
              <strong>{reasonTitle(reason)}.</strong> <DisplayText text={reason.message} />
            </li>
          ))}
        </ul>
      </CallOut>
      <EuiSpacer size="m" />
    </>
  );
}
