/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshRun, SshSession } from '../../../../common/api/ssh_sessions';

/** A row of the table: a session, or many short ones folded. */
export type SshRow = { kind: 'session'; session: SshSession } | { kind: 'run'; run: SshRun };

/** When a session was first there, as far as the log shows. */
function instantOf({ startedAt, endedAt, commands }: SshSession): number {
  return Date.parse(startedAt ?? commands[0]?.time ?? endedAt ?? '');
}

/** Sessions and runs in one list, newest first. Both come in that order, and neither is put into another. */
export function toRows(sessions: readonly SshSession[], runs: readonly SshRun[]): SshRow[] {
  const rows: SshRow[] = [];
  let next = 0;
  for (const session of sessions) {
    const at = instantOf(session);
    while (next < runs.length && Date.parse(runs[next].startedAt) > at) {
      rows.push({ kind: 'run', run: runs[next] });
      next += 1;
    }
    rows.push({ kind: 'session', session });
  }
  return [...rows, ...runs.slice(next).map((run): SshRow => ({ kind: 'run', run }))];
}
