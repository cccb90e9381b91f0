/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewListResponse } from '../../../../common/api/review';
import { formatCount } from '../../../components/count_words';
import { Note } from '../../../components/details/note';
import { Figures } from '../../../components/figures';
import { ProveButton } from '../../../components/period/prove_button';
import { ViewHeader } from '../../../components/period/view_header';
import { Announcement } from '../../../components/states/announcement';
import { AnswerFailure } from '../../../components/states/answer_failure';
import { AnswerLoading } from '../../../components/states/answer_loading';
import { CompletenessCallout } from '../../../components/states/completeness_callout';
import { DroppedNotice } from '../../../components/states/dropped_notice';
import { StaleNotice } from '../../../components/states/stale_notice';
import { usePageTitle } from '../../../components/use_page_title';
import { useViewLinks } from '../../../components/use_view_links';
import { useReviewState } from '../../../url_state/use_review_state';
import { PREPARE_REVIEW_PATH } from '../../../url_state/view_paths';
import { ChainNotice } from '../chain_notice';
import { reviewWords } from '../review_failure_words';
import { ReviewPage } from '../review_page';
import { standingLabel, standingOf, type PeriodStanding } from '../review_words';
import { CalendarTable } from './calendar_table';
import { LEAST_CALENDAR_DAYS } from './calendar_range';
import { RecordsTable } from './records_table';
import { suggestedPeriod } from './suggested_period';
import { useReviewList } from './use_review_list';

const SHOWN: readonly PeriodStanding[] = ['missed', 'due', 'reviewed', 'open', 'unknown'];

function toFigures({ periods }: ReviewListResponse) {
  const nowMs = Date.now();
  const standings = periods.map((period) => standingOf(period, nowMs));
  return SHOWN.flatMap((standing) => {
    const count = standings.filter((each) => each === standing).length;
    const isRare = standing === 'open' || standing === 'unknown';
    if (isRare && count === 0) return [];
    return [{ title: formatCount(count), text: standingLabel(standing) }];
  });
}

function Answer({ answer, widened }: { answer: ReviewListResponse; widened: boolean }) {
  const { chain, completeness, records, recordsLeftOut } = answer;
  // The chain says these by itself, and louder.
  const reasons = completeness.reasons.filter(
    ({ code }) => code !== 'sources_forbidden' && code !== 'sources_missing'
  );
  return (
    <>
      <CompletenessCallout reasons={reasons} />
      <ChainNotice chain={chain} />
      <Figures figures={toFigures(answer)} />
      <EuiSpacer size="m" />
      <EuiTitle size="s">
        <h2>{i18n.translate('auditUser.review.calendar', { defaultMessage: 'Calendar' })}</h2>
      </EuiTitle>
      <Note>
        {i18n.translate('auditUser.review.calendarNote', {
          defaultMessage:
            'Each log is to be reviewed every {days, plural, one {day} other {# days}}. A period counts as reviewed when signed records that hold cover all of it; as missed when it ended longer ago than one period.',
          values: { days: answer.everyDays },
        })}
        {widened &&
          ` ${i18n.translate('auditUser.review.widened', {
            defaultMessage: 'The calendar shows {days} days at least, whatever period is chosen.',
            values: { days: LEAST_CALENDAR_DAYS },
          })}`}
      </Note>
      <EuiSpacer size="s" />
      <CalendarTable answer={answer} />
      {chain.state !== 'forbidden' && (
        <>
          <EuiSpacer size="l" />
          <EuiTitle size="s">
            <h2>
              {i18n.translate('auditUser.review.records', { defaultMessage: 'Signed reviews' })}
            </h2>
          </EuiTitle>
          <EuiSpacer size="s" />
          <RecordsTable records={records} />
          {recordsLeftOut > 0 && (
            <Note>
              {i18n.translate('auditUser.review.recordsLeftOut', {
                defaultMessage: '{count} older ones are not listed: choose a shorter period.',
                values: { count: formatCount(recordsLeftOut) },
              })}
            </Note>
          )}
        </>
      )}
    </>
  );
}

function foundWords(answer: ReviewListResponse): string {
  if (answer.chain.state === 'forbidden') {
    return i18n.translate('auditUser.review.chain.forbidden', {
      defaultMessage: 'You are not allowed to read signed reviews',
    });
  }
  return i18n.translate('auditUser.review.announce', {
    defaultMessage:
      'Signed reviews: {records}. Periods missed: {missed}. {intact, select, true {The chain is intact.} other {The chain is not verified.}}',
    values: {
      records: answer.records.length,
      missed: answer.periods.filter(({ state }) => state === 'missed').length,
      intact: String(answer.chain.intact),
    },
  });
}

/** Which periods were reviewed by whom, which were missed, and whether what was signed still stands. */
export function CalendarView() {
  const title = i18n.translate('auditUser.review.title', { defaultMessage: 'Log reviews' });
  usePageTitle(title);
  const linkTo = useViewLinks();
  const { state, dropped, change } = useReviewState();
  const { data, error, loading, stale, widened, askAgain } = useReviewList(state.timeRange);
  const suggested = data && suggestedPeriod(data.periods, Date.now());
  return (
    <ReviewPage title={title}>
      <ViewHeader
        title={title}
        timeRange={state.timeRange}
        range={data?.range}
        loading={loading}
        onChange={(timeRange) => change({ ...state, timeRange })}
        onRefresh={askAgain}
        actions={
          <EuiFlexGroup gutterSize="s" responsive={false} wrap>
            <EuiFlexItem grow={false}>
              <EuiButton
                iconType="documentEdit"
                {...linkTo(
                  PREPARE_REVIEW_PATH,
                  suggested ? [['pattern', suggested.pattern]] : [],
                  suggested?.range
                )}
              >
                {i18n.translate('auditUser.review.another', {
                  defaultMessage: 'Review a period of your choice',
                })}
              </EuiButton>
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <ProveButton parameters={[['source', 'reviews']]} />
            </EuiFlexItem>
          </EuiFlexGroup>
        }
      />
      <DroppedNotice dropped={dropped} />
      <Announcement
        searching={loading}
        found={data && error === undefined ? foundWords(data) : undefined}
        reasons={data?.completeness.reasons ?? []}
      />
      {error !== undefined && (
        <AnswerFailure error={error} words={reviewWords()} onRetry={askAgain} />
      )}
      {error === undefined && !data && <AnswerLoading words={reviewWords()} />}
      {error === undefined && data && (
        <>
          {stale && <StaleNotice />}
          <div style={stale ? { opacity: 0.5 } : undefined} aria-busy={stale}>
            <Answer answer={data} widened={widened} />
          </div>
        </>
      )}
    </ReviewPage>
  );
}
