/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from '../../authlog/authlog_record';
import type { SessionRecord } from './host_history';

/**
 * A session of which this line is the first that is known.
 *
 * @param startLogged the line is that of the login; else the session began some time before
 */
export function toSession(
  line: AuthlogLine,
  startLogged: boolean,
  facts: Pick<SessionRecord, 'id' | 'cluster' | 'host' | 'account' | 'method'>
): SessionRecord {
  // Written out, every field in its place: with a spread V8 keeps a shape for each of very many sessions.
  return {
    id: facts.id,
    cluster: facts.cluster,
    host: facts.host,
    account: facts.account,
    method: facts.method,
    pid: startLogged ? line.pid : undefined,
    startedAt: startLogged ? line.time : undefined,
    earliestMs: startLogged ? line.timeMs : -Infinity,
    startToMs: line.timeToMs,
    latestMs: Infinity,
    lingersToMs: -Infinity,
    state: 'open',
    precision: line.precision,
    repaired: line.repaired,
    verbose: false,
    terminals: [],
    requests: [],
    logindIds: [],
    knownToLogind: false,
    lines: [],
    lineCount: 0,
  };
}
