/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewReadResponse } from '../../../../common/api/review';
import { CallOut } from '../../../components/call_out';
import { ChainProblems } from '../chain_notice';

/** Whether a record is what was signed, and in its place. */
export function RecordStanding({ answer }: { answer: ReviewReadResponse }) {
  const { valid, problems } = answer;
  if (valid) {
    return (
      <div data-test-subj="auditUserRecordStanding">
        <CallOut
          size="s"
          color="success"
          iconType="check"
          title={i18n.translate('auditUser.review.record.valid', {
            defaultMessage:
              'Verified just now: the content agrees with its hash, and the record stands in its place in the chain',
          })}
        />
        <EuiSpacer size="m" />
      </div>
    );
  }
  return (
    <div role="alert" data-test-subj="auditUserRecordStanding">
      <CallOut
        color="danger"
        iconType="alert"
        title={i18n.translate('auditUser.review.record.invalid', {
          defaultMessage:
            'THIS RECORD DOES NOT HOLD: it, or the chain before it, was changed after it was signed',
        })}
      >
        <p>
          {i18n.translate('auditUser.review.record.invalidBody', {
            defaultMessage:
              'What is shown below is what is there now. It does not count as a review. All problems of the chain are on the page of log reviews.',
          })}
        </p>
        <ChainProblems problems={problems} />
      </CallOut>
      <EuiSpacer size="m" />
    </div>
  );
}
