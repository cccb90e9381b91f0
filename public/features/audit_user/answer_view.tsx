/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import {
  DEFAULT_EVENT_LIMIT,
  MAX_EVENT_LIMIT,
  type KubeEventsResponse,
} from '../../../common/api/kube_events';
import type { AuditState } from '../../url_state/audit_state';
import { Activity } from './activity/activity';
import { EventTable } from './event_table/event_table';
import { HeadlineFigures } from './headline_figures';
import { LoadMore } from '../../components/paging/load_more';
import { CompletenessCallout } from '../../components/states/completeness_callout';
import { kubeAuditWords } from './kube_audit_words';
import { BeganEarlier } from './states/began_earlier';
import { NothingFound } from './states/nothing_found';
import { StaleNotice } from '../../components/states/stale_notice';
import type { Changes } from './use_changes';
import type { KubeEventsAnswer } from './use_kube_events';
import { widenRange } from './widen_range';

/** A screenful or two, a day's work, and as many as the server gives at once. */
export const EVENT_PAGE_SIZES: readonly [number, ...number[]] = [
  DEFAULT_EVENT_LIMIT,
  250,
  MAX_EVENT_LIMIT,
];

export interface AnswerViewProps {
  state: AuditState;
  answer: KubeEventsAnswer;
  first: KubeEventsResponse;
  changes: Changes;
  onChange: (next: AuditState) => void;
  pageSize: number;
  onPageSize: (size: number) => void;
}

/** An answer read to the end without an event in it. */
function foundNothing({ stale, events, hasMore }: KubeEventsAnswer): boolean {
  return !stale && events.length === 0 && !hasMore;
}

/** The answer: what it lacks, figures, activity, events. Paler while it answers the question before. */
export function AnswerView(props: AnswerViewProps) {
  const { state, answer, first, changes, onChange, pageSize, onPageSize } = props;
  const { events, reasons, stale } = answer;
  const { summary, total } = first;
  const nothing = foundNothing(answer);
  return (
    <>
      {stale && <StaleNotice />}
      <div style={stale ? { opacity: 0.5 } : undefined} aria-busy={stale}>
        <CompletenessCallout reasons={reasons}>
          {first.beganEarlier > 0 && (
            <BeganEarlier
              count={first.beganEarlier}
              onWiden={() => changes.setTimeRange(widenRange(first.range))}
            />
          )}
        </CompletenessCallout>
        {nothing && (
          <NothingFound state={state} answer={first} reasons={reasons} onChange={onChange} />
        )}
        {!nothing && (
          <>
            {summary && (
              <>
                <HeadlineFigures summary={summary} total={total} />
                <EuiSpacer size="s" />
                <Activity
                  buckets={summary.histogram}
                  approximate={summary.approximate}
                  onNarrow={changes.setTimeRange}
                />
                <EuiSpacer size="s" />
              </>
            )}
            <EuiTitle size="xs">
              <h2>{i18n.translate('auditUser.table.title', { defaultMessage: 'Requests' })}</h2>
            </EuiTitle>
            <EventTable
              events={events}
              open={state.event}
              onOpen={changes.open}
              onFilter={changes.filter}
            />
            <EuiSpacer size="m" />
            <LoadMore
              paging={answer}
              shown={events.length}
              total={total}
              pageSize={pageSize}
              pageSizes={EVENT_PAGE_SIZES}
              onPageSize={onPageSize}
              failedTitle={i18n.translate('auditUser.more.failed', {
                defaultMessage: 'The next requests could not be loaded; the list ends too early',
              })}
              words={kubeAuditWords()}
            />
          </>
        )}
      </div>
    </>
  );
}
