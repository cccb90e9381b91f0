/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBasicTable, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewListResponse, ReviewPeriod } from '../../../../common/api/review';
import { REVIEW_PATTERNS, type ReviewPattern } from '../../../../common/api/review_record';
import { periodWords } from '../period_words';
import { patternLabel } from '../review_words';
import { PeriodCell } from './period_cell';

type Row = Partial<Record<ReviewPattern, ReviewPeriod>> & { from: string; words: string };

/** One row a period, with both logs beside each other, newest first. */
function toRows(periods: readonly ReviewPeriod[]): Row[] {
  const rows = new Map<string, Row>();
  for (const period of periods) {
    const { from } = period.range;
    const row = rows.get(from) ?? { from, words: periodWords(period.range) };
    row[period.pattern] = period;
    rows.set(from, row);
  }
  return [...rows.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
}

/** Which periods were reviewed and which were missed. */
export function CalendarTable({ answer }: { answer: ReviewListResponse }) {
  const records = new Map(answer.records.map((record) => [record.sequence, record]));
  const nowMs = Date.now();
  const columns: Array<EuiBasicTableColumn<Row>> = [
    {
      name: i18n.translate('auditUser.review.column.period', { defaultMessage: 'Period' }),
      width: '28%',
      render: ({ words }: Row) => words,
    },
    ...REVIEW_PATTERNS.map((pattern): EuiBasicTableColumn<Row> => ({
      name: patternLabel(pattern),
      width: '36%',
      render: (row: Row) => {
        const period = row[pattern];
        return period ? <PeriodCell period={period} records={records} nowMs={nowMs} /> : '–';
      },
    })),
  ];
  return (
    <EuiBasicTable<Row>
      compressed
      tableCaption={i18n.translate('auditUser.review.calendarCaption', {
        defaultMessage: 'Periods of {days, plural, one {# day} other {# days}}, newest first',
        values: { days: answer.everyDays },
      })}
      items={toRows(answer.periods)}
      itemId="from"
      columns={columns}
      data-test-subj="auditUserReviewCalendar"
    />
  );
}
