/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';

/** How an attempt failed, in words; a way that is not known here keeps the server's name. */
export function wayLabel(way: string): string {
  switch (way) {
    case 'password':
      return i18n.translate('auditUser.ssh.way.password', { defaultMessage: 'wrong password' });
    case 'publickey':
      return i18n.translate('auditUser.ssh.way.publickey', { defaultMessage: 'key refused' });
    case 'closed_before_login':
      return i18n.translate('auditUser.ssh.way.closed', {
        defaultMessage: 'connection closed before login',
      });
    case 'not_allowed':
      return i18n.translate('auditUser.ssh.way.notAllowed', {
        defaultMessage: 'account may not log in',
      });
    case 'invalid_user':
      return i18n.translate('auditUser.ssh.way.invalidUser', {
        defaultMessage: 'no such account',
      });
    case 'max_attempts':
      return i18n.translate('auditUser.ssh.way.maxAttempts', {
        defaultMessage: 'too many attempts in one connection',
      });
    default:
      return way;
  }
}
