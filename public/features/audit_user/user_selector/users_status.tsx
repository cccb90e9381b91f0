/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { errorCode, errorMessage } from '../../../api/audit_client';
import { reasonTitle } from '../../../components/states/reason_words';
import { failureWords, nobodyWords, populationWords, unauthenticatedWords } from './list_words';
import type { ListedUsersState, UsersQuestion } from './use_listed_users';

export interface UsersStatusProps {
  question: UsersQuestion;
  state: ListedUsersState;
}

function wordsOf({ question, state }: UsersStatusProps): string[] {
  const { answer, listed, error } = state;
  if (error) return failureWords(errorCode(error), errorMessage(error));
  if (!answer || !listed) return [];
  const unauthenticated = listed.unauthenticatedRequests;
  return [
    ...(listed.population > 0
      ? [populationWords(listed)]
      : nobodyWords({ ...question, range: answer.range })),
    ...listed.reasons.map((reason) => `${reasonTitle(reason)}. ${reason.message}`),
    ...(unauthenticated > 0 ? [unauthenticatedWords(unauthenticated)] : []),
  ];
}

/** What the list is: whole, cut, partial, empty or unknown. Read out when it changes. */
export function UsersStatus({ question, state }: UsersStatusProps) {
  return (
    <div role="status">
      {state.isFetching && (
        <EuiText size="xs">
          <p>
            <EuiLoadingSpinner size="s" />{' '}
            {i18n.translate('auditUser.userSelector.loading', {
              defaultMessage: 'Looking for users…',
            })}
          </p>
        </EuiText>
      )}
      {!state.isFetching && (
        <EuiText size="xs" color={state.error ? 'danger' : 'subdued'}>
          {wordsOf({ question, state }).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </EuiText>
      )}
      {!state.isFetching && Boolean(state.error) && (
        <EuiButtonEmpty size="xs" iconType="refresh" onClick={state.retry}>
          {i18n.translate('auditUser.userSelector.retry', { defaultMessage: 'Try again' })}
        </EuiButtonEmpty>
      )}
    </div>
  );
}
