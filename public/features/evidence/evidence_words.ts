/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { Redaction } from '../../../common/api/evidence';
import type { LogWords } from '../../components/states/failure_words';

/** What a control is shown by, in the user's language; the manifest keeps the English of `EVIDENCE_CONTROLS`. */
export function controlShows(id: string, english: string): string {
  switch (id) {
    case '5.16':
      return i18n.translate('auditUser.evidence.control.identities', {
        defaultMessage:
          'Identities: who was active, and which person was behind every use of a shared account.',
      });
    case '5.17':
      return i18n.translate('auditUser.evidence.control.authentication', {
        defaultMessage:
          'Authentication information: keys of several persons, keys used outside their validity, logins by password.',
      });
    case '5.18':
      return i18n.translate('auditUser.evidence.control.rights', {
        defaultMessage: 'Access rights: every change of roles and role bindings, with who made it.',
      });
    case '8.2':
      return i18n.translate('auditUser.evidence.control.privileged', {
        defaultMessage:
          'Privileged access: SSH, sudo and root, each with a person, and requests that reach into containers, nodes, secrets of persons and rights.',
      });
    case '8.5':
      return i18n.translate('auditUser.evidence.control.secure', {
        defaultMessage:
          'Secure authentication: refused and failed logins, and requests answered with 401 or 403.',
      });
    case '8.15':
      return i18n.translate('auditUser.evidence.control.logging', {
        defaultMessage:
          'Logging: what each source held day by day, what could not be read, where it was silent, and who reviewed it.',
      });
    default:
      return english;
  }
}

/** How likely secrets leave, in words. */
export function redactionLabel(redaction: Redaction): string {
  switch (redaction) {
    case 'none':
      return i18n.translate('auditUser.evidence.redaction.none', {
        defaultMessage: 'Nothing is masked: every record to the letter',
      });
    case 'secrets':
      return i18n.translate('auditUser.evidence.redaction.secrets', {
        defaultMessage: 'Likely secrets are masked',
      });
    case 'secrets_and_bodies':
      return i18n.translate('auditUser.evidence.redaction.bodies', {
        defaultMessage: 'Likely secrets are masked, bodies of requests and responses left out',
      });
  }
}

/** How the page speaks when there is no package. */
export function packageWords(): LogWords {
  return {
    searching: '',
    forbiddenTitle: i18n.translate('auditUser.evidence.forbiddenTitle', {
      defaultMessage: 'You are not allowed to take this package',
    }),
    forbiddenBody: (message) =>
      i18n.translate('auditUser.evidence.forbiddenBody', {
        defaultMessage: '{message}. No file was made. This says nothing about what the logs hold.',
        values: { message },
      }),
    missingTitle: i18n.translate('auditUser.evidence.missingTitle', {
      defaultMessage: 'The log of this package is not here',
    }),
    missingBody: (message) =>
      i18n.translate('auditUser.evidence.missingBody', {
        defaultMessage:
          '{message}. Either nothing is sent here, the patterns in the configuration of Audit User are wrong, or your roles hide it. No file was made.',
        values: { message },
      }),
    failedTitle: i18n.translate('auditUser.evidence.failedTitle', {
      defaultMessage: 'The package failed, and no file was saved',
    }),
  };
}
