/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshSessionsResponse, ValueCount } from '../../common/api/ssh_sessions';
import type { PlacedSession } from './fold_runs';

/** Values listed of one facet, most frequent first. */
const MAX_VALUES = 500;

function countValues(
  sessions: readonly PlacedSession[],
  valuesOf: (session: PlacedSession) => ReadonlyArray<string | undefined>
): ValueCount[] {
  const counts = new Map<string, number>();
  for (const session of sessions) {
    for (const value of new Set(valuesOf(session))) {
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Values by which the sessions of a period can be chosen, whatever is chosen already, and how many are not listed. */
export function toFacets(
  sessions: readonly PlacedSession[]
): Pick<SshSessionsResponse, 'facets' | 'facetsLeftOut'> {
  const all: SshSessionsResponse['facets'] = {
    accounts: countValues(sessions, ({ session }) => [session.account]),
    persons: countValues(sessions, ({ login }) =>
      login.attribution.candidates.map(({ person }) => person)
    ),
    clusters: countValues(sessions, ({ session }) => [session.cluster]),
    hosts: countValues(sessions, ({ session }) => [session.host]),
    sourceIps: countValues(sessions, ({ session }) => [session.sourceIp]),
    fingerprints: countValues(sessions, ({ session }) => [session.key?.fingerprint]),
    statuses: countValues(sessions, ({ login }) => [login.attribution.status]),
  };
  const leftOut: NonNullable<SshSessionsResponse['facetsLeftOut']> = {};
  for (const facet of Object.keys(all) as Array<keyof typeof all>) {
    const beyond = all[facet].length - MAX_VALUES;
    if (beyond <= 0) continue;
    leftOut[facet] = beyond;
    all[facet] = all[facet].slice(0, MAX_VALUES);
  }
  return { facets: all, ...(Object.keys(leftOut).length > 0 ? { facetsLeftOut: leftOut } : {}) };
}
