/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import type { SshSession } from '../../../../common/api/ssh_sessions';
import { formatDuration } from '../../../components/details/format_duration';
import { LogTime } from '../../../components/log_time';
import { stateLabel } from '../ssh_words';

/** How the session stands, when it ended, and how long it took. */
export function EndCell({ session }: { session: SshSession }) {
  const { state, endedAt, durationMs, timePrecision } = session;
  return (
    <>
      <div>{stateLabel(state)}</div>
      {endedAt !== undefined && (
        <EuiText size="xs">
          <LogTime time={endedAt} precision={timePrecision} />
        </EuiText>
      )}
      {durationMs !== undefined && (
        <EuiText size="xs" color="subdued">
          <p>{formatDuration(durationMs)}</p>
        </EuiText>
      )}
    </>
  );
}
