/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../common/api/completeness';
import type { SshFailureGroup, SshFailures } from '../../../common/api/ssh_failures';
import { OTHER_WAYS, type FailureCollector, type HostFailures } from './failure_collector';

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

/** Whether something other than everything was asked for. */
const isNarrowed = ({ accounts, clusters, hosts, sourceIps, fingerprints }: FailureFilters) =>
  [accounts, clusters, hosts, sourceIps, fingerprints].some((values) => values !== undefined);

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
  // Nothing tells whether what was not told apart matches: `failureReasons` says so.
  const attemptsLeftOut = isNarrowed(filters) ? 0 : collector.attemptsLeftOut;
  return {
    attempts: sum(groups) + attemptsLeftOut,
    groups: groups.slice(0, maxGroups),
    groupsLeftOut: left.length,
    attemptsLeftOut: sum(left) + attemptsLeftOut,
  };
}

/** Attempts that match, by bar of the period's chart. */
export function failureBars(
  collector: FailureCollector,
  filters: FailureFilters
): Map<number, number> {
  const bars = new Map<number, number>();
  for (const part of collector.groups.values()) {
    if (!isChosen(part, filters)) continue;
    for (const [bar, attempts] of part.bars) bars.set(bar, (bars.get(bar) ?? 0) + attempts);
  }
  return bars;
}

/** What the figures, the list and the chart of failures leave out, since there is too much of it. */
export function failureReasons(
  { attemptsLeftOut, attemptsNotDrawn, keysLeftOut, bounds }: FailureCollector,
  filters: FailureFilters
): CompletenessReason[] {
  const toReason = (count: number, message: string): CompletenessReason[] =>
    count === 0 ? [] : [{ code: 'scan_limit_reached', source: 'authlog', count, message }];
  const beyond = `${attemptsLeftOut} failed attempts are beyond the first ${bounds.groups} combinations of host, source and account`;
  return [
    ...toReason(
      attemptsLeftOut,
      isNarrowed(filters)
        ? `${beyond}: whether they match the filters is not known, and they are in no figure. Ask for a shorter period.`
        : `${beyond}: they are counted, and neither listed nor in the chart.`
    ),
    ...toReason(
      attemptsNotDrawn,
      `${attemptsNotDrawn} failed attempts are counted and not in the chart.`
    ),
    ...toReason(
      filters.fingerprints === undefined ? 0 : keysLeftOut,
      `The keys of ${keysLeftOut} failed attempts were not kept: some of them may match the filter by key.`
    ),
  ];
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
    ways: toWays(ways),
    firstSeen: new Date(Math.min(...parts.map(({ firstMs }) => firstMs))).toISOString(),
    lastSeen: new Date(Math.max(...parts.map(({ lastMs }) => lastMs))).toISOString(),
    succeededAfter: parts.some(({ succeededAfter }) => succeededAfter),
    lines: parts.flatMap(({ lines }) => lines).slice(0, MAX_LINES),
  };
}

/** Ways of failing, most frequent first; what is beyond those listed comes last, in one. */
function toWays(counts: ReadonlyMap<string, number>): SshFailureGroup['ways'] {
  const ways = [...counts]
    .map(([way, count]) => ({ way, count }))
    .filter(({ way }) => way !== OTHER_WAYS)
    .sort((a, b) => b.count - a.count);
  const rest = ways
    .slice(MAX_WAYS)
    .reduce((all, { count }) => all + count, counts.get(OTHER_WAYS) ?? 0);
  return [...ways.slice(0, MAX_WAYS), ...(rest > 0 ? [{ way: OTHER_WAYS, count: rest }] : [])];
}
