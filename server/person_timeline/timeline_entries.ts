/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent } from '../../common/api/kube_events';
import type { TimelineEntry, TimelineLaneId } from '../../common/api/person_timeline';
import type { Attribution } from '../../common/attribution/attribution';
import type { Use } from '../group_accounts/to_uses';
import { maskText } from '../secrets/mask_secrets';
import type { AuthlogPicture } from '../ssh_access/authlog_picture';
import type { CommandRecord, SessionRecord } from '../ssh_access/history/host_history';
import { isOpenWithin, placeOfSession } from '../ssh_access/history/session_place';
import type { Period } from '../time/resolve_time_range';

/** An entry with its place in the list. */
export interface PlacedEntry {
  entry: TimelineEntry;
  place: { ms: number; id: string };
}

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

const isPerson = (a: string | undefined, b: string): boolean =>
  a?.toLowerCase() === b.toLowerCase();

/** How surely it was this person; undefined when it was certainly not. */
export function certaintyFor(
  attribution: Attribution,
  person: string
): Pick<TimelineEntry, 'certainty' | 'others' | 'reasons'> | undefined {
  const { status, candidates, reasons } = attribution;
  if (status === 'identified') {
    return isPerson(attribution.person, person)
      ? { certainty: 'certain', others: [], reasons }
      : undefined;
  }
  if (!candidates.some((candidate) => isPerson(candidate.person, person))) return undefined;
  const others = new Set(
    candidates
      .filter((candidate) => !isPerson(candidate.person, person))
      .map((candidate) => candidate.person ?? candidate.fingerprint ?? 'somebody not identified')
  );
  return { certainty: 'possible', others: [...others], reasons };
}

function howWords(session: SessionRecord, fromMs: number): string {
  const { certificate, key, method, startedAt, startToMs } = session;
  if (startedAt === undefined) return 'the login is not in the log';
  const how = certificate ? `certificate "${certificate.id}"` : (key?.fingerprint ?? method);
  return startToMs < fromMs ? `${how}, opened before the period` : how;
}

function toSessionEntry(
  session: SessionRecord,
  picture: Pick<AuthlogPicture, 'logins'>,
  person: string,
  { fromMs }: Period
): PlacedEntry | undefined {
  const login = picture.logins.get(session);
  const certainty = login && certaintyFor(login.attribution, person);
  if (!login || !certainty) return undefined;
  const { time, ms, loginLogged } = placeOfSession(session);
  return {
    place: { ms, id: `ssh/${session.id}` },
    entry: {
      id: `ssh/${session.id}`,
      lane: 'ssh',
      time,
      ...optional('endTime', session.endedAt),
      timePrecision: session.precision,
      ...certainty,
      cluster: session.cluster,
      host: session.host,
      account: session.account,
      ...(loginLogged ? {} : { loginNotLogged: true as const }),
      text: `SSH session as ${session.account} on ${session.host} (${howWords(session, fromMs)})`,
      outcome: 'allowed',
      ...optional('sourceIp', session.sourceIp),
      marks: login.marks,
      sessionId: session.id,
      ...optional('document', session.lines[0]),
    },
  };
}

function toCommandEntry(
  command: CommandRecord,
  attribution: Attribution,
  person: string,
  mask: boolean
): PlacedEntry | undefined {
  const certainty = certaintyFor(attribution, person);
  if (!certainty) return undefined;
  const { command: text, program, runAs, account = 'an account not logged' } = command;
  const shown = text === undefined ? program : mask ? maskText(text) : text;
  const [line] = command.lines;
  const id = `sudo/${line?.index ?? ''}/${line?.id ?? ''}`;
  const sessions = new Set(attribution.candidates.map(({ sessionId }) => sessionId));
  return {
    place: { ms: command.timeMs, id },
    entry: {
      id,
      lane: 'sudo',
      time: command.time,
      timePrecision: command.precision,
      ...certainty,
      cluster: command.cluster,
      host: command.host,
      account,
      text: `${account} as ${runAs.join(' or ')}: ${shown}`,
      outcome: command.denied ? 'denied' : 'allowed',
      marks: [],
      ...optional('sessionId', sessions.size === 1 ? [...sessions][0] : undefined),
      ...optional('document', line),
    },
  };
}

/** Sessions open at some moment of a period and commands of it that are a person's, certain and possible. */
export function authlogEntries(
  picture: Pick<AuthlogPicture, 'histories' | 'logins' | 'commands'>,
  person: string,
  period: Period,
  mask: boolean
): PlacedEntry[] {
  const entries: PlacedEntry[] = [];
  for (const history of picture.histories.values()) {
    for (const session of history.sessions) {
      if (!isOpenWithin(session, period)) continue;
      const entry = toSessionEntry(session, picture, person, period);
      if (entry) entries.push(entry);
    }
    for (const command of history.commands) {
      if (command.timeToMs < period.fromMs || command.timeMs > period.toMs) continue;
      const attribution = picture.commands.get(command);
      const entry = attribution && toCommandEntry(command, attribution, person, mask);
      if (entry) entries.push(entry);
    }
  }
  return entries;
}

const OUTCOMES: Record<KubeEvent['outcome'], TimelineEntry['outcome']> = {
  success: 'allowed',
  forbidden: 'denied',
  unauthenticated: 'denied',
  client_error: 'failed',
  server_error: 'failed',
  unknown: 'unknown',
};

/** A Kubernetes event under a name of the person's own. */
export function toKubeEntry(event: KubeEvent, lane: TimelineLaneId): PlacedEntry {
  const { document, qualifiedResource, verb, namespace, name, impersonatedUser } = event;
  const id = `${lane}/${document.index}/${document.id}`;
  const object = [namespace, name].filter((part) => part !== undefined).join('/');
  const what = qualifiedResource
    ? `${verb} ${qualifiedResource} ${object}`.trim()
    : `${verb} ${event.requestUri}`;
  return {
    place: { ms: Date.parse(event.receivedAt), id },
    entry: {
      id,
      lane,
      time: event.receivedAt,
      ...optional(
        'endTime',
        event.state === 'complete' && (event.durationMs ?? 0) > 1000 ? event.time : undefined
      ),
      timePrecision: 'exact',
      certainty: 'certain',
      cluster: event.cluster,
      account: event.user,
      text: impersonatedUser ? `${what}, as ${impersonatedUser}` : what,
      outcome: OUTCOMES[event.outcome],
      ...optional('sourceIp', event.sourceIps[event.sourceIps.length - 1]),
      others: [],
      reasons: [],
      marks: [],
      document,
    },
  };
}

/** A Kubernetes event of a group account that was, or may have been, the person's. */
export function toGroupEntry({ use, place }: Use, person: string): PlacedEntry | undefined {
  const certainty = certaintyFor(use.attribution, person);
  if (!certainty) return undefined;
  const id = `kubernetes_group_account/${place.id}`;
  return {
    place: { ms: place.ms, id },
    entry: {
      id,
      lane: 'kubernetes_group_account',
      time: use.time,
      timePrecision: use.timePrecision,
      ...certainty,
      cluster: use.cluster,
      account: use.account,
      text: `${use.account}: ${use.detail}`,
      outcome: use.outcome,
      ...optional('sourceIp', use.sourceIp),
      marks: use.marks,
      ...optional('document', use.lines[0]),
    },
  };
}
