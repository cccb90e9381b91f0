/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLoadingChart, EuiLoadingContent, EuiSpacer, EuiText } from '@elastic/eui';
import type { LogWords } from './failure_words';

/** Stands where the first answer will be. */
export function AnswerLoading({ words }: { words: LogWords }) {
  return (
    <div data-test-subj="auditUserLoading">
      <EuiText textAlign="center" color="subdued">
        <EuiLoadingChart size="l" />
        <p>{words.searching}</p>
      </EuiText>
      <EuiSpacer />
      <EuiLoadingContent lines={10} />
    </div>
  );
}
