/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AttributionCandidate, AttributionReason } from '../../common/attribution/attribution';
import { quoted, reason } from './reason';

/** A login of which the collector lost account and address: it may have been on any host of its cluster. */
export interface DamagedLogin {
  cluster: string;
  fromMs: number;
  toMs: number;
  fingerprint?: string;
  /** Whose key it is, by the directory. */
  persons: readonly string[];
}

/** What the log could not show, for all hosts. */
export interface LogLimits {
  damagedLogins: readonly DamagedLogin[];
  /** Shards failed or time ran out: a login line may be among what was not read. */
  linesMissing: boolean;
  /** Lines of sudo and su before this were not read: who became whom then is not known. */
  commandsKnownFromMs?: number;
}

/** Everybody who may have acted because part of the log could not be read. */
export function actorsNotRead(
  cluster: string,
  fromMs: number,
  toMs: number,
  limits: LogLimits
): { candidates: AttributionCandidate[]; reasons: AttributionReason[] } {
  const candidates: AttributionCandidate[] = [];
  const reasons: AttributionReason[] = [];
  for (const login of limits.damagedLogins) {
    if (login.cluster !== cluster || login.fromMs > toMs || login.toMs < fromMs) continue;
    const { fingerprint, persons } = login;
    const base = fingerprint === undefined ? {} : { fingerprint };
    candidates.push(
      ...(persons.length > 0 ? persons.map((person) => ({ person, ...base })) : [base])
    );
    reasons.push(
      reason(
        'lines_missing',
        `A login in the cluster lost its account, address and host in collection${fingerprint ? ` (key ${quoted(fingerprint)})` : ''}: it may have been here.`
      )
    );
  }
  if (limits.linesMissing) {
    candidates.push({});
    reasons.push(
      reason('lines_missing', 'Part of the log could not be read: a login may be among it.')
    );
  }
  return { candidates, reasons };
}
