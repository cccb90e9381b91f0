/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import {
  DEFAULT_SESSION_LIMIT,
  MAX_SESSION_LIMIT,
  type SshSessionsResponse,
} from '../../../../common/api/ssh_sessions';
import { CallOut } from '../../../components/call_out';
import { LoadMore } from '../../../components/paging/load_more';
import { authlogWords } from '../../../components/states/authlog_words';
import type { SshState } from '../../../url_state/ssh_state';
import { NoSession } from '../states/no_session';
import type { RunSessions } from '../use_run_sessions';
import type { SshChanges } from '../use_ssh_changes';
import type { SshAnswer } from '../use_ssh_sessions';
import { RunContent } from './run_content';
import { SessionTable } from './session_table';
import { toRows } from './to_rows';

/** A screenful or several, a busy day, and as many as the server gives at once. */
export const SESSION_PAGE_SIZES: readonly [number, ...number[]] = [
  DEFAULT_SESSION_LIMIT,
  500,
  MAX_SESSION_LIMIT,
];

export interface SessionsPanelProps {
  state: SshState;
  answer: SshAnswer;
  first: SshSessionsResponse;
  runSessions: RunSessions;
  changes: SshChanges;
  pageSize: number;
  onPageSize: (size: number) => void;
}

/** The sessions, or that there are none. */
export function SessionsPanel(props: SessionsPanelProps) {
  const { state, answer, first, runSessions, changes, pageSize, onPageSize } = props;
  const { sessions, runs, stale, hasMore, reasons } = answer;
  const rows = useMemo(() => toRows(sessions, runs), [sessions, runs]);
  const run = runs.find(({ id }) => id === state.run);
  if (rows.length === 0 && !stale && !hasMore) {
    return (
      <NoSession
        filters={state.filters}
        answer={first}
        reasons={reasons}
        onClear={changes.clearFilters}
      />
    );
  }
  return (
    <>
      {state.run !== undefined && !run && !stale && (
        <CallOut
          size="s"
          color="warning"
          iconType="alert"
          title={i18n.translate('auditUser.ssh.run.notLoaded', {
            defaultMessage: 'The run that this address unfolds is not among the rows below',
          })}
        />
      )}
      <SessionTable
        rows={rows}
        caption={i18n.translate('auditUser.ssh.sessions.caption', {
          defaultMessage: 'SSH sessions, newest first',
        })}
        openSession={state.session}
        openRun={state.run}
        runContent={
          run && (
            <RunContent
              run={run}
              answer={runSessions}
              openSession={state.session}
              onOpen={changes.openSession}
              onFilter={changes.filterFor}
            />
          )
        }
        onOpen={changes.openSession}
        onFilter={changes.filterFor}
        onToggleRun={changes.toggleRun}
      />
      <EuiSpacer size="m" />
      <LoadMore
        paging={answer}
        shown={sessions.length + runs.reduce((sum, { sessions: folded }) => sum + folded, 0)}
        total={first.total}
        pageSize={pageSize}
        pageSizes={SESSION_PAGE_SIZES}
        onPageSize={onPageSize}
        failedTitle={i18n.translate('auditUser.ssh.sessions.moreFailed', {
          defaultMessage: 'The next sessions could not be loaded; the list ends too early',
        })}
        words={authlogWords()}
      />
    </>
  );
}
