/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiEmptyPrompt, EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useParams } from 'react-router-dom';
import { useViewLinks } from '../../components/use_view_links';
import { PREPARE_REVIEW_PATH, VIEW_PATHS } from '../../url_state/view_paths';
import { CalendarView } from './calendar/calendar_view';
import { PrepareView } from './prepare/prepare_view';
import { RecordView } from './record/record_view';
import { ReviewPage } from './review_page';

const SEQUENCE = /^[1-9]\d{0,8}$/;

function NoSuchReview() {
  const linkTo = useViewLinks();
  const title = i18n.translate('auditUser.review.noSuch', {
    defaultMessage: 'This address names no review',
  });
  return (
    <ReviewPage title={title}>
      <EuiEmptyPrompt
        title={<h1>{title}</h1>}
        actions={
          <EuiLink {...linkTo(VIEW_PATHS.reviews)}>
            {i18n.translate('auditUser.review.back', { defaultMessage: 'All log reviews' })}
          </EuiLink>
        }
      />
    </ReviewPage>
  );
}

/** Log reviews: the calendar, a review that is prepared, and one that was signed. */
export function ReviewView() {
  const { review } = useParams<{ review?: string }>();
  if (review === undefined) return <CalendarView />;
  if (`${VIEW_PATHS.reviews}/${review}` === PREPARE_REVIEW_PATH) return <PrepareView />;
  return SEQUENCE.test(review) ? (
    <RecordView key={review} sequence={Number(review)} />
  ) : (
    <NoSuchReview />
  );
}
