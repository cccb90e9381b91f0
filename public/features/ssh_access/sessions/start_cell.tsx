/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshSession } from '../../../../common/api/ssh_sessions';
import { toVisibleText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import { logTimeWords } from '../../../components/log_time_words';
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
  const start = startedAt ? logTimeWords(startedAt, timePrecision, format).text : notSeenStart();
  return (
    <>
      <EuiLink
        onClick={() => onOpen(id)}
        aria-label={i18n.translate('auditUser.ssh.openSession', {
          defaultMessage: '{start}: show the session of {account} on {host}',
          values: { start, account: toVisibleText(account), host: toVisibleText(host) },
        })}
      >
        {startedAt ? <LogTime time={startedAt} precision={timePrecision} /> : notSeenStart()}
      </EuiLink>
      {repaired && (
        <EuiText size="xs" color="subdued">
          <p>{repairedTime()}</p>
        </EuiText>
      )}
    </>
  );
}
