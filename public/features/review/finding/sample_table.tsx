/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { EuiBasicTable, EuiButtonEmpty, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewSampleRow } from '../../../../common/api/review';
import type { ReviewPattern } from '../../../../common/api/review_record';
import type { TimeRange } from '../../../../common/api/time_range';
import { AuthlogLines } from '../../../components/authlog_lines/authlog_lines';
import { DisplayText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { VIEW_PATHS } from '../../../url_state/view_paths';
import { NewTabLink } from './new_tab_link';

export interface SampleTableProps {
  pattern: ReviewPattern;
  title: string;
  sample: readonly ReviewSampleRow[];
  period: TimeRange;
}

function When({
  row,
  isKube,
  period,
}: {
  row: ReviewSampleRow;
  isKube: boolean;
  period: TimeRange;
}) {
  const format = useDateFormat();
  const { time, document } = row;
  const instant = time === undefined ? undefined : formatInstant(time, format);
  const text = instant?.local ?? '–';
  if (!isKube) return <span title={instant?.utc}>{text}</span>;
  const target = {
    pathname: VIEW_PATHS.auditUser,
    parameters: [['event', `${document.index}/${document.id}`]] as Array<[string, string]>,
  };
  return (
    <NewTabLink target={target} period={period}>
      <span title={instant?.utc}>
        {instant
          ? text
          : i18n.translate('auditUser.review.sample.open', { defaultMessage: 'Open the record' })}
      </span>
    </NewTabLink>
  );
}

/** Records to read. Those of Kubernetes open beside the review; lines of authlog are shown below. */
export function SampleTable({ pattern, title, sample, period }: SampleTableProps) {
  const [raw, setRaw] = useState(false);
  // Group accounts are used in both logs: what names a host is of authlog.
  const isKube = ({ host }: ReviewSampleRow) => pattern === 'kubeaudit' && host === undefined;
  const columns: Array<EuiBasicTableColumn<ReviewSampleRow>> = [
    {
      name: i18n.translate('auditUser.review.sample.time', { defaultMessage: 'Time' }),
      width: '17%',
      render: (row: ReviewSampleRow) => <When row={row} isKube={isKube(row)} period={period} />,
    },
    {
      name: i18n.translate('auditUser.review.sample.where', { defaultMessage: 'Where' }),
      width: '12%',
      render: ({ cluster, host }: ReviewSampleRow) => (
        <DisplayText text={[cluster, host].filter(Boolean).join(' ')} max={100} />
      ),
    },
    {
      name: i18n.translate('auditUser.review.sample.who', { defaultMessage: 'Who' }),
      width: '17%',
      render: ({ who, sourceIps }: ReviewSampleRow) => (
        <div>
          <DisplayText text={who || '–'} max={120} />
          {sourceIps && sourceIps.length > 0 && (
            <div>
              <DisplayText text={sourceIps.join(', ')} max={120} />
            </div>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.review.sample.what', { defaultMessage: 'What' }),
      width: '34%',
      render: ({ what }: ReviewSampleRow) => <DisplayText text={what} max={400} />,
    },
    {
      name: i18n.translate('auditUser.review.sample.outcome', { defaultMessage: 'Outcome' }),
      width: '20%',
      render: ({ outcome }: ReviewSampleRow) => <DisplayText text={outcome ?? ''} max={200} />,
    },
  ];
  const lines = sample.filter((row) => !isKube(row)).map(({ document }) => document);
  return (
    <>
      <EuiBasicTable<ReviewSampleRow>
        compressed
        tableCaption={i18n.translate('auditUser.review.sampleCaption', {
          defaultMessage: 'Sample of: {title}',
          values: { title },
        })}
        items={[...sample]}
        columns={columns}
        data-test-subj="auditUserReviewSample"
      />
      {lines.length > 0 && (
        <EuiButtonEmpty size="xs" flush="left" aria-expanded={raw} onClick={() => setRaw(!raw)}>
          {raw
            ? i18n.translate('auditUser.review.sample.hideRaw', {
                defaultMessage: 'Hide the lines',
              })
            : i18n.translate('auditUser.review.sample.raw', {
                defaultMessage: 'Show the lines as they are logged',
              })}
        </EuiButtonEmpty>
      )}
      {raw && <AuthlogLines documents={lines} />}
    </>
  );
}
