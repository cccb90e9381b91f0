/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';

/** What stands where the log is silent, so that an empty line is not taken for an empty value. */
export function notLogged(): string {
  return i18n.translate('auditUser.details.notLogged', { defaultMessage: 'Not logged' });
}
