/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { KubeEventsResponse } from '../../../common/api/kube_events';
import type { AuditState } from '../../url_state/audit_state';
import { Activity } from './activity/activity';
import { EventTable } from './event_table/event_table';
import { HeadlineFigures } from './headline_figures';
import { LoadMore } from './load_more';
import { CompletenessCallout } from './states/completeness_callout';
import { NothingFound } from './states/nothing_found';
import { StaleNotice } from './states/stale_notice';
import type { Changes } from './use_changes';
import type { KubeEventsAnswer } from './use_kube_events';
import { widenRange } from './widen_range';

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
        <CompletenessCallout
          reasons={reasons}
          beganEarlier={first.beganEarlier}
          onWiden={() => changes.setTimeRange(widenRange(first.range))}
        />
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
            <LoadMore answer={answer} total={total} pageSize={pageSize} onPageSize={onPageSize} />
          </>
        )}
      </div>
    </>
  );
}
