/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CallOut } from '../call_out';

/** Says that what is below answers the question before. */
export function StaleNotice() {
  return (
    <>
      <CallOut
        size="s"
        color="warning"
        iconType="clock"
        data-test-subj="auditUserStale"
        title={i18n.translate('auditUser.stale', {
          defaultMessage:
            'Searching … What is shown below still answers the previous question, not this one.',
        })}
      />
      <EuiSpacer size="s" />
    </>
  );
}
