/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { LogWords } from './failure_words';

/** How the view speaks when there is no answer from either log. */
export function bothLogsWords(): LogWords {
  return {
    searching: i18n.translate('auditUser.bothLogs.searching', {
      defaultMessage: 'Searching both audit logs …',
    }),
    forbiddenTitle: i18n.translate('auditUser.bothLogs.forbiddenTitle', {
      defaultMessage: 'You are not allowed to read the audit logs',
    }),
    forbiddenBody: (message) =>
      i18n.translate('auditUser.bothLogs.forbiddenBody', {
        defaultMessage:
          '{message}. This says nothing about what was done. The documentation of Audit User has a role for it, audit_reader, that an administrator can give you.',
        values: { message },
      }),
    missingTitle: i18n.translate('auditUser.bothLogs.missingTitle', {
      defaultMessage: 'There are no audit logs here',
    }),
    missingBody: (message) =>
      i18n.translate('auditUser.bothLogs.missingBody', {
        defaultMessage:
          '{message}. Either nothing is sent here, the patterns in the configuration of Audit User are wrong, or your roles hide it. This says nothing about what was done.',
        values: { message },
      }),
    failedTitle: i18n.translate('auditUser.bothLogs.failedTitle', {
      defaultMessage: 'The audit logs could not be searched',
    }),
  };
}
