/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import { formatCount } from '../../../components/count_words';

/** What the bars of sessions do not show, in sentences; none when they show all. */
export function sessionNotes(drawn: number, leftOut: number, hourUnknown: number): string[] {
  const notes: string[] = [];
  if (leftOut > 0) {
    notes.push(
      i18n.translate('auditUser.person.sessionsLeftOut', {
        defaultMessage:
          'The {drawn} longest sessions are drawn from login to end; the bars count all',
        values: { drawn: formatCount(drawn) },
      })
    );
  }
  if (hourUnknown > 0) {
    notes.push(
      i18n.translate('auditUser.person.sessionsWithoutHour', {
        defaultMessage:
          '{count, plural, one {# session has} other {# sessions have}} no known hour and no place on the axis: see the list',
        values: { count: hourUnknown },
      })
    );
  }
  return notes;
}
