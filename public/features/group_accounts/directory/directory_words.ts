/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { DirectoryKind } from '../../../../common/api/directory';
import type { LogWords } from '../../../components/states/failure_words';

/** What an entry is about, in words. */
export function kindLabel(kind: DirectoryKind): string {
  switch (kind) {
    case 'ssh_key':
      return i18n.translate('auditUser.directory.kind.sshKey', { defaultMessage: 'SSH key' });
    case 'ssh_certificate_id':
      return i18n.translate('auditUser.directory.kind.certificate', {
        defaultMessage: 'SSH certificate id',
      });
    case 'kube_credential':
      return i18n.translate('auditUser.directory.kind.credential', {
        defaultMessage: 'Kubernetes credential',
      });
    case 'account':
      return i18n.translate('auditUser.directory.kind.account', { defaultMessage: 'Account' });
    case 'source_address':
      return i18n.translate('auditUser.directory.kind.address', {
        defaultMessage: 'Source address',
      });
  }
}

/** How a value of that kind is written. */
export function valueHint(kind: DirectoryKind): string {
  switch (kind) {
    case 'ssh_key':
      return i18n.translate('auditUser.directory.hint.sshKey', {
        defaultMessage: 'Fingerprint as sshd logs it: SHA256:…',
      });
    case 'ssh_certificate_id':
      return i18n.translate('auditUser.directory.hint.certificate', {
        defaultMessage: 'The id that the certificate authority gave, in full',
      });
    case 'kube_credential':
      return i18n.translate('auditUser.directory.hint.credential', {
        defaultMessage: 'X509SHA256=… or JTI=…, as the audit log has it',
      });
    case 'account':
      return i18n.translate('auditUser.directory.hint.account', {
        defaultMessage: 'Login name or Kubernetes user name',
      });
    case 'source_address':
      return i18n.translate('auditUser.directory.hint.address', {
        defaultMessage: 'An address, or a network such as 198.51.100.0/24',
      });
  }
}

/** How the directory speaks when it cannot be read or written. */
export function directoryWords(): LogWords {
  return {
    searching: i18n.translate('auditUser.directory.reading', {
      defaultMessage: 'Reading the directory of keys and persons …',
    }),
    forbiddenTitle: i18n.translate('auditUser.directory.forbiddenTitle', {
      defaultMessage: 'You are not allowed to do that with the directory',
    }),
    forbiddenBody: (message) =>
      i18n.translate('auditUser.directory.forbiddenBody', {
        defaultMessage:
          '{message}. The documentation of Audit User has two roles for it: directory_reader, and directory_editor to add to it.',
        values: { message },
      }),
    missingTitle: i18n.translate('auditUser.directory.missingTitle', {
      defaultMessage: 'There is no directory yet',
    }),
    missingBody: (message) => message,
    failedTitle: i18n.translate('auditUser.directory.failedTitle', {
      defaultMessage: 'The directory could not be reached',
    }),
  };
}
