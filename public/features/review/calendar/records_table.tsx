/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBadge, EuiBasicTable, EuiLink, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewRecordSummary } from '../../../../common/api/review';
import { formatCount } from '../../../components/count_words';
import { DisplayText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { useViewLinks } from '../../../components/use_view_links';
import { reviewPath } from '../../../url_state/view_paths';
import { periodWords } from '../period_words';
import { patternLabel, signerWords } from '../review_words';

function RecordMarks({ record }: { record: ReviewRecordSummary }) {
  const { valid, selfReviewed, complete } = record;
  return (
    <div>
      {!valid && (
        <EuiBadge color="danger" iconType="alert">
          {i18n.translate('auditUser.review.mark.invalid', {
            defaultMessage: 'Does not hold: does not count',
          })}
        </EuiBadge>
      )}
      {selfReviewed === 'found' && (
        <EuiBadge color="warning" iconType="user">
          {i18n.translate('auditUser.review.mark.self', {
            defaultMessage: 'Reviewed own activity',
          })}
        </EuiBadge>
      )}
      {!complete && (
        <EuiBadge color="hollow" iconType="iInCircle">
          {i18n.translate('auditUser.review.mark.incomplete', {
            defaultMessage: 'Log was not complete',
          })}
        </EuiBadge>
      )}
    </div>
  );
}

function verdictsWords({ verdicts }: ReviewRecordSummary): string {
  return i18n.translate('auditUser.review.verdictCounts', {
    defaultMessage:
      '{reviewed} reviewed, {harmless} harmless, {escalated} escalated, {nothing} with nothing found',
    values: {
      reviewed: formatCount(verdicts.reviewed),
      harmless: formatCount(verdicts.harmless),
      escalated: formatCount(verdicts.escalated),
      nothing: formatCount(verdicts.nothing_found),
    },
  });
}

/** Signed records, newest first. */
export function RecordsTable({ records }: { records: readonly ReviewRecordSummary[] }) {
  const linkTo = useViewLinks();
  const format = useDateFormat();
  const columns: Array<EuiBasicTableColumn<ReviewRecordSummary>> = [
    {
      name: i18n.translate('auditUser.review.column.record', { defaultMessage: 'Record' }),
      width: '10%',
      render: ({ sequence, period }: ReviewRecordSummary) => (
        <EuiLink {...linkTo(reviewPath(sequence), [], period)}>
          {i18n.translate('auditUser.review.recordLink', {
            defaultMessage: 'Record {sequence}',
            values: { sequence },
          })}
        </EuiLink>
      ),
    },
    {
      name: i18n.translate('auditUser.review.column.what', { defaultMessage: 'What' }),
      width: '24%',
      render: ({ pattern, period }: ReviewRecordSummary) => (
        <div>
          {patternLabel(pattern)}
          <br />
          {periodWords(period)}
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.review.column.signed', { defaultMessage: 'Signed' }),
      width: '18%',
      render: ({ signer, signedAt }: ReviewRecordSummary) => (
        <div>
          <bdi style={{ overflowWrap: 'anywhere' }}>{signerWords(signer)}</bdi>
          <br />
          {formatInstant(signedAt, format).local}
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.review.column.conclusion', { defaultMessage: 'Conclusion' }),
      width: '32%',
      render: (record: ReviewRecordSummary) => (
        <div>
          <DisplayText text={record.conclusion} max={200} />
          <EuiText size="xs" color="subdued">
            {verdictsWords(record)}
          </EuiText>
          {record.references.length > 0 && (
            <EuiText size="xs">
              {i18n.translate('auditUser.review.escalatedAs', { defaultMessage: 'Escalated as ' })}
              <DisplayText text={record.references.join(', ')} max={300} />
            </EuiText>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.review.column.marks', { defaultMessage: 'To look at' }),
      width: '16%',
      render: (record: ReviewRecordSummary) => <RecordMarks record={record} />,
    },
  ];
  return (
    <EuiBasicTable<ReviewRecordSummary>
      compressed
      tableCaption={i18n.translate('auditUser.review.recordsCaption', {
        defaultMessage: 'Signed reviews, newest first',
      })}
      items={[...records]}
      itemId={(record) => `${record.sequence} ${record.hash}`}
      columns={columns}
      noItemsMessage={i18n.translate('auditUser.review.noRecords', {
        defaultMessage: 'No signed review touches this time',
      })}
      data-test-subj="auditUserReviewRecords"
    />
  );
}
