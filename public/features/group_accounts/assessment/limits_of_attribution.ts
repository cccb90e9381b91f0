/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';

/** What no log of this kind can tell: docs/attribution.md has the same list. */
export function limitsOfAttribution(): string[] {
  return [
    i18n.translate('auditUser.assessment.limit.lent', {
      defaultMessage:
        'A key proves the key, not the hand: somebody who lends it, or from whom it is stolen, is named.',
    }),
    i18n.translate('auditUser.assessment.limit.root', {
      defaultMessage:
        'Whoever is root on a node can stop its log, change it before it is sent, and write lines into it.',
    }),
    i18n.translate('auditUser.assessment.limit.old', {
      defaultMessage:
        'A session that began before the log was read, and of which nothing was logged since, cannot be seen.',
    }),
    i18n.translate('auditUser.assessment.limit.jobs', {
      defaultMessage:
        'What services and scheduled jobs of a node do with the account of somebody who is logged in cannot always be told from what that person does.',
    }),
    i18n.translate('auditUser.assessment.limit.shell', {
      defaultMessage:
        'What is typed in a shell that was opened with sudo, su or kubectl exec is not logged.',
    }),
  ];
}
