/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCompleteness } from '../../common/api/completeness';
import {
  MAX_FAILURE_GROUPS,
  type SshFailuresRequest,
  type SshFailuresResponse,
} from '../../common/api/ssh_failures';
import {
  DEFAULT_SESSION_LIMIT,
  type SshCommand,
  type SshFilters,
  type SshSession,
  type SshSessionsRequest,
  type SshSessionsResponse,
} from '../../common/api/ssh_sessions';
import type { AttributionOptions } from '../attribution/directory_view';
import type { AuthlogOptions } from '../authlog/authlog_options';
import { readDirectory, type DirectoryOptions } from '../directory/directory_service';
import { AuditError } from '../errors/audit_error';
import { decodeListCursor, encodeListCursor, takePage } from '../paging/list_cursor';
import type { ScopedSearch } from '../search/scoped_search';
import { EvenBars } from '../time/even_bars';
import { resolveTimeRange, toResolvedRange, type Period } from '../time/resolve_time_range';
import { readPicture, type AuthlogPicture } from './authlog_picture';
import { toSshFailures } from './failures/to_ssh_failures';
import { foldRuns } from './fold_runs';
import type { SessionRecord } from './history/host_history';
import { toFacets } from './ssh_facets';
import { toSshCommand, toSshSession } from './to_ssh_session';

/** What the SSH routes depend on. */
export interface SshOptions {
  authlog: AuthlogOptions;
  attribution: Omit<AttributionOptions, 'directoryReadable'>;
  directory: DirectoryOptions;
}

/** Reads directory and authlog: the picture that every view of SSH and group accounts rests on. */
export async function readSshPicture(
  period: Period,
  search: ScopedSearch,
  options: SshOptions,
  now: Date
): Promise<{ picture: AuthlogPicture; directory: Awaited<ReturnType<typeof readDirectory>> }> {
  const directory = await readDirectory(search, options.directory);
  const attribution = {
    ...options.attribution,
    directoryReadable: directory.state !== 'forbidden',
  };
  const picture = await readPicture(
    period,
    search,
    directory.directory,
    options.authlog,
    attribution,
    now
  );
  return { picture, directory };
}

/** A session was open at some moment of the period, as far as the log shows. */
function isWithin(session: SessionRecord, { fromMs, toMs }: Period): boolean {
  return session.earliestMs <= toMs && session.latestMs >= fromMs;
}

/** Sessions of the period with the commands that may be theirs. */
export function sessionsOf(picture: AuthlogPicture, period: Period, mask: boolean): SshSession[] {
  const sessions: SshSession[] = [];
  for (const history of picture.histories.values()) {
    const bySession = new Map<string, SshCommand[]>();
    for (const command of history.commands) {
      if (command.timeToMs < period.fromMs || command.timeMs > period.toMs) continue;
      const attribution = picture.commands.get(command);
      if (!attribution || attribution.status === 'unidentified') {
        // Nobody was there: its candidates are hints only, and it belongs to no session.
        if (!attribution?.reasons.some(({ code }) => code === 'person_not_known_in_open_session')) {
          continue;
        }
      }
      const answered = toSshCommand(command, attribution, mask);
      for (const id of new Set(attribution.candidates.map(({ sessionId }) => sessionId))) {
        if (id === undefined) continue;
        const known = bySession.get(id);
        if (known) known.push(answered);
        else bySession.set(id, [answered]);
      }
    }
    for (const session of history.sessions) {
      const login = picture.logins.get(session);
      if (!login || !isWithin(session, period)) continue;
      sessions.push(toSshSession(session, login, bySession.get(session.id) ?? []));
    }
  }
  return sessions;
}

const fits = (values: readonly string[] | undefined, value: string | undefined): boolean =>
  values === undefined || (value !== undefined && values.includes(value));

function isChosen(session: SshSession, filters: SshFilters): boolean {
  const { attribution } = session;
  return (
    fits(filters.accounts, session.account) &&
    fits(filters.clusters, session.cluster) &&
    fits(filters.hosts, session.host) &&
    fits(filters.sourceIps, session.sourceIp) &&
    fits(filters.fingerprints, session.fingerprint) &&
    fits(filters.statuses, attribution.status) &&
    (filters.persons === undefined ||
      attribution.candidates.some(({ person }) => fits(filters.persons, person)))
  );
}

const startMs = ({ startedAt }: { startedAt?: string }): number =>
  startedAt === undefined ? 0 : Date.parse(startedAt);

