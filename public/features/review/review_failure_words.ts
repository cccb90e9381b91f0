/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { LogWords } from '../../components/states/failure_words';

/** How the pages speak when the signed reviews could not be read. */
export function reviewWords(): LogWords {
  return {
    searching: i18n.translate('auditUser.review.searching', {
      defaultMessage: 'Reading the signed reviews and checking their chain …',
    }),
    forbiddenTitle: i18n.translate('auditUser.review.forbiddenTitle', {
      defaultMessage: 'You are not allowed to read signed reviews',
    }),
    forbiddenBody: (message) =>
      i18n.translate('auditUser.review.forbiddenBody', {
        defaultMessage:
          '{message}. The role for it is review_reader; review_signer may sign too. Both are in docs/security.md of Audit User, and an administrator can give them to you. This says nothing about what was reviewed.',
        values: { message },
      }),
    missingTitle: i18n.translate('auditUser.review.missingTitle', {
      defaultMessage: 'There are no signed reviews here',
    }),
    missingBody: (message) => message,
    failedTitle: i18n.translate('auditUser.review.failedTitle', {
      defaultMessage: 'The signed reviews could not be read',
    }),
  };
}

/** How the page speaks when a review could not be prepared. */
export function prepareWords(): LogWords {
  return {
    searching: i18n.translate('auditUser.review.preparing', {
      defaultMessage:
        'Looking at everything that a review of this period must look at. This can take a minute …',
    }),
    forbiddenTitle: i18n.translate('auditUser.review.prepareForbiddenTitle', {
      defaultMessage: 'You are not allowed to read this log, so you cannot review it',
    }),
    forbiddenBody: (message) =>
      i18n.translate('auditUser.review.prepareForbiddenBody', {
        defaultMessage:
          '{message}. A reviewer needs the role audit_reader for the logs and review_signer to sign; both are in docs/security.md of Audit User. Nothing was looked at, and nothing was signed.',
        values: { message },
      }),
    missingTitle: i18n.translate('auditUser.review.prepareMissingTitle', {
      defaultMessage: 'This log is not there, so it cannot be reviewed',
    }),
    missingBody: (message) =>
      i18n.translate('auditUser.review.prepareMissingBody', {
        defaultMessage:
          '{message}. Either nothing is sent here, the pattern in the configuration of Audit User is wrong, or your roles hide it. This is no review without findings.',
        values: { message },
      }),
    failedTitle: i18n.translate('auditUser.review.prepareFailedTitle', {
      defaultMessage: 'The review could not be prepared',
    }),
  };
}
