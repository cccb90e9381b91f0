/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { UnreadableLine } from '../../common/api/ssh_sessions';
import type { Attribution } from '../../common/attribution/attribution';
import { attributeCommands } from '../attribution/attribute_commands';
import type { DamagedLogin, LogLimits } from '../attribution/log_limits';
import type { LoginAttribution } from '../attribution/attribute_login';
import type { AttributionOptions, DirectoryView } from '../attribution/directory_view';
import type { AuthlogOptions } from '../authlog/authlog_options';
import { readAuthlog, type ReadResult } from '../authlog/read/read_authlog';
import type { DamagedLine } from '../authlog/to_authlog_line';
import type { ScopedSearch } from '../search/scoped_search';
import type { Period } from '../time/resolve_time_range';
import { attributeFactors } from './attribute_factors';
import { clusterlessReason } from './clusterless_hosts';
import { FailureCollector } from './failures/failure_collector';
import { AuthlogHistories } from './history/authlog_histories';
import type { CommandRecord, HostHistory, SessionRecord } from './history/host_history';

/** Unreadable lines that are shown. */
const MAX_UNREADABLE = 50;

/** Damaged logins that are taken into account one by one. */
const MAX_DAMAGED_LOGINS = 1_000;

/** How long a login of which the collector lost the host may have lasted. */
const DAMAGED_LOGIN_MS = 12 * 3_600_000;

/** Everything that authlog tells about a period, attributed: what every view, the timeline and exports use. */
export interface AuthlogPicture {
  histories: Map<string, HostHistory>;
  logins: ReadonlyMap<SessionRecord, LoginAttribution>;
  commands: ReadonlyMap<CommandRecord, Attribution>;
  failures: FailureCollector;
  unreadable: UnreadableLine[];
  unreadableCount: number;
  limits: LogLimits;
  read: ReadResult;
}

function toDamagedLogin(
  line: Pick<DamagedLine, 'cluster' | 'timeMs' | 'timeToMs' | 'login'>,
  directory: DirectoryView
): DamagedLogin {
  const { cluster, timeMs, timeToMs, login } = line;
  // A key may have changed hands within a month: then it is nobody's here.
  const answer =
    login?.fingerprint === undefined || timeMs !== timeToMs
      ? undefined
      : directory.lookup('ssh_key', login.fingerprint, timeMs);
  return {
    cluster,
    fromMs: timeMs,
    toMs: timeToMs + DAMAGED_LOGIN_MS,
    ...(login?.fingerprint === undefined ? {} : { fingerprint: login.fingerprint }),
    persons: answer?.result === 'person' ? [answer.person] : [],
  };
}

/**
 * Reads authlog once and rebuilds from it who was logged in where, what was run, and by whom.
 *
 * @throws AuditError `forbidden`, `index_missing`, … where authlog cannot be read
 */
export async function readPicture(
  period: Period,
  search: ScopedSearch,
  directory: DirectoryView,
  authlog: AuthlogOptions,
  attribution: AttributionOptions,
  now: Date
): Promise<AuthlogPicture> {
  const builder = new AuthlogHistories();
  const failures = new FailureCollector(period);
  const unreadable: UnreadableLine[] = [];
  const damagedLogins: DamagedLogin[] = [];
  let unreadableCount = 0;
  let damagedBeyond = false;
  let damagedAnywhere = false;
  const show = (line: UnreadableLine) => {
    unreadableCount += 1;
    if (unreadable.length < MAX_UNREADABLE) unreadable.push(line);
  };
  const lostLogin = (line: Pick<DamagedLine, 'cluster' | 'timeMs' | 'timeToMs' | 'login'>) => {
    if (line.cluster === '') damagedAnywhere = true;
    // A login of which nothing tells when it was is one that may have been at any time.
    const placed = Number.isFinite(line.timeMs) && Number.isFinite(line.timeToMs);
    if (placed && damagedLogins.length < MAX_DAMAGED_LOGINS) {
      damagedLogins.push(toDamagedLogin(line, directory));
    } else damagedBeyond = true;
  };
  const read = await readAuthlog(period, search, authlog, now, {
    knownFrom: (fromMs) => builder.commandsKnownFrom(fromMs),
    line: (line, parsed) => {
      const { record } = parsed;
      if (record.kind === 'unreadable') {
        // A login that cannot be read, or of which the program is not known: somebody may be there.
        if (line.message.trimStart().startsWith('Accepted ')) {
          const { cluster, timeMs, timeToMs } = line;
          lostLogin({ cluster, timeMs, timeToMs, login: {} });
        }
        if (mayBeOf(period, line)) {
          const { index, id, time, host, message } = line;
          show({ document: { index, id }, time, host, message: shorten(message), why: record.why });
        }
        return;
      }
      builder.add(line, parsed);
      failures.add(line, parsed);
    },
    damaged: (line) => {
      const { document, time, host, message, why } = line;
      if (mayBeOf(period, line)) show({ document, time, host, message: shorten(message), why });
      if (line.login) lostLogin(line);
    },
  });
  failures.finish();
  if (unreadableCount > 0) {
    read.reasons.push({
      code: 'unparsed_lines',
      source: 'authlog',
      count: unreadableCount,
      message: `${unreadableCount} lines could not be read: they are listed, and what they tell is not in the figures.`,
    });
  }
  const { repeatsLeftOut } = builder;
  if (repeatsLeftOut > 0) {
    read.reasons.push({
      code: 'scan_limit_reached',
      source: 'authlog',
      count: repeatsLeftOut,
      message: `Folded lines say that ${repeatsLeftOut} more commands and sessions were logged than can be taken one by one: these are in no figure.`,
    });
  }
  const histories = builder.finish();
  // A login that names no cluster was of one of them.
  damagedAnywhere &&= [...histories.values()].some(({ cluster }) => cluster !== '');
  const clusterless = clusterlessReason(histories.values());
  if (clusterless) read.reasons.push(clusterless);
  const limits: LogLimits = {
    damagedLogins,
    linesMissing:
      read.linesMissing ||
      damagedBeyond ||
      damagedAnywhere ||
      repeatsLeftOut > 0 ||
      clusterless !== undefined,
    commandsKnownFromMs: read.commandsKnownFromMs,
  };
  const logins = new Map<SessionRecord, LoginAttribution>();
  const commands = new Map<CommandRecord, Attribution>();
  for (const history of histories.values()) {
    for (const session of history.sessions) {
      logins.set(session, attributeFactors(session, directory, attribution));
    }
    for (const [command, result] of attributeCommands(history, logins, limits)) {
      commands.set(command, result);
    }
  }
  return {
    histories,
    logins,
    commands,
    failures,
    unreadable,
    unreadableCount,
    limits,
    read,
  };
}

/** It may be of that time: also where nothing tells when it was. */
function mayBeOf(
  { fromMs, toMs }: Period,
  { timeMs, timeToMs }: Pick<DamagedLine, 'timeMs' | 'timeToMs'>
): boolean {
  return !(timeToMs < fromMs || timeMs > toMs);
}

/** Longest piece of a line in a list; the line itself can be asked for. */
const MAX_SHOWN = 500;

function shorten(message: string): string {
  return message.length > MAX_SHOWN ? `${message.slice(0, MAX_SHOWN)}…` : message;
}
