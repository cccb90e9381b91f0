/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { CompletenessReason } from '../../../common/api/completeness';

/** Reasons that concern figures only: every event is still there. */
const FIGURES_ONLY = new Set(['total_is_lower_bound', 'counts_approximate']);

/** Whether events may be missing, and not only exact figures. */
export function isSerious({ code }: CompletenessReason): boolean {
  return !FIGURES_ONLY.has(code);
}

/** Said wherever events may be missing. */
export function incompleteTitle(): string {
  return i18n.translate('auditUser.completeness.serious', {
    defaultMessage: 'This answer is not complete',
  });
}

/** What a reason means for the reader, in a few words; the server's sentence has the figures. */
export function reasonTitle({ code }: CompletenessReason): string {
  switch (code) {
    case 'shard_failures':
      return i18n.translate('auditUser.reason.shardFailures', {
        defaultMessage: 'A part of the log did not answer',
      });
    case 'timed_out':
      return i18n.translate('auditUser.reason.timedOut', {
        defaultMessage: 'The search was cut off',
      });
    case 'total_is_lower_bound':
      return i18n.translate('auditUser.reason.lowerBound', {
        defaultMessage: 'There is more than was counted',
      });
    case 'scan_limit_reached':
      return i18n.translate('auditUser.reason.scanLimit', {
        defaultMessage: 'Not everything could be read',
      });
    case 'sources_forbidden':
      return i18n.translate('auditUser.reason.forbidden', {
        defaultMessage: 'You may not read a part of the logs',
      });
    case 'sources_missing':
      return i18n.translate('auditUser.reason.missing', { defaultMessage: 'A log is not there' });
    case 'unparsed_lines':
      return i18n.translate('auditUser.reason.unparsed', {
        defaultMessage: 'Some records could not be read as they came',
      });
    case 'retention_starts_later':
      return i18n.translate('auditUser.reason.retention', {
        defaultMessage: 'The log does not reach back this far',
      });
    case 'gap_in_source':
      return i18n.translate('auditUser.reason.gap', {
        defaultMessage: 'The log was silent for a while',
      });
    case 'counts_approximate':
      return i18n.translate('auditUser.reason.approximate', {
        defaultMessage: 'The figures are estimates',
      });
    case 'fields_unavailable':
      return i18n.translate('auditUser.reason.fields', {
        defaultMessage: 'A field is hidden from you or missing',
      });
    case 'mapping_conflict':
      return i18n.translate('auditUser.reason.conflict', {
        defaultMessage: 'A part of the log is stored in another way',
      });
  }
}
