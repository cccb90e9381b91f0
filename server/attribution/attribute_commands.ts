/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  Attribution,
  AttributionCandidate,
  AttributionReason,
} from '../../common/attribution/attribution';
import type { DocumentRef } from '../../common/api/kube_events';
import type { CommandRecord, HostHistory, SessionRecord } from '../ssh_access/history/host_history';
import { distinctReasons, toAttribution, toUnidentified } from './actor_set';
import { actorsNotRead, type LogLimits } from './log_limits';
import type { LoginAttribution } from './attribute_login';
import { PresenceSweep, type KnownActors, type PossibleActors } from './presence_sweep';
import { listed, quoted, reason } from './reason';
import { TerminalTies, toTerminal } from './terminal_tie';

/** Sessions shown as hints where nobody was there. */
const MAX_HINTS = 5;

/** Who a session's login points to, as candidates for what was done in it. */
export function candidatesOfSession(
  session: SessionRecord,
  login: LoginAttribution | undefined
): AttributionCandidate[] {
  const candidate: AttributionCandidate = {
    sessionId: session.id,
    ...(session.key ? { fingerprint: session.key.fingerprint } : {}),
    lines: session.lines.slice(0, LOGIN_LINES),
  };
  const attribution = login?.attribution;
  if (!attribution || attribution.status === 'unidentified') return [candidate];
  if (attribution.status === 'identified') return [{ person: attribution.person, ...candidate }];
  return attribution.candidates.map((each) => ({ ...each, lines: candidate.lines }));
}

/** `Accepted …` and PAM's `session opened`: the first lines of a session. */
const LOGIN_LINES = 2;

/** Adds a line to what proves each of them. */
function provedBy(
  candidates: readonly AttributionCandidate[],
  lines: readonly DocumentRef[]
): AttributionCandidate[] {
  return candidates.map((each) => ({ ...each, lines: [...(each.lines ?? []), ...lines] }));
}

/** Keeps who was behind each session: a hundred commands of one session share it. */
export function rememberSessions(
  loginOf: (session: SessionRecord) => LoginAttribution | undefined
): KnownActors['ofSession'] {
  const known = new Map<SessionRecord, readonly AttributionCandidate[]>();
  return (session) => {
    const found = known.get(session) ?? candidatesOfSession(session, loginOf(session));
    known.set(session, found);
    return found;
  };
}

/** A terminal of the machine itself, which no SSH connection has. */
const CONSOLE = /^(?:tty(?:S|AMA|USB)?\d+|console|hvc\d+|xvc\d+)$/;

/** Adds who else may have acted, by what is known of the terminals. */
function addUntied(
  tty: string,
  command: CommandRecord,
  actors: PossibleActors,
  sweep: PresenceSweep,
  ties: TerminalTies
): void {
  if (CONSOLE.test(tty)) {
    actors.candidates.push({});
    actors.reasons.push(
      reason('session_without_ssh', `${quoted(tty)} is a console of the host, not of SSH.`)
    );
    return;
  }
  // Each open session's terminals are logged, and this is none of them: a multiplexer that outlived another
  // session may have given it.
  const allLogged = actors.sessions.every((session) => session.verbose);
  if (actors.sessions.length === 0 || !allLogged || ties.gives(tty, actors.sessions)) return;
  const { timeMs: fromMs, timeToMs: toMs, account } = command;
  const without = sweep.at({
    fromMs,
    toMs,
    account,
    hasTerminal: false,
    jobsCount: false,
    self: command,
  });
  actors.candidates.push(...without.candidates);
  actors.leftBehind.push(...without.leftBehind);
  actors.reasons.push(...without.reasons);
}

/** Who acted, for what follows from it: the candidates of what nobody could be named for are hints, no actors. */
export function actorsOf(
  attribution: Attribution | undefined,
  { lines }: CommandRecord
): readonly AttributionCandidate[] {
  return attribution === undefined || attribution.status === 'unidentified'
    ? [{}]
    : provedBy(attribution.candidates, lines.slice(0, 1));
}

/** Explains who was possible. */
function toReasons(
  actors: PossibleActors,
  result: Attribution,
  account: string
): AttributionReason[] {
  const persons = [
    ...new Set(result.candidates.flatMap(({ person }) => (person === undefined ? [] : [person]))),
  ];
  if (result.status === 'identified') {
    return [
      reason(
        'only_person_with_session_open',
        `${listed(persons)} was the only person who could act as ${account} on the host at that moment.`
      ),
    ];
  }
  if (result.candidates.length === 0) return [];
  const unknown = result.candidates.some(({ person }) => person === undefined);
  return [
    ...(persons.length > 0
      ? [
          reason(
            'several_persons_with_session_open',
            `${listed([...persons, ...(unknown ? ['somebody not identified'] : [])])} could act as ${account} on the host at that moment.`
          ),
        ]
      : []),
    ...(unknown && persons.length === 0
      ? [
          reason(
            'person_not_known_in_open_session',
            `Nothing names the person in the ${actors.sessions.length === 1 ? 'session' : 'sessions'} that could act as ${account} on the host at that moment.`
          ),
        ]
      : []),
  ];
}

