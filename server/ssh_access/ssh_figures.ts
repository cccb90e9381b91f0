/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshFilters, SshSessionsResponse } from '../../common/api/ssh_sessions';
import { EvenBars } from '../time/even_bars';
import type { Period } from '../time/resolve_time_range';
import type { AuthlogPicture } from './authlog_picture';
import { failureBars } from './failures/to_ssh_failures';
import type { PlacedSession } from './fold_runs';
import type { CommandRecord } from './history/host_history';

const fits = (values: readonly string[] | undefined, value: string): boolean =>
  values === undefined || values.includes(value);

/** Something is asked of sessions that the place of a command does not answer. */
const choosesSessions = ({ accounts, persons, sourceIps, fingerprints, statuses }: SshFilters) =>
  [accounts, persons, sourceIps, fingerprints, statuses].some((values) => values !== undefined);

/**
 * Commands of a period on the chosen clusters and hosts, also those that are of no session; with a filter that
 * chooses sessions, only those that may be of a session chosen.
 */
export function countCommands(
  picture: Pick<AuthlogPicture, 'histories'>,
  chosen: readonly PlacedSession[],
  filters: SshFilters,
  { fromMs, toMs }: Period
): number {
  const ofChosen = choosesSessions(filters)
    ? new Set<CommandRecord>(chosen.flatMap(({ commands }) => commands))
    : undefined;
  let count = 0;
  for (const { cluster, host, commands } of picture.histories.values()) {
    if (!fits(filters.clusters, cluster) || !fits(filters.hosts, host)) continue;
    for (const command of commands) {
      if (command.timeToMs < fromMs || command.timeMs > toMs) continue;
      if (ofChosen === undefined || ofChosen.has(command)) count += 1;
    }
  }
  return count;
}

/** Sessions by when they began, and failed attempts; both as chosen by the filters. */
export function toHistogram(
  chosen: readonly PlacedSession[],
  { failures }: Pick<AuthlogPicture, 'failures'>,
  filters: SshFilters,
  period: Period
): SshSessionsResponse['histogram'] {
  const bars = new EvenBars(period);
  const counts = bars.starts().map((time) => ({ time, sessions: 0, failures: 0 }));
  for (const { session } of chosen) {
    const index = session.startedAt === undefined ? undefined : bars.indexOf(session.earliestMs);
    if (index !== undefined) counts[index].sessions += 1;
  }
  for (const [index, attempts] of failureBars(failures, filters)) {
    if (index in counts) counts[index].failures += attempts;
  }
  return { intervalMs: bars.intervalMs, bars: counts };
}
