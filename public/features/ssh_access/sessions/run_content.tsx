/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiLoadingContent, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { MAX_SESSION_LIMIT, type SshRun } from '../../../../common/api/ssh_sessions';
import { CallOut } from '../../../components/call_out';
import { formatCount } from '../../../components/count_words';
import { toVisibleText } from '../../../components/display_text';
import { authlogWords } from '../../../components/states/authlog_words';
import { CompletenessCallout } from '../../../components/states/completeness_callout';
import { failureWords } from '../../../components/states/failure_words';
import { isOfRun, type RunSessions } from '../use_run_sessions';
import type { RowHandlers } from './row_handlers';
import { SessionTable } from './session_table';

export interface RunContentProps extends RowHandlers {
  run: SshRun;
  answer: RunSessions;
  openSession?: string;
}

/** Runs do not stand inside of runs. */
const NOTHING_TO_TOGGLE = () => undefined;

/** The sessions of a run, asked for on their own, and what is missing of them. */
export function RunContent({ run, answer, openSession, onOpen, onFilter }: RunContentProps) {
  if (answer.isError) {
    const { title, body, iconType } = failureWords(answer.error, authlogWords());
    return (
      <div role="alert">
        <CallOut size="s" color="danger" iconType={iconType} title={title}>
          <p>{toVisibleText(body)}</p>
          <EuiButton size="s" onClick={() => void answer.refetch()}>
            {i18n.translate('auditUser.failure.retry', { defaultMessage: 'Try again' })}
          </EuiButton>
        </CallOut>
      </div>
    );
  }
  if (!answer.data) return <EuiLoadingContent lines={3} />;
  const sessions = answer.data.sessions.filter((session) => isOfRun(session, run));
  return (
    <div data-test-subj="auditUserSshRun">
      <CompletenessCallout reasons={answer.data.completeness.reasons} />
      {sessions.length !== run.sessions && (
        <EuiText size="s">
          <p>
            {i18n.translate('auditUser.ssh.run.differs', {
              defaultMessage:
                'The run holds {expected} sessions; {listed} are listed here: those that were open at any time between its start and its end, at most {limit} at once.',
              values: {
                expected: formatCount(run.sessions),
                listed: formatCount(sessions.length),
                limit: formatCount(MAX_SESSION_LIMIT),
              },
            })}
          </p>
        </EuiText>
      )}
      <SessionTable
        rows={sessions.map((session) => ({ kind: 'session', session }))}
        caption={i18n.translate('auditUser.ssh.run.caption', {
          defaultMessage: 'Sessions of the run of {account}',
          values: { account: toVisibleText(run.account) },
        })}
        openSession={openSession}
        onOpen={onOpen}
        onFilter={onFilter}
        onToggleRun={NOTHING_TO_TOGGLE}
      />
    </div>
  );
}
