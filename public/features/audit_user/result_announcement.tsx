/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiScreenReaderOnly } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { countWords, formatCount } from './count_words';
import { incompleteTitle, isSerious } from './reason_words';
import type { KubeEventsAnswer } from './use_kube_events';

function wordsOf(answer: KubeEventsAnswer): string {
  const { first, events, reasons, loading, loadingMore, error, stale } = answer;
  if (loading || loadingMore || stale) {
    return i18n.translate('auditUser.announce.loading', { defaultMessage: 'Searching …' });
  }
  // A failure is an alert of its own.
  if (error !== undefined || !first) return '';
  const found = i18n.translate('auditUser.announce.found', {
    defaultMessage: 'Requests found: {total}. Shown: {shown}.',
    values: { total: countWords(first.total), shown: formatCount(events.length) },
  });
  return reasons.some(isSerious) ? `${found} ${incompleteTitle()}.` : found;
}

/** Tells those who do not see the page how the search went. */
export function ResultAnnouncement({ answer }: { answer: KubeEventsAnswer }) {
  return (
    <EuiScreenReaderOnly>
      <div role="status" aria-live="polite" data-test-subj="auditUserAnnouncement">
        {wordsOf(answer)}
      </div>
    </EuiScreenReaderOnly>
  );
}
