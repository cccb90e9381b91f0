/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { LogWords } from '../../components/states/failure_words';

/** How the view speaks of the Kubernetes audit log when there is no answer. */
export function kubeAuditWords(): LogWords {
  return {
    searching: i18n.translate('auditUser.loading', {
      defaultMessage: 'Searching the audit log …',
    }),
    forbiddenTitle: i18n.translate('auditUser.failure.forbiddenTitle', {
      defaultMessage: 'You are not allowed to read the Kubernetes audit log',
    }),
    forbiddenBody: (message) =>
      i18n.translate('auditUser.failure.forbiddenBody', {
        defaultMessage:
          '{message}. This says nothing about what happened. The documentation of Audit User has a role for it, audit_reader, that an administrator can give you.',
        values: { message },
      }),
    missingTitle: i18n.translate('auditUser.failure.missingTitle', {
      defaultMessage: 'There is no Kubernetes audit log here',
    }),
    missingBody: (message) =>
      i18n.translate('auditUser.failure.missingBody', {
        defaultMessage:
          '{message}. Either no audit log is collected, the pattern in the configuration of Audit User is wrong, or your roles hide it. This says nothing about what happened.',
        values: { message },
      }),
    failedTitle: i18n.translate('auditUser.failure.title', {
      defaultMessage: 'The audit log could not be searched',
    }),
  };
}
