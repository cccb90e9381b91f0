/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CallOut } from '../../components/call_out';
import { DEFAULT_EVENT_LIMIT, type EventCount } from '../../../common/api/kube_events';
import { toVisibleText } from '../../components/display_text';
import { countWords, formatCount } from './count_words';
import { PageSize } from './page_size';
import { failureWords } from './states/failure_words';
import type { KubeEventsAnswer } from './use_kube_events';

export interface LoadMoreProps {
  pageSize: number;
  onPageSize: (size: number) => void;
  answer: KubeEventsAnswer;
  total: EventCount;
}

/** How many of how many are shown, and the way to more. */
export function LoadMore({ answer, total, pageSize, onPageSize }: LoadMoreProps) {
  const { events, hasMore, loadingMore, moreError, loadMore } = answer;
  const failure = moreError === undefined ? undefined : failureWords(moreError);
  return (
    <EuiText size="s" textAlign="center">
      <p>
        {i18n.translate('auditUser.more.shown', {
          defaultMessage: '{shown} shown of {total}',
          values: { shown: formatCount(events.length), total: countWords(total) },
        })}
      </p>
      {failure && (
        <div role="alert">
          <CallOut
            size="s"
            color="danger"
            iconType={failure.iconType}
            title={i18n.translate('auditUser.more.failed', {
              defaultMessage: 'The next requests could not be loaded; the list ends too early',
            })}
          >
            <p>
              {failure.title}. {toVisibleText(failure.body)}
            </p>
          </CallOut>
          <EuiSpacer size="s" />
        </div>
      )}
      {hasMore && (
        <EuiButton size="s" isLoading={loadingMore} onClick={loadMore}>
          {i18n.translate('auditUser.more.load', { defaultMessage: 'Load more' })}
        </EuiButton>
      )}
      {/* Who has just chosen a size that shows everything still stands on it. */}
      {(hasMore || pageSize !== DEFAULT_EVENT_LIMIT) && (
        <>
          <EuiSpacer size="s" />
          <PageSize size={pageSize} onChange={onPageSize} />
        </>
      )}
    </EuiText>
  );
}
