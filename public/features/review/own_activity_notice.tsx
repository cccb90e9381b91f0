/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { OwnActivity } from '../../../common/api/review_record';
import { CallOut } from '../../components/call_out';
import { toVisibleText } from '../../components/display_text';

/** Says whether the reviewer is among those who are reviewed. */
export function OwnActivityNotice({ own }: { own: OwnActivity }) {
  const { state, message } = own;
  if (state === 'not_found') {
    return (
      <EuiText size="s" data-test-subj="auditUserOwnActivity">
        <p>
          {i18n.translate('auditUser.review.own.notFound', {
            defaultMessage: 'No own activity is reviewed: {message}',
            values: { message: toVisibleText(message) },
          })}
        </p>
      </EuiText>
    );
  }
  const title =
    state === 'found'
      ? i18n.translate('auditUser.review.own.found', {
          defaultMessage:
            'Own activity is reviewed: the reviewer is among the users of this period',
        })
      : i18n.translate('auditUser.review.own.unknown', {
          defaultMessage: 'Whether own activity is reviewed cannot be told for certain',
        });
  return (
    <div data-test-subj="auditUserOwnActivity">
      <CallOut size="s" color="warning" iconType="user" title={title}>
        <p>
          {toVisibleText(message)}
          {state === 'found' &&
            ` ${i18n.translate('auditUser.review.own.advice', {
              defaultMessage:
                'Somebody else should review it. Where that is not possible, the record says so.',
            })}`}
        </p>
      </CallOut>
      <EuiSpacer size="s" />
    </div>
  );
}
