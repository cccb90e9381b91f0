/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import { errorCode, errorMessage } from '../../api/audit_client';
import { AuditApiError, isLoggedOut } from '../../api/to_api_error';

/** A failure in words. */
export interface FailureWords {
  title: string;
  body: string;
  iconType: string;
  /** Whether asking the same again can help. */
  canRetry: boolean;
}

/** How a view speaks of the log that it reads, for the states in which there is no answer. */
export interface LogWords {
  /** "Searching the audit log …" */
  searching: string;
  /** "You are not allowed to read the Kubernetes audit log" */
  forbiddenTitle: string;
  /** What follows from it and what can be done, with the server's words. */
  forbiddenBody: (message: string) => string;
  /** "There is no Kubernetes audit log here" */
  missingTitle: string;
  /** Why that may be, with the server's words. */
  missingBody: (message: string) => string;
  /** "The audit log could not be searched": of every failure without a title of its own. */
  failedTitle: string;
}

/** What failed because it must be recorded here who looks, or why: that is no matter of the log. */
function recordingFailure(error: unknown): FailureWords | undefined {
  const { accessLog, purposeNeeded } = error instanceof AuditApiError ? (error.details ?? {}) : {};
  if (accessLog === undefined && purposeNeeded === undefined) return undefined;
  return {
    title:
      accessLog === undefined
        ? i18n.translate('auditUser.failure.purposeTitle', {
            defaultMessage: 'This is only shown for a purpose',
          })
        : i18n.translate('auditUser.failure.notRecordedTitle', {
            defaultMessage: 'Nothing is shown, since your look could not be recorded',
          }),
    body: errorMessage(error),
    iconType: 'lock',
    canRetry: true,
  };
}

/** Says why there is no answer. None of these may be mistaken for "nothing happened". */
export function failureWords(error: unknown, words: LogWords): FailureWords {
  if (isLoggedOut(error)) {
    return {
      title: i18n.translate('auditUser.failure.loggedOutTitle', {
        defaultMessage: 'Your session has ended',
      }),
      body: i18n.translate('auditUser.failure.loggedOutBody', {
        defaultMessage: 'The log was not searched. Log in again and open this address once more.',
      }),
      iconType: 'user',
      canRetry: true,
    };
  }
  const recording = recordingFailure(error);
  if (recording) return recording;
  switch (errorCode(error)) {
    case 'forbidden':
      return {
        title: words.forbiddenTitle,
        body: words.forbiddenBody(errorMessage(error)),
        iconType: 'lock',
        canRetry: true,
      };
    case 'index_missing':
      return {
        title: words.missingTitle,
        body: words.missingBody(errorMessage(error)),
        iconType: 'indexClose',
        canRetry: true,
      };
    case 'timeout':
      return {
        title: i18n.translate('auditUser.failure.timeoutTitle', {
          defaultMessage: 'The search took too long and was stopped',
        }),
        body: i18n.translate('auditUser.failure.timeoutBody', {
          defaultMessage: 'Nothing can be said about this period. A shorter one may be answered.',
        }),
        iconType: 'clock',
        canRetry: true,
      };
    case 'upstream_unavailable':
      return {
        title: i18n.translate('auditUser.failure.unavailableTitle', {
          defaultMessage: 'OpenSearch cannot be reached at the moment',
        }),
        body: i18n.translate('auditUser.failure.unavailableBody', {
          defaultMessage: 'The log was not searched. Try again in a while.',
        }),
        iconType: 'offline',
        canRetry: true,
      };
    case 'invalid_request':
    case 'too_large':
      return {
        title: i18n.translate('auditUser.failure.invalidTitle', {
          defaultMessage: 'This cannot be asked in this way',
        }),
        body: errorMessage(error),
        iconType: 'alert',
        canRetry: false,
      };
    default:
      return {
        title: words.failedTitle,
        body: errorMessage(error),
        iconType: 'alert',
        canRetry: true,
      };
  }
}
