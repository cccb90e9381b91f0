/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBasicTable, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewFact, ReviewPattern } from '../../../../common/api/review_record';
import type { TimeRange } from '../../../../common/api/time_range';
import { formatCount } from '../../../components/count_words';
import { DisplayText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { targetOfFact } from './finding_links';
import { NewTabLink } from './new_tab_link';

export interface FactsTableProps {
  pattern: ReviewPattern;
  finding: { id: string };
  facts: readonly ReviewFact[];
  period: TimeRange;
}

/** Facts of a finding: what, how often, when. */
export function FactsTable({ pattern, finding, facts, period }: FactsTableProps) {
  const format = useDateFormat();
  const columns: Array<EuiBasicTableColumn<ReviewFact>> = [
    {
      name: i18n.translate('auditUser.review.fact.subject', { defaultMessage: 'What' }),
      width: '30%',
      render: ({ subject }: ReviewFact) => {
        const target = targetOfFact(pattern, finding.id, subject);
        const text = <DisplayText text={subject === '' ? '–' : subject} max={400} />;
        return target ? (
          <NewTabLink target={target} period={period} quiet>
            {text}
          </NewTabLink>
        ) : (
          text
        );
      },
    },
    {
      name: i18n.translate('auditUser.review.fact.detail', { defaultMessage: 'More about it' }),
      width: '42%',
      render: ({ detail }: ReviewFact) => <DisplayText text={detail ?? ''} max={500} />,
    },
    {
      name: i18n.translate('auditUser.review.fact.count', { defaultMessage: 'How often' }),
      width: '10%',
      align: 'right',
      render: ({ count }: ReviewFact) => (count === undefined ? '' : formatCount(count)),
    },
    {
      name: i18n.translate('auditUser.review.fact.time', { defaultMessage: 'When' }),
      width: '18%',
      render: ({ time }: ReviewFact) => {
        if (time === undefined) return '';
        const { local, utc } = formatInstant(time, format);
        return <span title={utc}>{local}</span>;
      },
    },
  ];
  return (
    <EuiBasicTable<ReviewFact>
      compressed
      tableCaption={i18n.translate('auditUser.review.factsCaption', { defaultMessage: 'Facts' })}
      items={[...facts]}
      columns={columns}
    />
  );
}
