/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { AttributionMark } from '../../../common/attribution/attribution';

/** What an auditor is to look at, in a few words. */
export function markLabel(mark: AttributionMark): string {
  switch (mark) {
    case 'break_glass':
      return i18n.translate('auditUser.mark.breakGlass', { defaultMessage: 'Break-glass account' });
    case 'password_login':
      return i18n.translate('auditUser.mark.passwordLogin', {
        defaultMessage: 'Login without a key',
      });
    case 'root_login':
      return i18n.translate('auditUser.mark.rootLogin', { defaultMessage: 'Login as root' });
    case 'unknown_key':
      return i18n.translate('auditUser.mark.unknownKey', { defaultMessage: 'Unknown key' });
    case 'shared_key':
      return i18n.translate('auditUser.mark.sharedKey', { defaultMessage: 'Shared key' });
    case 'key_outside_validity':
      return i18n.translate('auditUser.mark.keyOutsideValidity', {
        defaultMessage: 'Key outside of its validity',
      });
    case 'weak_key':
      return i18n.translate('auditUser.mark.weakKey', { defaultMessage: 'Weak kind of key' });
    case 'account_of_another_person':
      return i18n.translate('auditUser.mark.accountOfAnother', {
        defaultMessage: 'Account of another person',
      });
    case 'address_of_another_person':
      return i18n.translate('auditUser.mark.addressOfAnother', {
        defaultMessage: 'Address of another person',
      });
  }
}
