/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshSession } from '../../../../common/api/ssh_sessions';
import { MarkBadges } from '../../../components/attribution/mark_badges';
import { AuthlogLines } from '../../../components/authlog_lines/authlog_lines';
import { Section } from '../../../components/details/section';
import { DisplayText } from '../../../components/display_text';
import type { FilterFor } from '../filter_handler';
import { stateLabel } from '../ssh_words';
import { AttributionSection } from './attribution_section';
import { LoginSection } from './login_section';
import { SessionTimeline } from './session_timeline';

export interface SessionDetailsProps {
  session: SshSession;
  onOpen: (id: string) => void;
  onFilter: FilterFor;
}

/** Everything that is known of one session: who, how, what, and the lines it rests on. */
export function SessionDetails({ session, onOpen, onFilter }: SessionDetailsProps) {
  const { account, host, cluster, state, marks, attribution, lines, lineCount } = session;
  return (
    <>
      <EuiText>
        <p>
          <strong>
            <DisplayText text={`${account} @ ${host}`} max={300} />
          </strong>
          {', '}
          <DisplayText text={cluster} max={200} />
          <br />
          {stateLabel(state)}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <MarkBadges marks={marks} />
      <EuiSpacer size="l" />
      <AttributionSection
        title={i18n.translate('auditUser.ssh.flyout.who', { defaultMessage: 'Who it was' })}
        attribution={attribution}
        sessionId={session.id}
        onOpen={onOpen}
      />
      <LoginSection session={session} onFilter={onFilter} />
      <SessionTimeline session={session} onOpen={onOpen} />
      <Section
        title={i18n.translate('auditUser.ssh.flyout.lines', {
          defaultMessage: 'Lines of the session, as stored',
        })}
      >
        <AuthlogLines documents={lines} total={lineCount} />
      </Section>
    </>
  );
}
