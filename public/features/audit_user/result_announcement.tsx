/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';
import { countWords, formatCount } from '../../components/count_words';
import { Announcement } from '../../components/states/announcement';
import type { KubeEventsAnswer } from './use_kube_events';

/** Tells those who do not see the page how many requests were found. */
export function ResultAnnouncement({ answer }: { answer: KubeEventsAnswer }) {
  const { first, events, reasons, loading, loadingMore, error, stale } = answer;
  const found =
    error === undefined && first
      ? i18n.translate('auditUser.announce.found', {
          defaultMessage: 'Requests found: {total}. Shown: {shown}.',
          values: { total: countWords(first.total), shown: formatCount(events.length) },
        })
      : undefined;
  return (
    <Announcement searching={loading || loadingMore || stale} found={found} reasons={reasons} />
  );
}
