/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { useQuery } from '@tanstack/react-query';
import { EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewListResponse } from '../../../../common/api/review';
import type { ReviewPattern } from '../../../../common/api/review_record';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { errorMessage } from '../../../api/audit_client';
import { CallOut } from '../../../components/call_out';
import { toVisibleText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { useServices } from '../../../components/services_context';
import { useDateFormat } from '../../../components/use_date_format';
import { useViewLinks } from '../../../components/use_view_links';
import { reviewPath } from '../../../url_state/view_paths';
import { periodWords } from '../period_words';
import { REVIEWS_KEY } from '../review_query_key';
import { signerWords } from '../review_words';

/** Says that some of the period was reviewed already: a second review is allowed, but should be meant. */
export function ReviewedBefore({
  pattern,
  period: { from, to },
}: {
  pattern: ReviewPattern;
  period: ResolvedRange;
}) {
  const { auditClient } = useServices();
  const linkTo = useViewLinks();
  const format = useDateFormat();
  const { data, error } = useQuery<ReviewListResponse>({
    queryKey: [REVIEWS_KEY, 'of', from, to],
    queryFn: ({ signal }) =>
      auditClient.reviews({ action: 'list', timeRange: { from, to } }, signal),
  });
  const title = error
    ? i18n.translate('auditUser.review.beforeFailed', {
        defaultMessage: 'Whether this period was reviewed before could not be read: {why}',
        values: { why: toVisibleText(errorMessage(error)) },
      })
    : i18n.translate('auditUser.review.before', {
        defaultMessage: 'This period, or a part of it, was reviewed before',
      });
  const records = (data?.records ?? []).filter((record) => record.pattern === pattern);
  if (!error && records.length === 0) return null;
  return (
    <>
      <CallOut size="s" color={error ? 'warning' : 'primary'} iconType="iInCircle" title={title} />
      {/* Links on the background of a note have too little contrast in the dark theme (WCAG 1.4.3). */}
      <EuiText size="s">
        {records.length > 0 && (
          <ul>
            {records.map(({ sequence, period, signer, signedAt }) => (
              <li key={sequence}>
                <EuiLink {...linkTo(reviewPath(sequence), [], period)}>
                  {i18n.translate('auditUser.review.recordLink', {
                    defaultMessage: 'Record {sequence}',
                    values: { sequence },
                  })}
                </EuiLink>
                {i18n.translate('auditUser.review.previousOf', {
                  defaultMessage: ' of {period}, signed by {signer} on {time}.',
                  values: {
                    period: periodWords(period),
                    signer: signerWords(signer),
                    time: formatInstant(signedAt, format).local,
                  },
                })}
              </li>
            ))}
          </ul>
        )}
      </EuiText>
      <EuiSpacer size="s" />
    </>
  );
}
