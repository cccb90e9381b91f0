/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AttributionReason } from '../../common/attribution/attribution';
import type { SessionRecord } from '../ssh_access/history/host_history';
import { quoted, reason } from './reason';

/**
 * What is not sure of a session that counts as one that may have acted.
 *
 * @param lingers it had ended, but systemd-logind had not removed it
 * @param unbounded it had ended, and nothing tells when its last process did
 */
export function reasonsOfSession(
  session: SessionRecord,
  lingers: boolean,
  unbounded: boolean
): AttributionReason[] {
  const source = quoted(session.sourceIp ?? 'an address not logged');
  const reasons: AttributionReason[] = [];
  if (lingers || unbounded) {
    reasons.push(
      reason(
        'process_may_outlive_session',
        lingers
          ? `The session from ${source} had ended, but systemd-logind had not removed it yet: a process of it may still have run.`
          : `The session from ${source} had ended less than a day before; the log holds no lines of systemd-logind about it that would show whether a command of it still ran.`
      )
    );
  }
  if (session.startedAt === undefined) {
    reasons.push(
      reason(
        'session_began_before_log',
        `A session of ${quoted(session.account)} began before the log that was read: nothing says whose it is.`
      )
    );
  } else if (session.state === 'end_not_logged') {
    reasons.push(
      reason(
        'session_end_not_logged',
        `The end of the session from ${source} is not in the log: it may still have been open.`
      )
    );
  }
  if (session.precision === 'hour_unknown') {
    reasons.push(reason('time_not_exact', 'The hour of a login is not in the log, only its day.'));
  }
  return reasons;
}
