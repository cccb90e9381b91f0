/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBasicTable, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { PersonTimelineResponse } from '../../../../common/api/person_timeline';
import { formatCount } from '../../../components/count_words';
import { LogTime } from '../../../components/log_time';
import { laneLabel } from '../timeline_words';

interface Step {
  time: string;
  counts: Array<{ certain: number; possible: number }>;
}

/** Steps of time in which anything happened, with the counts of each lane. */
export function toSteps({ lanes }: Pick<PersonTimelineResponse, 'lanes'>): Step[] {
  const [first] = lanes;
  return (first?.bars ?? [])
    .map(({ time }, i) => ({
      time,
      counts: lanes.map(({ bars }) => bars[i] ?? { certain: 0, possible: 0 }),
    }))
    .filter(({ counts }) => counts.some(({ certain, possible }) => certain + possible > 0));
}

/** The chart in words and numbers. */
export function LanesTable({ answer }: { answer: PersonTimelineResponse }) {
  const columns: Array<EuiBasicTableColumn<Step>> = [
    {
      name: i18n.translate('auditUser.person.column.from', { defaultMessage: 'From' }),
      render: ({ time }: Step) => <LogTime time={time} precision="exact" />,
    },
    ...answer.lanes.map(({ id }, i): EuiBasicTableColumn<Step> => ({
      name: laneLabel(id),
      render: ({ counts }: Step) =>
        i18n.translate('auditUser.person.counts', {
          defaultMessage: '{certain} certain, {possible} possible',
          values: {
            certain: formatCount(counts[i].certain),
            possible: formatCount(counts[i].possible),
          },
        }),
    })),
  ];
  return (
    <EuiBasicTable<Step>
      compressed
      tableCaption={i18n.translate('auditUser.person.tableCaption', {
        defaultMessage: 'What was done over time, by lane',
      })}
      items={toSteps(answer)}
      itemId="time"
      columns={columns}
    />
  );
}
