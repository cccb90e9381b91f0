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
  type SshRun,
  type SshSession,
  type SshSessionsRequest,
  type SshSessionsResponse,
} from '../../common/api/ssh_sessions';
import type { AttributionOptions } from '../attribution/directory_view';
import type { AuthlogOptions } from '../authlog/authlog_options';
import { concerning } from '../coverage/probe_reasons';
import { readDirectory, type DirectoryOptions } from '../directory/directory_service';
import { AuditError } from '../errors/audit_error';
import {
  decodeListCursor,
  encodeListCursor,
  takePage,
  type ListPlace,
} from '../paging/list_cursor';
import type { ScopedSearch } from '../search/scoped_search';
import { resolveTimeRange, toResolvedRange, type Period } from '../time/resolve_time_range';
import { readPicture, type AuthlogPicture } from './authlog_picture';
import { chooseSessions } from './choose_sessions';
import { failureReasons, toSshFailures } from './failures/to_ssh_failures';
import { foldRuns, type PlacedSession } from './fold_runs';
import type { CommandRecord } from './history/host_history';
import { isOpenWithin } from './history/session_place';
import { toFacets } from './ssh_facets';
import { countCommands, toHistogram } from './ssh_figures';
import { MAX_SESSION_COMMANDS, toSshCommand, toSshSession } from './to_ssh_session';

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
    directoryReadable: directory.whole,
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

/** Sessions of the period with the commands that may be theirs. */
function sessionsOf(picture: AuthlogPicture, period: Period): PlacedSession[] {
  const sessions: PlacedSession[] = [];
  for (const history of picture.histories.values()) {
    const bySession = new Map<string, CommandRecord[]>();
    for (const command of history.commands) {
      if (command.timeToMs < period.fromMs || command.timeMs > period.toMs) continue;
      const attribution = picture.commands.get(command);
      // Nobody was there: its candidates are hints only, and it belongs to no session.
      if (!attribution || attribution.reasons.some(({ code }) => code === 'no_session_open'))
        continue;
      for (const id of new Set(attribution.candidates.map(({ sessionId }) => sessionId))) {
        if (id === undefined) continue;
        const known = bySession.get(id);
        if (known) known.push(command);
        else bySession.set(id, [command]);
      }
    }
    for (const session of history.sessions) {
      const login = picture.logins.get(session);
      if (!login || !isOpenWithin(session, period)) continue;
      sessions.push({ session, login, commands: bySession.get(session.id) ?? [] });
    }
  }
  return sessions;
}

/** A session as answered, with its commands. */
function asAnswered(
  { session, login, commands }: PlacedSession,
  picture: AuthlogPicture,
  mask: boolean
): SshSession {
  const shown = commands.slice(0, MAX_SESSION_COMMANDS).flatMap((command) => {
    const attribution = picture.commands.get(command);
    return attribution ? [toSshCommand(command, attribution, mask)] : [];
  });
  return toSshSession(session, login, shown, commands.length - shown.length);
}

/** Every session of a picture's period with its commands, oldest first. */
export function toAllSessions(picture: AuthlogPicture, mask: boolean): SshSession[] {
  return sessionsOf(picture, picture.read.period)
    .sort(
      (a, b) =>
        a.session.earliestMs - b.session.earliestMs || (a.session.id < b.session.id ? -1 : 1)
    )
    .map((placed) => asAnswered(placed, picture, mask));
}

/** Refused and failed logins of a picture's period, most attempts first. */
export function toAllFailures(picture: AuthlogPicture) {
  return toSshFailures(picture.failures, {}, MAX_FAILURE_GROUPS);
}

/** A row of the list: a session, or a run of them. */
type Row = { run: SshRun } | { placed: PlacedSession };

/** Newest first; what began before the log comes last. */
function placeOf(row: Row): ListPlace {
  if ('run' in row) return { ms: Date.parse(row.run.startedAt), id: row.run.id };
  const { earliestMs, id } = row.placed.session;
  return { ms: Number.isFinite(earliestMs) ? earliestMs : 0, id };
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
  const question = [
    request.timeRange,
    request.filters ?? {},
    request.foldRuns === true,
    ...(request.session === undefined ? [] : [request.session]),
  ];
  const cursor =
    request.cursor === undefined ? undefined : decodeListCursor(request.cursor, question);
  const period = cursor
    ? { fromMs: cursor.fromMs, toMs: cursor.toMs }
    : resolveTimeRange(request.timeRange, now);
  const { picture, directory } = await readSshPicture(period, search, options, now);
  const mask = authlog.maskSecrets && request.unmask !== true;
  const all = sessionsOf(picture, picture.read.period);
  const { filters, chosen } = chooseSessions(all, request);
  const folded = request.foldRuns === true ? foldRuns(chosen) : { single: chosen, runs: [] };
  const rows: Row[] = [
    ...folded.single.map((placed) => ({ placed })),
    ...folded.runs.map((run) => ({ run })),
  ];
  const { page, next } = takePage(
    rows,
    placeOf,
    cursor?.after,
    request.limit ?? DEFAULT_SESSION_LIMIT
  );
  const count = (status: string) =>
    chosen.filter(({ login }) => login.attribution.status === status).length;
  const reasons = [...concerning(picture.read, filters), ...directory.reasons];
  const cut = reasons.some(({ code }) =>
    ['scan_limit_reached', 'shard_failures', 'timed_out'].includes(code)
  );
  return {
    range: toResolvedRange(period),
    total: { value: chosen.length, relation: cut ? 'gte' : 'eq' },
    sessions: page.flatMap((row) =>
      'placed' in row ? [asAnswered(row.placed, picture, mask)] : []
    ),
    ...(request.foldRuns === true
      ? { runs: page.flatMap((row) => ('run' in row ? [row.run] : [])) }
      : {}),
    ...(next ? { nextCursor: encodeListCursor({ ...period, after: next }, question) } : {}),
    histogram: toHistogram(chosen, picture, filters, period),
    ...toFacets(all),
    figures: {
      sessions: chosen.length,
      identified: count('identified'),
      ambiguous: count('ambiguous'),
      unidentified: count('unidentified'),
      commands: countCommands(picture, chosen, filters, period),
      lines: picture.read.lines,
      repaired: picture.read.repaired,
      unreadable: picture.unreadableCount,
    },
    ...(request.failures === true
      ? { failures: toSshFailures(picture.failures, filters, MAX_FAILURE_GROUPS) }
      : {}),
    unreadable: picture.unreadable,
    completeness: toCompleteness([...reasons, ...failureReasons(picture.failures, filters)]),
  };
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
  const filters = request.filters ?? {};
  return {
    ...toSshFailures(picture.failures, filters, MAX_FAILURE_GROUPS),
    range: toResolvedRange(period),
    completeness: toCompleteness([
      ...concerning(picture.read, filters),
      ...failureReasons(picture.failures, filters),
    ]),
  };
}
