/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { PersonTimelineResponse, TimelineLane } from '../../../common/api/person_timeline';
import { LoadMore } from '../../components/paging/load_more';
import { bothLogsWords } from '../../components/states/both_logs_words';
import { CompletenessCallout } from '../../components/states/completeness_callout';
import { StaleNotice } from '../../components/states/stale_notice';
import type { PersonState } from '../../url_state/person_state';
import { ChartPanel } from './chart/chart_panel';
import { EntriesTable } from './entries/entries_table';
import { Identities } from './identities';
import { LaneFigures } from './lanes/lane_figures';
import { NothingOfPerson } from './nothing_of_person';
import type { TimelineAnswer } from './use_person_timeline';

/** Rows of one page that can be chosen; the first is the usual. */
export const ENTRY_PAGE_SIZES: readonly [number, ...number[]] = [200, 500, 1000];

export interface TimelineAnswerViewProps {
  state: PersonState;
  answer: TimelineAnswer;
  first: PersonTimelineResponse;
  pageSize: number;
  onPageSize: (size: number) => void;
  onChange: (part: Partial<PersonState>) => void;
}

function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** The period that was asked for last: while its answer is on its way, the next zoom starts from it. */
function askedRange({ timeRange }: PersonState, { range }: PersonTimelineResponse, stale: boolean) {
  return stale && isInstant(timeRange.from) && isInstant(timeRange.to) ? timeRange : range;
}

function totalOf({ lanes }: PersonTimelineResponse, certainty: PersonState['certainty']) {
  const value = (lane: TimelineLane) =>
    certainty === undefined ? lane.total.value : lane[certainty];
  return {
    value: lanes.reduce((sum, lane) => sum + value(lane), 0),
    relation: lanes.some(({ total }) => total.relation === 'gte') ? 'gte' : 'eq',
  } as const;
}

/** What one person did: what the answer lacks, figures, chart and entries. */
export function TimelineAnswerView(props: TimelineAnswerViewProps) {
  const { state, answer, first, pageSize, onPageSize, onChange } = props;
  const { stale, reasons, entries } = answer;
  const { certainty } = state;
  const shown = useMemo(
    () => entries.filter((entry) => certainty === undefined || entry.certainty === certainty),
    [entries, certainty]
  );
  const total = totalOf(first, certainty);
  return (
    <>
      {stale && <StaleNotice />}
      <div style={stale ? { opacity: 0.5 } : undefined} aria-busy={stale}>
        <CompletenessCallout reasons={reasons} />
        <Identities identities={first.identities} />
        <EuiSpacer size="s" />
        <LaneFigures lanes={first.lanes} reasons={reasons} />
        <EuiSpacer size="s" />
        <ChartPanel
          answer={first}
          reasons={reasons}
          asked={askedRange(state, first, stale)}
          onZoom={(timeRange) => onChange({ timeRange })}
        />
        <EuiSpacer size="m" />
        {total.value === 0 && shown.length === 0 ? (
          <NothingOfPerson
            state={state}
            range={first.range}
            reasons={reasons}
            onShowAll={() => onChange({ lanes: [], certainty: undefined })}
          />
        ) : (
          <>
            <EntriesTable entries={shown} />
            <EuiSpacer size="m" />
            <LoadMore
              paging={answer}
              shown={shown.length}
              total={total}
              pageSize={pageSize}
              pageSizes={ENTRY_PAGE_SIZES}
              onPageSize={onPageSize}
              failedTitle={i18n.translate('auditUser.person.moreFailed', {
                defaultMessage: 'The next entries could not be loaded; the list ends too early',
              })}
              words={bothLogsWords()}
            />
          </>
        )}
      </div>
    </>
  );
}
