/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { PersonTimelineResponse } from '../../../common/api/person_timeline';
import type { ResolvedRange } from '../../../common/api/time_range';
import { countWords } from '../../components/count_words';
import { Figures } from '../../components/figures';
import { LoadMore } from '../../components/paging/load_more';
import { CompletenessCallout } from '../../components/states/completeness_callout';
import { NothingPrompt } from '../../components/states/nothing_prompt';
import { isSerious } from '../../components/states/reason_words';
import { StaleNotice } from '../../components/states/stale_notice';
import type { PersonState } from '../../url_state/person_state';
import { ChartPanel } from './chart/chart_panel';
import { EntriesTable } from './entries/entries_table';
import { Identities } from './identities';
import { laneLabel } from './timeline_words';
import { bothLogsWords } from '../../components/states/both_logs_words';
import type { TimelineAnswer } from './use_person_timeline';

/** Rows of one page that can be chosen; the first is the usual. */
export const ENTRY_PAGE_SIZES = [200, 500, 1000] as const;

export interface TimelineAnswerViewProps {
  state: PersonState;
  answer: TimelineAnswer;
  first: PersonTimelineResponse;
  pageSize: number;
  onPageSize: (size: number) => void;
  onZoom: (range: ResolvedRange) => void;
}

function sourcesWith(answer: TimelineAnswer, code: string): Set<string> {
  return new Set(
    answer.reasons.flatMap((reason) =>
      reason.code === code && reason.source ? [reason.source] : []
    )
  );
}

function Nothing({ answer, first }: Pick<TimelineAnswerViewProps, 'answer' | 'first'>) {
  const incomplete = answer.reasons.some(isSerious);
  return (
    <NothingPrompt
      title={
        incomplete
          ? i18n.translate('auditUser.person.nothingSure', {
              defaultMessage: 'Nothing of this person was found, but not everything was read',
            })
          : i18n.translate('auditUser.person.nothing', {
              defaultMessage: 'Nothing of this person in this period',
            })
      }
      range={first.range}
      notes={[
        incomplete
          ? i18n.translate('auditUser.person.nothingIncomplete', {
              defaultMessage:
                'What is said above is missing from this answer: it does not prove that nothing was done.',
            })
          : i18n.translate('auditUser.person.nothingNote', {
              defaultMessage:
                'Both logs were read for the whole period. What was done with a key that is not in the directory is not found under a name.',
            }),
      ]}
      filters={[]}
      actions={[]}
    />
  );
}

/** What one person did: what the answer lacks, figures, chart and entries. */
export function TimelineAnswerView(props: TimelineAnswerViewProps) {
  const { state, answer, first, pageSize, onPageSize, onZoom } = props;
  const { stale, reasons, entries } = answer;
  const { certainty } = state;
  const shown = useMemo(
    () => entries.filter((entry) => certainty === undefined || entry.certainty === certainty),
    [entries, certainty]
  );
  const total = first.lanes.reduce((sum, lane) => sum + lane.total.value, 0);
  const atLeast = first.lanes.some((lane) => lane.total.relation === 'gte');
  return (
    <>
      {stale && <StaleNotice />}
      <div style={stale ? { opacity: 0.5 } : undefined} aria-busy={stale}>
        <CompletenessCallout reasons={reasons} />
        <Identities identities={first.identities} />
        <EuiSpacer size="s" />
        <Figures
          figures={first.lanes.map((lane) => ({
            title: countWords(lane.total),
            text: laneLabel(lane.id),
          }))}
        />
        <EuiSpacer size="s" />
        <ChartPanel
          answer={first}
          forbidden={sourcesWith(answer, 'sources_forbidden')}
          missing={sourcesWith(answer, 'sources_missing')}
          onZoom={onZoom}
        />
        <EuiSpacer size="m" />
        {total === 0 ? (
          <Nothing answer={answer} first={first} />
        ) : (
          <>
            <EntriesTable entries={shown} />
            <EuiSpacer size="m" />
            <LoadMore
              paging={answer}
              shown={shown.length}
              total={{ value: total, relation: atLeast ? 'gte' : 'eq' }}
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
