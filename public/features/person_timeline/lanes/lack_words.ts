/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { LaneLack } from './lane_lacks';

/** What a lane lacks, in words. */
export function lackWords(lack: LaneLack, formatInstant: (instant: string) => string): string {
  switch (lack.kind) {
    case 'forbidden':
      return i18n.translate('auditUser.person.laneForbidden', {
        defaultMessage: 'You may not look: {source} is not allowed for you',
        values: { source: lack.source },
      });
    case 'missing':
      return i18n.translate('auditUser.person.laneMissing', {
        defaultMessage: 'There is no {source} that you can read',
        values: { source: lack.source },
      });
    case 'nobody_named':
      return i18n.translate('auditUser.person.laneNobodyNamed', {
        defaultMessage: '{source} could not be read: what was done may not be tied to anybody here',
        values: { source: lack.source },
      });
    case 'begins_later':
      return i18n.translate('auditUser.person.laneBegins', {
        defaultMessage: 'the log begins only at {instant}',
        values: { instant: formatInstant(lack.instant) },
      });
    case 'partial':
      return i18n.translate('auditUser.person.lanePartial', {
        defaultMessage: 'not everything was read, there may be more',
      });
  }
}

/** Stands for the counts of a lane that could not be looked at. */
export function unreadWords(lacks: readonly LaneLack[]): string {
  return lacks.some(({ kind }) => kind === 'forbidden')
    ? i18n.translate('auditUser.person.countForbidden', { defaultMessage: 'not allowed' })
    : i18n.translate('auditUser.person.countMissing', { defaultMessage: 'no log' });
}
