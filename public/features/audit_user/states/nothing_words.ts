/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import { formatCount } from '../../../components/count_words';

/** What "nothing" rests on. */
export interface NothingBasis {
  /** Records of the period that the user may read, whatever the filters. */
  recordsInRange: number;
  /** Events may be missing from the answer. */
  incomplete: boolean;
}

/** "Nothing" with its degree of certainty. */
export function nothingTitle({ recordsInRange, incomplete }: NothingBasis): string {
  if (incomplete) {
    return i18n.translate('auditUser.nothing.incompleteTitle', {
      defaultMessage: 'Nothing found in the part of the log that could be searched',
    });
  }
  if (recordsInRange === 0) {
    return i18n.translate('auditUser.nothing.emptyTitle', {
      defaultMessage: 'The log is empty for this period',
    });
  }
  return i18n.translate('auditUser.nothing.title', { defaultMessage: 'No request matches' });
}

function incompleteWords(recordsInRange: number): string {
  if (recordsInRange === 0) {
    return i18n.translate('auditUser.nothing.noRecordsIncomplete', {
      defaultMessage:
        'No record of this period was found, but not all of the log could be searched: what is missing is said above. This is no proof that nothing happened.',
    });
  }
  return i18n.translate('auditUser.nothing.recordsIncomplete', {
    defaultMessage:
      'The log holds at least {count} records of this period. None that could be searched is of a request that matches; what could not is said above. This is no proof that nothing happened.',
    values: { count: formatCount(recordsInRange) },
  });
}

/** Among how many records nothing was found. Those of an answer that was cut off were not all looked at. */
export function recordsWords({ recordsInRange, incomplete }: NothingBasis): string {
  if (incomplete) return incompleteWords(recordsInRange);
  if (recordsInRange === 0) {
    return i18n.translate('auditUser.nothing.noRecords', {
      defaultMessage:
        'The log holds no record at all of this period that you may read, whatever the filters: nothing was logged or kept, or it is hidden from you. This is no proof that nothing happened.',
    });
  }
  return i18n.translate('auditUser.nothing.records', {
    defaultMessage:
      '{count, plural, one {# record} other {# records}} of this period were looked at, and none is of a request that matches.',
    values: { count: recordsInRange },
  });
}
