/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBasicTable, EuiSpacer, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { PersonTimelineResponse, TimelineLane } from '../../../../common/api/person_timeline';
import { formatCount } from '../../../components/count_words';
import { formatInstant } from '../../../components/format_instant';
import { NarrowButton } from '../../../components/over_time/narrow_button';
import type { TimeStep } from '../../../components/over_time/time_series';
import { useDateFormat } from '../../../components/use_date_format';
import { unreadWords } from '../lanes/lack_words';
import { isUnread, laneLacks, type LaneLack } from '../lanes/lane_lacks';
import { laneWords } from '../lanes/lane_words';
import { laneLabel } from '../timeline_words';
import type { TimelineChartProps } from './timeline_chart';

interface Step extends TimeStep {
  lanes: Array<{ certain: number; possible: number }>;
}

function endOf(ms: number, { to }: PersonTimelineResponse['range']): string {
  // A step ends before its end, the period holds its own.
  return new Date(Math.min(ms, Date.parse(to) + 1)).toISOString();
}

/** Steps of time in which anything happened, with the counts of each lane. */
export function toSteps({
  lanes,
  range,
  intervalMs,
}: Pick<PersonTimelineResponse, 'lanes' | 'range' | 'intervalMs'>): Step[] {
  const times = [...new Set(lanes.flatMap(({ bars }) => bars.map(({ time }) => time)))];
  const byTime = lanes.map(({ bars }) => new Map(bars.map((bar) => [bar.time, bar])));
  const steps = times.sort().map((time) => {
    const counts = byTime.map((bars) => bars.get(time) ?? { certain: 0, possible: 0 });
    return {
      from: time < range.from ? range.from : time,
      to: endOf(Date.parse(time) + intervalMs, range),
      total: counts.reduce((sum, { certain, possible }) => sum + certain + possible, 0),
      counts: {},
      lanes: counts,
    };
  });
  return steps.filter(({ total }) => total > 0);
}

function toColumn(
  lane: TimelineLane,
  i: number,
  lacks: readonly LaneLack[]
): EuiBasicTableColumn<Step> {
  const blank = lane.total.value === 0 && isUnread(lacks);
  return {
    name: laneLabel(lane.id),
    render: ({ lanes }: Step) =>
      blank
        ? unreadWords(lacks)
        : i18n.translate('auditUser.person.counts', {
            defaultMessage: '{certain} certain, {possible} possible',
            values: {
              certain: formatCount(lanes[i].certain),
              possible: formatCount(lanes[i].possible),
            },
          }),
  };
}

/** The chart in words and numbers: for those who do not see it, and for those who want figures. */
export function LanesTable({ answer, reasons, onZoom }: TimelineChartProps) {
  const format = useDateFormat();
  const local = (instant: string) => formatInstant(instant, format).local;
  const columns: Array<EuiBasicTableColumn<Step>> = [
    {
      name: i18n.translate('auditUser.person.column.from', { defaultMessage: 'From' }),
      render: ({ from }: Step) => local(from),
    },
    ...answer.lanes.map((lane, i) => toColumn(lane, i, laneLacks(lane, reasons))),
    {
      name: i18n.translate('auditUser.person.column.narrow', { defaultMessage: 'Zoom in' }),
      render: (step: Step) => <NarrowButton step={step} onNarrow={onZoom} />,
    },
  ];
  return (
    <>
      <EuiText size="xs">
        <ul>
          {answer.lanes.map((lane) => (
            <li key={lane.id}>{laneWords(lane, laneLacks(lane, reasons), local)}</li>
          ))}
        </ul>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiBasicTable<Step>
        compressed
        tableCaption={i18n.translate('auditUser.person.tableCaption', {
          defaultMessage: 'What was done over time, by lane',
        })}
        items={toSteps(answer)}
        itemId="from"
        columns={columns}
        data-test-subj="auditUserTimelineSteps"
      />
    </>
  );
}
