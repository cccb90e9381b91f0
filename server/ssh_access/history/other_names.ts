/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { HostHistory, OtherPresence } from './host_history';

const label = (host: string): string => host.split('.')[0].toLowerCase();
const hasDomain = (host: string): boolean => host.includes('.');

/** Who was on a host, as somebody who may have been on another one that has the same first label. */
function presencesOf({ host, sessions, commands }: HostHistory): OtherPresence[] {
  const what = `somebody on ${host}, which may be another name of this host`;
  const kind = 'other_login' as const;
  return [
    ...sessions.map(({ account, earliestMs, latestMs, lingersToMs }) => ({
      kind,
      account,
      what,
      fromMs: earliestMs,
      toMs: Math.max(latestMs, lingersToMs),
    })),
    ...commands.flatMap(({ runAs, timeMs, openToMs, denied }) =>
      denied
        ? []
        : runAs.map((account) => ({ kind, account, what, fromMs: timeMs, toMs: openToMs }))
    ),
  ];
}

/**
 * A host may write under its short and under its domain name: whoever was on the one may have been on the other.
 * Two names with a domain are two hosts.
 *
 * @param histories of all hosts; what may have been theirs too is added
 */
export function addOtherNames(histories: readonly HostHistory[]): void {
  const byLabel = new Map<string, HostHistory[]>();
  for (const history of histories) {
    const key = JSON.stringify([history.cluster, label(history.host)]);
    const same = byLabel.get(key);
    if (same) same.push(history);
    else byLabel.set(key, [history]);
  }
  for (const same of byLabel.values()) {
    if (same.length === 1) continue;
    const presences = same.map(presencesOf);
    same.forEach((history, i) =>
      same.forEach((other, j) => {
        if (i === j || (hasDomain(history.host) && hasDomain(other.host))) return;
        for (const presence of presences[j]) history.others.push(presence);
      })
    );
  }
}
