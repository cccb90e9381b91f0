/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { KubeEventsResponse } from '../../../../common/api/kube_events';

/** "Nothing" with its degree of certainty. */
export function nothingTitle({ completeness, recordsInRange }: KubeEventsResponse): string {
  if (!completeness.complete) {
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
