/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import {
  EuiButton,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLink,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useLocation } from 'react-router-dom';
import { CallOut } from '../../../components/call_out';
import { ProveButton } from '../../../components/period/prove_button';
import { AnswerFailure } from '../../../components/states/answer_failure';
import { AnswerLoading } from '../../../components/states/answer_loading';
import { usePageTitle } from '../../../components/use_page_title';
import { useViewLinks } from '../../../components/use_view_links';
import { VIEW_PATHS } from '../../../url_state/view_paths';
import { reviewWords } from '../review_failure_words';
import { ReviewPage } from '../review_page';
import { RecordDocument } from './record_document';
import { useReviewRecord } from './use_review_record';

/** Said after signing, only once the record was read back. */
function JustSigned({ signed }: { signed: 'now' | 'before' }) {
  return (
    <div role="status" data-test-subj="auditUserJustSigned">
      <CallOut
        color="success"
        iconType="check"
        title={
          signed === 'now'
            ? i18n.translate('auditUser.review.signedNow', {
                defaultMessage: 'Signed. What follows was read back from OpenSearch.',
              })
            : i18n.translate('auditUser.review.signedBefore', {
                defaultMessage:
                  'You had signed this already: this is that record, and no second one was made.',
              })
        }
      />
      <EuiSpacer size="m" />
    </div>
  );
}

/** One signed review. */
export function RecordView({ sequence }: { sequence: number }) {
  const title = i18n.translate('auditUser.review.recordTitle', {
    defaultMessage: 'Log review {sequence}',
    values: { sequence },
  });
  usePageTitle(title);
  const linkTo = useViewLinks();
  const { state } = useLocation<{ signed?: 'now' | 'before' } | undefined>();
  const { data, error, isFetching, refetch } = useReviewRecord(sequence);
  return (
    <ReviewPage title={title}>
      <EuiFlexGroup gutterSize="m" alignItems="center" justifyContent="spaceBetween" wrap>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            <EuiLink {...linkTo(VIEW_PATHS.reviews)}>
              {i18n.translate('auditUser.review.back', { defaultMessage: 'All log reviews' })}
            </EuiLink>
          </EuiText>
          <EuiTitle size="m">
            <h1>{title}</h1>
          </EuiTitle>
        </EuiFlexItem>
        {data && (
          <EuiFlexItem grow={false}>
            <EuiFlexGroup gutterSize="s" responsive={false} wrap>
              <EuiFlexItem grow={false}>
                <EuiButton iconType="document" onClick={() => window.print()}>
                  {i18n.translate('auditUser.assessment.print', { defaultMessage: 'Print' })}
                </EuiButton>
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <ProveButton parameters={[['source', 'reviews']]} period={data.record.period} />
              </EuiFlexItem>
            </EuiFlexGroup>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {error && !isFetching ? (
        <AnswerFailure error={error} words={reviewWords()} onRetry={() => void refetch()} />
      ) : null}
      {!data && (isFetching || !error) && <AnswerLoading words={reviewWords()} />}
      {data && state?.signed && <JustSigned signed={state.signed} />}
      {data && <RecordDocument answer={data} />}
    </ReviewPage>
  );
}
