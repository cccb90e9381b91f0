/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiPage, EuiPageBody, EuiPageContent, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { countWords, formatCount } from '../../components/count_words';
import { ProveButton } from '../../components/period/prove_button';
import { ViewHeader } from '../../components/period/view_header';
import { Announcement } from '../../components/states/announcement';
import { AnswerFailure } from '../../components/states/answer_failure';
import { AnswerLoading } from '../../components/states/answer_loading';
import { authlogWords } from '../../components/states/authlog_words';
import { DroppedNotice } from '../../components/states/dropped_notice';
import { useRemembered } from '../../components/use_remembered';
import { usePageTitle } from '../../components/use_page_title';
import { useSshState } from '../../url_state/use_ssh_state';
import { SessionDetails } from './session_flyout/session_details';
import { SessionFlyout } from './session_flyout/session_flyout';
import { SessionNotFound } from './session_flyout/session_not_found';
import { SESSION_PAGE_SIZES } from './sessions/sessions_panel';
import { SshAnswerView } from './ssh_answer_view';
import { SshFilterBar } from './ssh_filter_bar';
import { useLinkedSession } from './use_linked_session';
import { useRunSessions } from './use_run_sessions';
import { useSshChanges } from './use_ssh_changes';
import { useSshQuestion } from './use_ssh_question';
import { useSshSessions, type SshAnswer } from './use_ssh_sessions';

function foundWords({ first, sessions, runs, error }: SshAnswer): string | undefined {
  if (error !== undefined || !first) return undefined;
  return i18n.translate('auditUser.ssh.announce', {
    defaultMessage:
      'Sessions found: {total}. Rows shown: {shown}. Refused and failed attempts: {failures}.',
    values: {
      total: countWords(first.total),
      shown: formatCount(sessions.length + runs.length),
      failures: first.failures ? formatCount(first.failures.attempts) : '–',
    },
  });
}

/** Who logged in to which node, with which key, from where, for how long, and what did they run with sudo? */
export function SshAccessView() {
  const title = i18n.translate('auditUser.ssh.title', { defaultMessage: 'SSH access' });
  usePageTitle(title);
  const { state, dropped, change } = useSshState();
  const { question, askAgain } = useSshQuestion(state);
  const [pageSize, setPageSize] = useRemembered('rows.ssh', SESSION_PAGE_SIZES);
  const answer = useSshSessions(question, pageSize);
  const { first, error, sessions, runs, reasons } = answer;
  const runSessions = useRunSessions(
    runs.find(({ id }) => id === state.run),
    question
  );
  const changes = useSshChanges(state, change);
  const loaded = [...sessions, ...(runSessions.data?.sessions ?? [])].find(
    ({ id }) => id === state.session
  );
  const isReading = answer.loading || answer.loadingMore || runSessions.isInitialLoading;
  const isMissing = first !== undefined && !isReading && !loaded;
  const linked = useLinkedSession(isMissing ? state.session : undefined, question);
  const open = loaded ?? linked.data?.sessions.find(({ id }) => id === state.session);
  return (
    <EuiPage paddingSize="s">
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="m" role="region" aria-label={title}>
          <ViewHeader
            title={title}
            timeRange={state.timeRange}
            range={first?.range}
            loading={answer.loading}
            onChange={changes.setTimeRange}
            onRefresh={askAgain}
            actions={<ProveButton parameters={[['source', 'ssh']]} />}
          />
          <DroppedNotice dropped={dropped} />
          <SshFilterBar
            state={state}
            facets={first?.facets}
            leftOut={first?.facetsLeftOut}
            onChange={change}
          />
          <EuiSpacer size="m" />
          <Announcement
            searching={answer.loading || answer.loadingMore || answer.stale}
            found={foundWords(answer)}
            reasons={reasons}
          />
          {error !== undefined && (
            <AnswerFailure error={error} words={authlogWords()} onRetry={askAgain} />
          )}
          {error === undefined && !first && <AnswerLoading words={authlogWords()} />}
          {first && (
            <SshAnswerView
              state={state}
              answer={answer}
              first={first}
              runSessions={runSessions}
              changes={changes}
              pageSize={pageSize}
              onPageSize={setPageSize}
            />
          )}
        </EuiPageContent>
      </EuiPageBody>
      {state.session !== undefined && error === undefined && (
        <SessionFlyout onClose={changes.closeSession}>
          {open ? (
            // Another session starts over: no secret that was shown for one is shown for the next.
            <SessionDetails
              key={open.id}
              session={open}
              onOpen={changes.openSession}
              onFilter={changes.filterFor}
            />
          ) : (
            <SessionNotFound loading={isReading || !isMissing} linked={linked} />
          )}
        </SessionFlyout>
      )}
    </EuiPage>
  );
}