/**
 * Which person ran each sudo or su of a host (docs/attribution.md, table 2). Pure.
 *
 * @param logins who logged in, by session
 */
export function attributeCommands(
  history: HostHistory,
  logins: ReadonlyMap<SessionRecord, LoginAttribution>,
  limits: LogLimits
): Map<CommandRecord, Attribution> {
  const attributions = new Map<CommandRecord, Attribution>();
  const known: KnownActors = {
    ofSession: rememberSessions((session) => logins.get(session)),
    ofCommand: (command) => actorsOf(attributions.get(command), command),
  };
  const sweep = new PresenceSweep(history, known, limits.commandsKnownFromMs);
  const ties = new TerminalTies(history);

  const decide = (command: CommandRecord): Attribution => {
    const tty = toTerminal(command.tty);
    const account = quoted(command.account ?? 'an account that was not logged');
    const actors = sweep.at({
      fromMs: command.timeMs,
      toMs: command.timeToMs,
      account: command.account,
      hasTerminal: tty !== undefined,
      tty,
      jobsCount: true,
      self: command,
    });
    if (tty !== undefined) addUntied(tty, command, actors, sweep, ties);
    const unread = actorsNotRead(history.cluster, command.timeMs, command.timeToMs, limits);
    const possible = [...actors.candidates, ...unread.candidates];
    const reasons = [...actors.reasons, ...unread.reasons];
    if (command.precision === 'hour_unknown') {
      reasons.push(
        reason('time_not_exact', 'The hour of this line is not in the log, only its day.')
      );
    }
    if (tty === undefined && command.account?.toLowerCase() === 'root' && possible.length > 0) {
      possible.push({});
      reasons.push(
        reason(
          'scheduled_job_possible',
          'A service of the host may act as root without a terminal.'
        )
      );
    }
    // Nobody was there: whose process may have outlived a session is a hint, no more.
    if (possible.length === actors.outlived) {
      const hints = actors.outlived > 0 ? actors.sessions : actors.ended.slice(-MAX_HINTS);
      return toUnidentified(
        [...hints.flatMap((session) => [...known.ofSession(session)]), ...actors.leftBehind],
        [
          reason(
            'no_session_open',
            `No session that could act as ${account} was open on the host at that moment, as far as the log shows.`
          ),
          ...(hints.length > 0
            ? [
                reason(
                  'process_may_outlive_session',
                  'A command may outlive the session that started it: the candidates had a session before.'
                ),
              ]
            : []),
          ...reasons,
        ]
      );
    }
    possible.push(...actors.leftBehind);
    const held =
      tty === undefined || limits.linesMissing || unread.candidates.length > 0
        ? undefined
        : ties.holder(tty, command.timeMs, command.timeToMs, actors.there);
    if (held) {
      const { session: holder, use } = held;
      const behind = provedBy(known.ofSession(holder), use.line ? [use.line] : []);
      const sameAccount =
        command.account === undefined ||
        holder.account.toLowerCase() === command.account.toLowerCase();
      const reached = possible.some(({ sessionId }) => sessionId === holder.id);
      if (held.certain && (sameAccount || reached)) {
        const tied = reason(
          'terminal_tied_to_connection',
          `The terminal ${quoted(tty ?? '')} was given to the connection from ${quoted(holder.sourceIp ?? 'an address not logged')}, which still held it.`
        );
        const login = logins.get(holder);
        const result = toAttribution(behind, []);
        return {
          ...result,
          reasons: distinctReasons([tied, ...(login?.attribution.reasons ?? []), ...reasons]),
        };
      }
      possible.push(...behind);
      reasons.push(
        held.certain
          ? reason(
              'terminal_tied_to_other_account',
              `The terminal ${quoted(tty ?? '')} belonged to a session of ${quoted(holder.account)}.`
            )
          : reason(
              'session_end_not_logged',
              `The terminal ${quoted(tty ?? '')} was given to the connection from ${quoted(holder.sourceIp ?? 'an address not logged')}, of which no end is in the log, and others have come since: after a restart of the host it may be theirs.`
            )
      );
    }
    const result = toAttribution(possible, []);
    const personReasons =
      result.status === 'identified'
        ? result.candidates.flatMap(({ sessionId }) => {
            const session = actors.sessions.find(({ id }) => id === sessionId);
            return session ? (logins.get(session)?.attribution.reasons ?? []) : [];
          })
        : [];
    return {
      ...result,
      reasons: distinctReasons([
        ...toReasons(actors, result, account),
        ...personReasons,
        ...reasons,
      ]),
    };
  };

  for (const command of history.commands) attributions.set(command, decide(command));
  return attributions;
}
