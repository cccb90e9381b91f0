/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLoadingChart, EuiLoadingContent, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';

/** Stands where the first answer will be. */
export function AnswerLoading() {
  return (
    <div data-test-subj="auditUserLoading">
      <EuiText textAlign="center" color="subdued">
        <EuiLoadingChart size="l" />
        <p>
          {i18n.translate('auditUser.loading', { defaultMessage: 'Searching the audit log …' })}
        </p>
      </EuiText>
      <EuiSpacer />
      <EuiLoadingContent lines={10} />
    </div>
  );
}
