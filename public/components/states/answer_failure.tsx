/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { toVisibleText } from '../display_text';
import { failureWords, type LogWords } from './failure_words';

export interface AnswerFailureProps {
  error: unknown;
  words: LogWords;
  onRetry: () => void;
}

/** Stands where the answer would be, and says why there is none. */
export function AnswerFailure({ error, words, onRetry }: AnswerFailureProps) {
  const { title, body, iconType, canRetry } = failureWords(error, words);
  return (
    <div role="alert" data-test-subj="auditUserFailure">
      <EuiEmptyPrompt
        iconType={iconType}
        iconColor="danger"
        title={<h2>{title}</h2>}
        body={<p>{toVisibleText(body)}</p>}
        actions={
          canRetry && (
            <EuiButton iconType="refresh" onClick={onRetry}>
              {i18n.translate('auditUser.failure.retry', { defaultMessage: 'Try again' })}
            </EuiButton>
          )
        }
      />
    </div>
  );
}
