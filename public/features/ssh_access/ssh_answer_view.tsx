/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { CompletenessCallout } from '../../components/states/completeness_callout';
import { isSerious } from '../../components/states/reason_words';
import { StaleNotice } from '../../components/states/stale_notice';
import { FailuresPanel } from './failures/failures_panel';
import { SessionsPanel, type SessionsPanelProps } from './sessions/sessions_panel';
import { SessionsOverTime } from './sessions_over_time';
import { SshFigures } from './ssh_figures';
import { SshTabs } from './ssh_tabs';
import { UnreadablePanel } from './unreadable/unreadable_panel';

function Panel(props: SessionsPanelProps) {
  const { state, first, answer, changes } = props;
  switch (state.tab) {
    case 'sessions':
      return <SessionsPanel {...props} />;
    case 'failures':
      return (
        <FailuresPanel
          failures={first.failures}
          filters={state.filters}
          incomplete={answer.reasons.some(isSerious)}
          onFilter={changes.filterFor}
        />
      );
    case 'unreadable':
      return <UnreadablePanel lines={first.unreadable} total={first.figures.unreadable} />;
  }
}

/** The answer: what it lacks, figures, chart, and its parts. Paler while it answers the question before. */
export function SshAnswerView(props: SessionsPanelProps) {
  const { state, answer, first, changes } = props;
  const { stale, reasons } = answer;
  const quiet = first.histogram.bars.every(({ sessions, failures }) => sessions + failures === 0);
  return (
    <>
      {stale && <StaleNotice />}
      <div style={stale ? { opacity: 0.5 } : undefined} aria-busy={stale}>
        <CompletenessCallout reasons={reasons} />
        <SshFigures answer={first} />
        <EuiSpacer size="s" />
        {!quiet && (
          <>
            <SessionsOverTime histogram={first.histogram} onNarrow={changes.setTimeRange} />
            <EuiSpacer size="s" />
          </>
        )}
        <SshTabs tab={state.tab} answer={first} onChange={changes.setTab}>
          <Panel {...props} />
        </SshTabs>
      </div>
    </>
  );
}
