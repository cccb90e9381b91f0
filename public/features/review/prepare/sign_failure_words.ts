/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { ReviewConflict } from '../../../../common/api/review';
import { errorCode, errorMessage } from '../../../api/audit_client';
import { AuditApiError, isLoggedOut } from '../../../api/to_api_error';
import { failureWords } from '../../../components/states/failure_words';
import { prepareWords } from '../review_failure_words';

/** Why a signature failed, and what the reviewer can do. */
export interface SignFailureWords {
  title: string;
  body: string;
  color: 'danger' | 'warning';
  iconType: string;
  next: 'prepare' | 'sign_again' | 'none';
  conflict?: ReviewConflict;
}

const REQUEST_TIMEOUT = 408;

/** The request itself was refused, by whomever: it was not acted on. */
function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== REQUEST_TIMEOUT;
}

/** Of other failures, only the plugin's server knows that nothing was signed; a proxy or a lost connection does not. */
function isUnknown(error: unknown): boolean {
  if (!(error instanceof AuditApiError)) return true;
  if (error.details?.unknownWhetherSigned === true) return true;
  return error.details === undefined && !error.loggedOut && !isRefusal(error.statusCode);
}

const draftKept = () =>
  i18n.translate('auditUser.review.sign.draftKept', {
    defaultMessage: 'Nothing was signed. Your decisions and your conclusion are kept.',
  });

/** Says why a review was not signed, or that it is not known whether it was. */
export function signFailureWords(error: unknown): SignFailureWords {
  if (isUnknown(error)) {
    return {
      title: i18n.translate('auditUser.review.sign.unknownTitle', {
        defaultMessage: 'It is not known whether the review was signed',
      }),
      body: i18n.translate('auditUser.review.sign.unknownBody', {
        defaultMessage:
          '{message}. No answer came from which it could be told. Sign again without changing anything: if it was signed already, you are shown that record, and no second one is made.',
        values: { message: errorMessage(error).replace(/\.$/, '') },
      }),
      color: 'warning',
      iconType: 'questionInCircle',
      next: 'sign_again',
    };
  }
  if (isLoggedOut(error)) {
    return {
      title: i18n.translate('auditUser.review.sign.loggedOutTitle', {
        defaultMessage: 'Your session has ended',
      }),
      body: i18n.translate('auditUser.review.sign.loggedOutBody', {
        defaultMessage: '{kept} Log in again in another tab of the browser, then sign here again.',
        values: { kept: draftKept() },
      }),
      color: 'warning',
      iconType: 'user',
      next: 'sign_again',
    };
  }
  const code = errorCode(error);
  if (code === 'conflict') {
    const conflict = (error as AuditApiError).details as ReviewConflict | undefined;
    const figures = conflict?.conflict === 'figures_differ';
    return {
      title: figures
        ? i18n.translate('auditUser.review.sign.figuresTitle', {
            defaultMessage: 'Not signed: the log answers otherwise than what you saw',
          })
        : i18n.translate('auditUser.review.sign.somebodyTitle', {
            defaultMessage: 'Not signed: another review was signed meanwhile',
          }),
      body: i18n.translate('auditUser.review.sign.conflictBody', {
        defaultMessage:
          '{message}. {kept} After preparing again, only findings whose figures changed are to be confirmed.',
        values: { message: errorMessage(error).replace(/\.$/, ''), kept: draftKept() },
      }),
      color: 'warning',
      iconType: 'alert',
      next: 'prepare',
      conflict,
    };
  }
  if (code === 'forbidden') {
    return {
      title: i18n.translate('auditUser.review.sign.forbiddenTitle', {
        defaultMessage: 'You may look, but not sign',
      }),
      body: i18n.translate('auditUser.review.sign.forbiddenBody', {
        defaultMessage:
          '{message}. The role that is missing is review_signer (docs/security.md of Audit User); an administrator can give it to you. {kept}',
        values: { message: errorMessage(error).replace(/\.$/, ''), kept: draftKept() },
      }),
      color: 'danger',
      iconType: 'lock',
      next: 'sign_again',
    };
  }
  const { title, body, iconType } = failureWords(error, prepareWords());
  const said = errorMessage(error);
  return {
    title: i18n.translate('auditUser.review.sign.failedTitle', {
      defaultMessage: 'Not signed: {why}',
      values: { why: title },
    }),
    body: `${body.includes(said) ? body : `${said}. ${body}`} ${draftKept()}`,
    color: 'danger',
    iconType,
    next: code === 'invalid_request' || code === 'too_large' ? 'none' : 'sign_again',
  };
}
