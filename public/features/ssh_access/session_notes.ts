/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';

/** Instead of the start of a session of which the login is not in the log. */
export function notSeenStart(): string {
  return i18n.translate('auditUser.ssh.notSeenStart', {
    defaultMessage: 'Before what was read',
  });
}

/** Said of a session that was rebuilt from lines with misread time stamps. */
export function repairedTime(): string {
  return i18n.translate('auditUser.ssh.repaired', { defaultMessage: 'time stamp repaired' });
}

/** Instead of a source address that no line has. */
export function noSource(): string {
  return i18n.translate('auditUser.ssh.noSource', { defaultMessage: 'not logged' });
}
