/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useEffect } from 'react';
import { EuiLink, EuiSpacer, EuiTab, EuiTabs, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useHistory } from 'react-router-dom';
import type { ReviewPrepareResponse } from '../../../../common/api/review';
import { REVIEW_PATTERNS } from '../../../../common/api/review_record';
import { ViewHeader } from '../../../components/period/view_header';
import { Announcement } from '../../../components/states/announcement';
import { AnswerFailure } from '../../../components/states/answer_failure';
import { AnswerLoading } from '../../../components/states/answer_loading';
import { DroppedNotice } from '../../../components/states/dropped_notice';
import { StaleNotice } from '../../../components/states/stale_notice';
import { usePageTitle } from '../../../components/use_page_title';
import { useViewLinks } from '../../../components/use_view_links';
import { keepHostParameters } from '../../../url_state/host_parameters';
import { writeReviewState } from '../../../url_state/review_state';
import { useReviewState } from '../../../url_state/use_review_state';
import { VIEW_PATHS } from '../../../url_state/view_paths';
import { prepareWords } from '../review_failure_words';
import { ReviewPage } from '../review_page';
import { patternLabel } from '../review_words';
import { absoluteRange } from './absolute_range';
import { draftKey } from './draft_store';
import { PreparedReview } from './prepared_review';
import { usePreparedReview } from './use_prepared_review';

const PANEL_ID = 'auditUserReviewPanel';

const tabId = (pattern: string) => `auditUserReviewTab-${pattern}`;

function foundWords({ findings }: ReviewPrepareResponse): string {
  return i18n.translate('auditUser.review.announcePrepared', {
    defaultMessage: 'The review is prepared. Findings to decide: {needed} of {all}.',
    values: {
      needed: findings.filter(({ needsVerdict }) => needsVerdict).length,
      all: findings.length,
    },
  });
}

/** The state of the page, with a period that does not move: relative ones are replaced by their instants. */
function useFixedPeriod() {
  const control = useReviewState();
  const history = useHistory();
  const { state } = control;
  const { from, to } = absoluteRange(state.timeRange);
  const fixed = from === state.timeRange.from && to === state.timeRange.to;
  const { pattern } = state;
  useEffect(() => {
    if (fixed) return;
    const search = writeReviewState({ timeRange: { from, to }, pattern });
    const { location } = history;
    history.replace({ ...location, search: keepHostParameters(location.search, search) });
    // Only the first resolution counts: the clock goes on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [fixed, pattern, history]);
  return { ...control, fixed };
}

/** Prepares the review of a period: look, decide, conclude, sign. */
export function PrepareView() {
  const title = i18n.translate('auditUser.review.prepareTitle', {
    defaultMessage: 'Review a log',
  });
  usePageTitle(title);
  const linkTo = useViewLinks();
  const { state, dropped, change, fixed } = useFixedPeriod();
  const { pattern, timeRange } = state;
  const { data, error, isFetching, refetch } = usePreparedReview(pattern, timeRange, fixed);
  const again = () => void refetch();
  return (
    <ReviewPage title={title}>
      <EuiText size="s">
        <EuiLink {...linkTo(VIEW_PATHS.reviews)}>
          {i18n.translate('auditUser.review.back', { defaultMessage: 'All log reviews' })}
        </EuiLink>
      </EuiText>
      <ViewHeader
        title={title}
        timeRange={timeRange}
        range={data?.range}
        loading={isFetching}
        onChange={(chosen) => change({ ...state, timeRange: chosen })}
        onRefresh={again}
      />
      <DroppedNotice dropped={dropped} />
      <EuiTabs size="s">
        {REVIEW_PATTERNS.map((each) => (
          <EuiTab
            key={each}
            id={tabId(each)}
            isSelected={each === pattern}
            aria-controls={PANEL_ID}
            onClick={() => change({ ...state, pattern: each })}
          >
            {patternLabel(each)}
          </EuiTab>
        ))}
      </EuiTabs>
      <EuiSpacer size="m" />
      <Announcement
        searching={isFetching}
        found={data && !error ? foundWords(data) : undefined}
        reasons={data?.completeness.reasons ?? []}
      />
      <div role="tabpanel" id={PANEL_ID} aria-labelledby={tabId(pattern)}>
        {error && !isFetching ? (
          <AnswerFailure error={error} words={prepareWords()} onRetry={again} />
        ) : null}
        {!data && (isFetching || !error) && <AnswerLoading words={prepareWords()} />}
        {data && isFetching && <StaleNotice />}
        {data && (
          <PreparedReview
            key={`${data.signer.name} ${draftKey(pattern, data.range)}`}
            prepared={data}
            preparing={isFetching}
            onPrepare={again}
          />
        )}
      </div>
    </ReviewPage>
  );
}