function countCommands(picture: AuthlogPicture, { fromMs, toMs }: Period): number {
  let commands = 0;
  for (const history of picture.histories.values()) {
    for (const { timeMs } of history.commands)
      if (timeMs >= fromMs && timeMs <= toMs) commands += 1;
  }
  return commands;
}

/**
 * Answers `ssh_sessions`: the sessions that were open in the period, newest first, with what was run in them
 * and by whom; with charts and facets over all of them.
 */
export async function listSshSessions(
  request: SshSessionsRequest,
  search: ScopedSearch,
  options: SshOptions,
  now: Date
): Promise<SshSessionsResponse> {
  const { authlog } = options;
  if (request.unmask === true && !authlog.allowUnmask) {
    throw new AuditError('forbidden', 'Showing masked values is switched off here');
  }
  const question = [request.timeRange, request.filters ?? {}, request.foldRuns === true];
  const cursor =
    request.cursor === undefined ? undefined : decodeListCursor(request.cursor, question);
  const period = cursor
    ? { fromMs: cursor.fromMs, toMs: cursor.toMs }
    : resolveTimeRange(request.timeRange, now);
  const { picture, directory } = await readSshPicture(period, search, options, now);
  const mask = authlog.maskSecrets && request.unmask !== true;
  const all = sessionsOf(picture, picture.read.period, mask);
  const filters = request.filters ?? {};
  const chosen = all.filter((session) => isChosen(session, filters));
  const folded = request.foldRuns === true ? foldRuns(chosen) : { sessions: chosen, runs: [] };
  const { page, next } = takePage(
    [...folded.sessions, ...folded.runs],
    (row) => ({ ms: startMs(row), id: row.id }),
    cursor?.after,
    request.limit ?? DEFAULT_SESSION_LIMIT
  );
  const isRun = (row: (typeof page)[number]): row is (typeof folded.runs)[number] => 'hosts' in row;
  const count = (status: string) =>
    chosen.filter(({ attribution }) => attribution.status === status).length;
  const reasons = [...picture.read.reasons, ...directory.reasons];
  const cut = reasons.some(({ code }) =>
    ['scan_limit_reached', 'shard_failures', 'timed_out'].includes(code)
  );
  return {
    range: toResolvedRange(period),
    total: { value: chosen.length, relation: cut ? 'gte' : 'eq' },
    sessions: page.filter((row): row is SshSession => !isRun(row)),
    ...(request.foldRuns === true ? { runs: page.filter(isRun) } : {}),
    ...(next ? { nextCursor: encodeListCursor({ ...period, after: next }, question) } : {}),
    histogram: toHistogram(chosen, picture, period),
    facets: toFacets(all),
    figures: {
      sessions: chosen.length,
      identified: count('identified'),
      ambiguous: count('ambiguous'),
      unidentified: count('unidentified'),
      commands: countCommands(picture, period),
      lines: picture.read.lines,
      repaired: picture.read.repaired,
      unreadable: picture.unreadableCount,
    },
    ...(request.failures === true
      ? { failures: toSshFailures(picture.failures, filters, MAX_FAILURE_GROUPS) }
      : {}),
    unreadable: picture.unreadable,
    completeness: toCompleteness(reasons),
  };
}

function toHistogram(
  sessions: readonly SshSession[],
  picture: AuthlogPicture,
  period: Period
): SshSessionsResponse['histogram'] {
  const bars = new EvenBars(period);
  const counts = bars.starts().map((time) => ({ time, sessions: 0, failures: 0 }));
  for (const session of sessions) {
    const index = session.startedAt === undefined ? undefined : bars.indexOf(startMs(session));
    if (index !== undefined) counts[index].sessions += 1;
  }
  for (const atMs of picture.failures.attemptTimes) {
    const index = bars.indexOf(atMs);
    if (index !== undefined) counts[index].failures += 1;
  }
  return { intervalMs: bars.intervalMs, bars: counts };
}

/** Answers `ssh_failures`: refused and failed attempts by source and account. */
export async function listSshFailures(
  request: SshFailuresRequest,
  search: ScopedSearch,
  options: SshOptions,
  now: Date
): Promise<SshFailuresResponse> {
  const period = resolveTimeRange(request.timeRange, now);
  const { picture } = await readSshPicture(period, search, options, now);
  return {
    ...toSshFailures(picture.failures, request.filters ?? {}, MAX_FAILURE_GROUPS),
    range: toResolvedRange(period),
    completeness: toCompleteness(picture.read.reasons),
  };
}
