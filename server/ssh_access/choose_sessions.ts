/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshFilters, SshSessionsRequest } from '../../common/api/ssh_sessions';
import type { PlacedSession } from './fold_runs';

const fits = (values: readonly string[] | undefined, value: string | undefined): boolean =>
  values === undefined || (value !== undefined && values.includes(value));

function isChosen({ session, login }: PlacedSession, filters: SshFilters): boolean {
  const { attribution } = login;
  return (
    fits(filters.accounts, session.account) &&
    fits(filters.clusters, session.cluster) &&
    fits(filters.hosts, session.host) &&
    fits(filters.sourceIps, session.sourceIp) &&
    fits(filters.fingerprints, session.key?.fingerprint) &&
    fits(filters.statuses, attribution.status) &&
    (filters.persons === undefined ||
      attribution.candidates.some(({ person }) => fits(filters.persons, person)))
  );
}

/** The sessions that a request wants: one by its id, whatever the filters, or those that the filters choose. */
export function chooseSessions(
  all: readonly PlacedSession[],
  { session: id, filters: asked = {} }: Pick<SshSessionsRequest, 'session' | 'filters'>
): { filters: SshFilters; chosen: PlacedSession[] } {
  return id === undefined
    ? { filters: asked, chosen: all.filter((placed) => isChosen(placed, asked)) }
    : { filters: {}, chosen: all.filter(({ session }) => session.id === id) };
}
