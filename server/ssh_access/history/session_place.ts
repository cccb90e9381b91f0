/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Period } from '../../time/resolve_time_range';
import type { SessionRecord } from './host_history';

/** Where a session stands in a list: at its login, or where that is not logged at the first that is known of it. */
export interface SessionPlace {
  /** ISO 8601. */
  time: string;
  ms: number;
  /** The login is in the log. */
  loginLogged: boolean;
}

/**
 * Place of a session. One without a login line is at its first line, which may be of VERBOSE only
 * (`Starting session: …`), or its end: it was open before.
 */
export function placeOfSession(session: SessionRecord): SessionPlace {
  const { startedAt, earliestMs, startToMs, endedAt, endMs } = session;
  if (startedAt !== undefined) return { time: startedAt, ms: earliestMs, loginLogged: true };
  const endFirst = endMs !== undefined && endMs <= startToMs;
  return endFirst && endedAt !== undefined
    ? { time: endedAt, ms: endMs, loginLogged: false }
    : { time: new Date(startToMs).toISOString(), ms: startToMs, loginLogged: false };
}

/** A session was open at some moment of the period, as far as the log shows. */
export function isOpenWithin(
  { earliestMs, latestMs }: Pick<SessionRecord, 'earliestMs' | 'latestMs'>,
  { fromMs, toMs }: Period
): boolean {
  return earliestMs <= toMs && latestMs >= fromMs;
}
