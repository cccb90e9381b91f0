/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { EuiAccordion, EuiCodeBlock, EuiIcon, EuiSpacer, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshCommand } from '../../../../common/api/ssh_sessions';
import { AttributionBadge } from '../../../components/attribution/attribution_badge';
import { AttributionReasons } from '../../../components/attribution/attribution_reasons';
import { AuthlogLines } from '../../../components/authlog_lines/authlog_lines';
import { CopyButton } from '../../../components/details/copy_button';
import { DisplayText, shorten, toVisibleText } from '../../../components/display_text';
import { LINK_TARGET } from '../../../components/link_styles';
import { LogTime } from '../../../components/log_time';
import { Candidates } from './candidates';
import { TimelineItem } from './timeline_item';

export interface CommandEntryProps {
  command: SshCommand;
  /** The session that is shown. */
  sessionId: string;
  onOpen: (id: string) => void;
}

function titleOf({ program, account, runAs, outcome }: SshCommand): string {
  const values = {
    program,
    account: toVisibleText(account),
    runAs: toVisibleText(
      runAs ??
        i18n.translate('auditUser.ssh.flyout.runAsUnknown', {
          defaultMessage: 'an account that the line does not tell',
        })
    ),
  };
  return outcome === 'allowed'
    ? i18n.translate('auditUser.ssh.flyout.allowed', {
        defaultMessage: '{program}: {account} became {runAs}',
        values,
      })
    : i18n.translate('auditUser.ssh.flyout.denied', {
        defaultMessage: '{program}: {account} was refused to become {runAs}',
        values,
      });
}

/** A command of sudo or su: what, whether it was allowed, who it was and why that is said. */
export function CommandEntry({ command: entry, sessionId, onOpen }: CommandEntryProps) {
  const [id] = useState(() => htmlIdGenerator('sshCommand')());
  const [showsLines, setShowsLines] = useState(false);
  const { time, timePrecision, command, masked, tty, pwd, outcome, refusal, attribution } = entry;
  const what = i18n.translate('auditUser.ssh.flyout.command', { defaultMessage: 'the command' });
  const { shown, hidden } = shorten(command ?? '');
  return (
    <TimelineItem
      time={<LogTime time={time} precision={timePrecision} />}
      title={
        <>
          {outcome === 'denied' && <EuiIcon type="lock" size="s" />} {titleOf(entry)}
        </>
      }
    >
      {refusal !== undefined && (
        <div>
          <DisplayText text={refusal} max={300} />
        </div>
      )}
      {command !== undefined && (
        <div style={{ display: 'flex', alignItems: 'flex-start' }}>
          <EuiCodeBlock paddingSize="s" fontSize="s" transparentBackground whiteSpace="pre-wrap">
            {`${toVisibleText(shown)}${hidden > 0 ? ' …' : ''}`}
          </EuiCodeBlock>
          <CopyButton text={command} what={what} />
        </div>
      )}
      {masked && (
        <div>
          {i18n.translate('auditUser.ssh.flyout.masked', {
            defaultMessage:
              'Likely secrets are masked; where the configuration allows it, the lines below show them.',
          })}
        </div>
      )}
      {(tty !== undefined || pwd !== undefined) && (
        <div>
          <DisplayText
            text={[tty, pwd].filter((part) => part !== undefined).join(', ')}
            max={300}
          />
        </div>
      )}
      <EuiSpacer size="xs" />
      <AttributionBadge attribution={attribution} />
      <EuiAccordion
        buttonProps={{ style: LINK_TARGET }}
        id={id}
        buttonContent={i18n.translate('auditUser.ssh.flyout.why', {
          defaultMessage: 'Why this is said',
        })}
      >
        <AttributionReasons reasons={attribution.reasons} />
        <Candidates attribution={attribution} sessionId={sessionId} onOpen={onOpen} />
      </EuiAccordion>
      <EuiAccordion
        buttonProps={{ style: LINK_TARGET }}
        id={`${id}-lines`}
        buttonContent={i18n.translate('auditUser.ssh.flyout.commandLines', {
          defaultMessage: 'Lines, as stored',
        })}
        onToggle={setShowsLines}
      >
        {showsLines && <AuthlogLines documents={entry.lines} />}
      </EuiAccordion>
    </TimelineItem>
  );
}
