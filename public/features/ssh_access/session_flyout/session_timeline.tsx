/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSpacer } from '@elastic/eui';
import type { SshSession } from '../../../../common/api/ssh_sessions';
import { formatCount } from '../../../components/count_words';
import { formatDuration } from '../../../components/details/format_duration';
import { Note } from '../../../components/details/note';
import { Section } from '../../../components/details/section';
import { DisplayText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import { notSeenStart } from '../session_notes';
import { stateLabel } from '../ssh_words';
import { CommandEntry } from './command_entry';
import { TimelineItem } from './timeline_item';

export interface SessionTimelineProps {
  session: SshSession;
  onOpen: (id: string) => void;
}

function requestWords(): string {
  return i18n.translate('auditUser.ssh.flyout.requests', {
    defaultMessage: 'Asked for, at some time:',
  });
}

function Login({ session }: { session: SshSession }) {
  const { startedAt, timePrecision, requests, terminals } = session;
  const time: ReactNode = startedAt ? (
    <LogTime time={startedAt} precision={timePrecision} />
  ) : (
    notSeenStart()
  );
  return (
    <TimelineItem
      time={time}
      title={
        startedAt
          ? i18n.translate('auditUser.ssh.flyout.loggedIn', { defaultMessage: 'Login' })
          : i18n.translate('auditUser.ssh.flyout.loginUnseen', {
              defaultMessage: 'The login is not in what was read',
            })
      }
    >
      {requests.length > 0 && (
        <div>
          {requestWords()} <DisplayText text={requests.join(', ')} />
        </div>
      )}
      {terminals.length > 0 && (
        <div>
          {i18n.translate('auditUser.ssh.flyout.terminals', { defaultMessage: 'Terminals:' })}{' '}
          <DisplayText text={terminals.join(', ')} />
        </div>
      )}
    </TimelineItem>
  );
}

function End({ session }: { session: SshSession }) {
  const { endedAt, state, durationMs, timePrecision } = session;
  return (
    <TimelineItem
      time={endedAt ? <LogTime time={endedAt} precision={timePrecision} /> : '–'}
      title={stateLabel(state)}
    >
      {durationMs !== undefined && formatDuration(durationMs)}
    </TimelineItem>
  );
}

/** The session from its login to its end, with what could have been typed in it. */
export function SessionTimeline({ session, onOpen }: SessionTimelineProps) {
  const { commands, commandsLeftOut, id } = session;
  return (
    <Section
      title={i18n.translate('auditUser.ssh.flyout.timeline', { defaultMessage: 'What happened' })}
    >
      <Note>
        {commands.length > 0
          ? i18n.translate('auditUser.ssh.flyout.commandsNote', {
              defaultMessage:
                'The commands are those of sudo and su that could have been typed in this session; each says how surely. What else was typed is in no log.',
            })
          : i18n.translate('auditUser.ssh.flyout.noCommands', {
              defaultMessage:
                'No command of sudo or su in the log could have been typed in this session. What else was typed is in no log.',
            })}
      </Note>
      <EuiSpacer size="s" />
      <ol style={{ listStyle: 'none', margin: 0 }} data-test-subj="auditUserSshTimeline">
        <Login session={session} />
        {commands.map((command, index) => (
          <CommandEntry key={index} command={command} sessionId={id} onOpen={onOpen} />
        ))}
        {commandsLeftOut > 0 && (
          <TimelineItem
            time="…"
            title={i18n.translate('auditUser.ssh.flyout.commandsLeftOut', {
              defaultMessage: '{count} more commands are not listed here',
              values: { count: formatCount(commandsLeftOut) },
            })}
          />
        )}
        <End session={session} />
      </ol>
    </Section>
  );
}
