/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../../authlog/parse_message';
import { toAuthlogLine } from '../../authlog/to_authlog_line';
import { FailureCollector, type FailureBounds } from './failure_collector';

/** The day that tests of failures are about. */
export const DAY = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-27T23:59:59.999Z'),
};

/** A line of sshd, as short as a test can write it: time of the day, pid, message, host. */
export type SshdLine = readonly [at: string, pid: string, message: string, host?: string];

/** What is collected of these lines of the day. */
export function collected(lines: readonly SshdLine[], bounds?: FailureBounds): FailureCollector {
  const collector = new FailureCollector(DAY, bounds);
  lines.forEach(([at, pid, message, host = 'node-1'], order) => {
    const source = {
      host,
      ident: 'sshd',
      pid,
      message,
      '@timestamp': `2026-01-27T${at}Z`,
      'cluster.name': 'wc',
    };
    const result = toAuthlogLine(
      { index: 'authlog', id: String(order), order, source },
      { timeZone: 'UTC' }
    );
    if (!('line' in result)) throw new Error(result.damaged.why);
    collector.add(result.line, parseMessage(result.line.ident, result.line.message));
  });
  collector.finish();
  return collector;
}
