/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshSession, SshSessionsResponse, ValueCount } from '../../common/api/ssh_sessions';

/** Values listed of one facet, most frequent first. */
const MAX_VALUES = 500;

function countValues(
  sessions: readonly SshSession[],
  valuesOf: (session: SshSession) => ReadonlyArray<string | undefined>
): ValueCount[] {
  const counts = new Map<string, number>();
  for (const session of sessions) {
    for (const value of new Set(valuesOf(session))) {
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}

/** Values by which the sessions of a period can be chosen, whatever is chosen already. */
export function toFacets(sessions: readonly SshSession[]): SshSessionsResponse['facets'] {
  return {
    accounts: countValues(sessions, ({ account }) => [account]),
    persons: countValues(sessions, ({ attribution }) =>
      attribution.candidates.map(({ person }) => person)
    ),
    clusters: countValues(sessions, ({ cluster }) => [cluster]),
    hosts: countValues(sessions, ({ host }) => [host]),
    sourceIps: countValues(sessions, ({ sourceIp }) => [sourceIp]),
    fingerprints: countValues(sessions, ({ fingerprint }) => [fingerprint]),
    statuses: countValues(sessions, ({ attribution }) => [attribution.status]),
  };
}
