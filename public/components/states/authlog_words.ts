/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { LogWords } from './failure_words';

/**
 * How views speak of the log of SSH, sudo and su when there is no answer. Not being allowed to read it is the
 * usual case for application developers, whose roles end at the Kubernetes audit log.
 */
export function authlogWords(): LogWords {
  return {
    searching: i18n.translate('auditUser.authlog.searching', {
      defaultMessage: 'Searching authlog, the log of SSH, sudo and su …',
    }),
    forbiddenTitle: i18n.translate('auditUser.authlog.forbiddenTitle', {
      defaultMessage: 'You are not allowed to read authlog, the log of SSH, sudo and su',
    }),
    forbiddenBody: (message) =>
      i18n.translate('auditUser.authlog.forbiddenBody', {
        defaultMessage:
          '{message}. Your role may read the Kubernetes audit log but not authlog: that is usual for application developers. This says nothing about who logged in. The documentation of Audit User has a role for it, audit_reader, that an administrator can give you.',
        values: { message },
      }),
    missingTitle: i18n.translate('auditUser.authlog.missingTitle', {
      defaultMessage: 'There is no authlog here',
    }),
    missingBody: (message) =>
      i18n.translate('auditUser.authlog.missingBody', {
        defaultMessage:
          '{message}. Either no node sends its auth.log, the pattern in the configuration of Audit User is wrong, or your roles hide it. This says nothing about who logged in.',
        values: { message },
      }),
    failedTitle: i18n.translate('auditUser.authlog.failedTitle', {
      defaultMessage: 'authlog could not be searched',
    }),
  };
}
