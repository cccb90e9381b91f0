/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshFailureGroup, SshFailures } from '../../../common/api/ssh_failures';
import type { FailureCollector, HostFailures } from './failure_collector';

/** Ways of failing listed of one group. */
const MAX_WAYS = 20;

const MAX_LINES = 10;

/** What a failure can be chosen by. */
export interface FailureFilters {
  accounts?: readonly string[];
  clusters?: readonly string[];
  hosts?: readonly string[];
  sourceIps?: readonly string[];
  fingerprints?: readonly string[];
}

const fits = (values: readonly string[] | undefined, value: string | undefined): boolean =>
  values === undefined || (value !== undefined && values.includes(value));

function isChosen(part: HostFailures, filters: FailureFilters): boolean {
  const { fingerprints } = filters;
  return (
    fits(filters.accounts, part.account) &&
    fits(filters.clusters, part.cluster) &&
    fits(filters.hosts, part.host) &&
    fits(filters.sourceIps, part.sourceIp) &&
    (fingerprints === undefined || fingerprints.some((each) => part.fingerprints.has(each)))
  );
}

/** Failures by source and account, most attempts first. */
export function toSshFailures(
  collector: FailureCollector,
  filters: FailureFilters,
  maxGroups: number
): SshFailures {
  const merged = new Map<string, HostFailures[]>();
  for (const part of collector.groups.values()) {
    if (!isChosen(part, filters)) continue;
    const key = JSON.stringify([part.cluster, part.sourceIp ?? null, part.account]);
    const parts = merged.get(key);
    if (parts) parts.push(part);
    else merged.set(key, [part]);
  }
  const groups = [...merged.values()]
    .map(toGroup)
    .sort((a, b) => b.attempts - a.attempts || (a.lastSeen < b.lastSeen ? 1 : -1));
  const left = groups.slice(maxGroups);
  const { attemptsLeftOut } = collector;
  return {
    attempts: sum(groups) + attemptsLeftOut,
    groups: groups.slice(0, maxGroups),
    groupsLeftOut: left.length,
    attemptsLeftOut: sum(left) + attemptsLeftOut,
  };
}

const sum = (groups: readonly SshFailureGroup[]): number =>
  groups.reduce((all, { attempts }) => all + attempts, 0);

function toGroup(parts: readonly HostFailures[]): SshFailureGroup {
  const [first] = parts;
  const ways = new Map<string, number>();
  for (const part of parts) {
    for (const [way, count] of part.ways) ways.set(way, (ways.get(way) ?? 0) + count);
  }
  const total = (of: (part: HostFailures) => number) =>
    parts.reduce((all, part) => all + of(part), 0);
  return {
    cluster: first.cluster,
    ...(first.sourceIp === undefined ? {} : { sourceIp: first.sourceIp }),
    account: first.account,
    invalidAccount: parts.some(({ invalidAccount }) => invalidAccount),
    hosts: parts.map(({ host }) => host).sort(),
    attempts: total(({ attempts }) => attempts),
    connections: total(({ connections }) => connections),
    ways: [...ways]
      .map(([way, count]) => ({ way, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MAX_WAYS),
    firstSeen: new Date(Math.min(...parts.map(({ firstMs }) => firstMs))).toISOString(),
    lastSeen: new Date(Math.max(...parts.map(({ lastMs }) => lastMs))).toISOString(),
    succeededAfter: parts.some(({ succeededAfter }) => succeededAfter),
    lines: parts.flatMap(({ lines }) => lines).slice(0, MAX_LINES),
  };
}
