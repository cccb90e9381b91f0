/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshSession } from '../../../../common/api/ssh_sessions';
import { toVisibleText } from '../../../components/display_text';
import { LINK_TARGET } from '../../../components/link_styles';
import { hourNotKnown, logTimeWords } from '../../../components/log_time_words';
import { useDateFormat } from '../../../components/use_date_format';
import { notSeenStart, repairedTime } from '../session_notes';

export interface StartCellProps {
  session: SshSession;
  onOpen: (id: string) => void;
}

/** When the session began; opens it. */
export function StartCell({ session, onOpen }: StartCellProps) {
  const format = useDateFormat();
  const { id, startedAt, timePrecision, account, host, repaired } = session;
  const { text: start, title } = startedAt
    ? logTimeWords(startedAt, timePrecision, format)
    : { text: notSeenStart(), title: undefined };
  const isVague = startedAt !== undefined && timePrecision === 'hour_unknown';
  return (
    <>
      <EuiLink
        style={LINK_TARGET}
        title={title}
        aria-haspopup="dialog"
        aria-label={i18n.translate('auditUser.ssh.openSession', {
          defaultMessage: '{start}: show the session of {account} on {host}',
          values: { start, account: toVisibleText(account), host: toVisibleText(host) },
        })}
        onClick={() => onOpen(id)}
      >
        {start}
      </EuiLink>
      <EuiText size="xs" color="subdued">
        {isVague && <p>{hourNotKnown()}</p>}
        {repaired && <p>{repairedTime()}</p>}
      </EuiText>
    </>
  );
}
