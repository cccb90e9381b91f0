/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { Attribution, AttributionStatus } from '../../../common/attribution/attribution';

/** A status in a word or two. */
export function statusLabel(status: AttributionStatus): string {
  switch (status) {
    case 'identified':
      return i18n.translate('auditUser.attribution.identified', { defaultMessage: 'Identified' });
    case 'ambiguous':
      return i18n.translate('auditUser.attribution.ambiguous', { defaultMessage: 'Ambiguous' });
    case 'unidentified':
      return i18n.translate('auditUser.attribution.unidentified', {
        defaultMessage: 'Not identified',
      });
  }
}

/** Somebody of whom nothing tells who it is. */
export function unknownPerson(): string {
  return i18n.translate('auditUser.attribution.unknownPerson', {
    defaultMessage: 'somebody not known',
  });
}

/** Who may have been it, each once, and whether somebody not known may have been it too. */
export function candidatePersons({ candidates }: Attribution): {
  persons: string[];
  unknown: boolean;
} {
  const persons = candidates.flatMap(({ person }) => (person === undefined ? [] : [person]));
  return {
    persons: [...new Set(persons)],
    unknown: candidates.some(({ person }) => person === undefined),
  };
}
