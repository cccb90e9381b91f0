/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CallOut } from '../call_out';
import type { EventCount } from '../../../common/api/kube_events';
import { toVisibleText } from '../display_text';
import { countWords, formatCount } from '../count_words';
import { PageSize } from './page_size';
import { failureWords, type LogWords } from '../states/failure_words';

/** Rows that come page by page. */
export interface Paging {
  hasMore: boolean;
  loadingMore: boolean;
  /** A failure of a later page; what was loaded stays. */
  moreError?: unknown;
  loadMore: () => void;
}

export interface LoadMoreProps {
  paging: Paging;
  /** Rows that are there. */
  shown: number;
  total: EventCount;
  pageSize: number;
  /** What can be chosen; the first is the usual one. */
  pageSizes: readonly number[];
  onPageSize: (size: number) => void;
  /** Said when a later page fails: "The next requests could not be loaded; the list ends too early". */
  failedTitle: string;
  words: LogWords;
}

/** How many of how many are shown, and the way to more. */
export function LoadMore(props: LoadMoreProps) {
  const { paging, shown, total, pageSize, pageSizes, onPageSize, failedTitle, words } = props;
  const { hasMore, loadingMore, moreError, loadMore } = paging;
  const failure = moreError === undefined ? undefined : failureWords(moreError, words);
  return (
    <EuiText size="s" textAlign="center">
      <p>
        {i18n.translate('auditUser.more.shown', {
          defaultMessage: '{shown} shown of {total}',
          values: { shown: formatCount(shown), total: countWords(total) },
        })}
      </p>
      {failure && (
        <div role="alert">
          <CallOut size="s" color="danger" iconType={failure.iconType} title={failedTitle}>
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
      {(hasMore || pageSize !== pageSizes[0]) && (
        <>
          <EuiSpacer size="s" />
          <PageSize size={pageSize} sizes={pageSizes} onChange={onPageSize} />
        </>
      )}
    </EuiText>
  );
}
