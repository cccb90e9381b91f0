/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogPicture } from '../ssh_access/authlog_picture';
import type { SessionRecord } from '../ssh_access/history/host_history';
import type { Period } from '../time/resolve_time_range';
import {
  toBaseline,
  toFirstSeenFinding,
  type FirstSeen,
  type FirstSeenDimension,
} from './first_seen';
import type { FoundFinding } from './found_finding';

interface SessionDimension extends FirstSeenDimension {
  valueOf(session: SessionRecord): string | undefined;
}

const DIMENSIONS: readonly SessionDimension[] = [
  {
    id: 'account',
    title: 'Accounts that logged in over SSH for the first time',
    of: 'Accounts of accepted logins',
    valueOf: ({ account }) => account,
  },
  {
    id: 'key',
    title: 'Keys and certificates that logged in for the first time',
    of: 'Fingerprints of keys, and ids of certificates, of accepted logins',
    valueOf: ({ key, certificate }) => certificate?.id ?? key?.fingerprint,
  },
  {
    id: 'source',
    title: 'Addresses from which somebody logged in for the first time',
    of: 'Source addresses of accepted logins',
    valueOf: ({ sourceIp }) => sourceIp,
  },
  {
    id: 'host',
    title: 'Hosts that somebody logged in to for the first time',
    of: 'Hosts of accepted logins',
    valueOf: ({ cluster, host }) => `${host} (${cluster})`,
  },
  {
    id: 'cluster',
    title: 'Clusters that somebody logged in to for the first time',
    of: 'Clusters of accepted logins',
    valueOf: ({ cluster }) => cluster,
  },
];

/** Places told of one value. */
const MAX_TOLD = 3;

interface Seen extends FirstSeen {
  accounts: Set<string>;
  hosts: Set<string>;
}

/**
 * Accepted logins of the period with something that no login of the time before had.
 *
 * @param picture read with logins of the time before
 * @param oldestMs the first line kept
 */
export function authlogFirstSeen(
  picture: AuthlogPicture,
  period: Period,
  askedDays: number,
  oldestMs: number | undefined,
  why: readonly string[]
): FoundFinding[] {
  const { read } = picture;
  // Logins before this were not read, as there are too many: they are as good as not kept.
  const known = oldestMs === undefined ? undefined : Math.max(oldestMs, read.knownFromMs);
  const baseline = toBaseline(period, askedDays, known);
  const uncertain = read.linesMissing
    ? [
        'Lines of the time before the period could not be read: what is not among the others may be there.',
      ]
    : [];
  return DIMENSIONS.map((dimension) => {
    const usual = new Set<string>();
    const now = new Map<string, Seen>();
    for (const { sessions } of picture.histories.values()) {
      for (const session of sessions) {
        const value = dimension.valueOf(session);
        const { startedAt, earliestMs, startToMs, account, host } = session;
        if (value === undefined || startedAt === undefined || earliestMs > period.toMs) continue;
        // Where the time is not exact, the login may be of the period: then it counts for that.
        if (startToMs < period.fromMs) {
          if (earliestMs >= baseline.period.fromMs) usual.add(value);
          continue;
        }
        const seen = now.get(value) ?? {
          value,
          count: 0,
          firstMs: earliestMs,
          accounts: new Set(),
          hosts: new Set(),
        };
        seen.count += 1;
        seen.firstMs = Math.min(seen.firstMs, earliestMs);
        if (seen.accounts.size < MAX_TOLD) seen.accounts.add(account);
        if (seen.hosts.size < MAX_TOLD) seen.hosts.add(host);
        now.set(value, seen);
      }
    }
    const found = [...now.values()]
      .filter(({ value }) => !usual.has(value))
      .map(({ accounts, hosts, ...seen }) => ({
        ...seen,
        with: `as ${[...accounts].sort().join(', ')} on ${[...hosts].sort().join(', ')}`,
      }));
    return toFirstSeenFinding(dimension, baseline, found, why, uncertain);
  });
}
