/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiScreenReaderOnly } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CompletenessReason } from '../../../common/api/completeness';
import { incompleteTitle, isSerious } from './reason_words';

export interface AnnouncementProps {
  /** A question is on its way. */
  searching: boolean;
  /** What was found, in words; undefined when there is no answer: a failure is an alert of its own. */
  found?: string;
  reasons: readonly CompletenessReason[];
}

function wordsOf({ searching, found, reasons }: AnnouncementProps): string {
  if (searching) {
    return i18n.translate('auditUser.announce.loading', { defaultMessage: 'Searching …' });
  }
  if (found === undefined) return '';
  return reasons.some(isSerious) ? `${found} ${incompleteTitle()}.` : found;
}

/** Tells those who do not see the page how the search went. */
export function Announcement(props: AnnouncementProps) {
  return (
    <EuiScreenReaderOnly>
      <div role="status" aria-live="polite" data-test-subj="auditUserAnnouncement">
        {wordsOf(props)}
      </div>
    </EuiScreenReaderOnly>
  );
}
