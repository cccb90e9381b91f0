/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  GroupAccountFigures,
  GroupAccountsResponse,
  GroupAccountUse,
  UnknownCredential,
} from '../../common/api/group_accounts';
import type { AttributionReasonCode } from '../../common/attribution/attribution';
import type { AuthlogPicture } from '../ssh_access/authlog_picture';
import { isOpenWithin } from '../ssh_access/history/session_place';
import { clippedTo, EvenBars } from '../time/even_bars';
import type { Period } from '../time/resolve_time_range';
import type { Use } from './to_uses';

/** Persons listed of one account. */
const MAX_PERSONS = 200;

/** Values shown of where an unknown key was seen. */
const MAX_PLACES = 20;

function toFigures(uses: readonly GroupAccountUse[]): GroupAccountFigures {
  const [{ account, origin }] = uses;
  const persons = new Map<string, { uses: number; firstUse: string; lastUse: string }>();
  const marks = new Map<GroupAccountUse['marks'][number], number>();
  const whyNot = new Map<AttributionReasonCode, number>();
  const figures = { identified: 0, ambiguous: 0, unidentified: 0, denied: 0 };
  for (const { attribution, time, outcome, marks: ofUse } of uses) {
    figures[attribution.status] += 1;
    if (outcome === 'denied') figures.denied += 1;
    for (const mark of ofUse) marks.set(mark, (marks.get(mark) ?? 0) + 1);
    const { person } = attribution;
    if (person === undefined) {
      for (const code of new Set(attribution.reasons.map((reason) => reason.code))) {
        whyNot.set(code, (whyNot.get(code) ?? 0) + 1);
      }
      continue;
    }
    const known = persons.get(person) ?? { uses: 0, firstUse: time, lastUse: time };
    known.uses += 1;
    if (Date.parse(time) < Date.parse(known.firstUse)) known.firstUse = time;
    if (Date.parse(time) > Date.parse(known.lastUse)) known.lastUse = time;
    persons.set(person, known);
  }
  return {
    account,
    origin,
    uses: uses.length,
    ...figures,
    byPerson: [...persons]
      .map(([person, of]) => ({ person, ...of }))
      .sort((a, b) => b.uses - a.uses || (a.person < b.person ? -1 : 1))
      .slice(0, MAX_PERSONS),
    ...(persons.size > MAX_PERSONS ? { personsLeftOut: persons.size - MAX_PERSONS } : {}),
    marks: [...marks].map(([mark, count]) => ({ mark, uses: count })),
    whyNot: [...whyNot]
      .map(([code, count]) => ({ code, uses: count }))
      .sort((a, b) => b.uses - a.uses),
  };
}

/** Figures of each group account and origin, most used first. */
export function toAccounts(uses: readonly Use[]): GroupAccountFigures[] {
  const groups = new Map<string, GroupAccountUse[]>();
  for (const { use } of uses) {
    const key = JSON.stringify([use.account, use.origin]);
    const group = groups.get(key);
    if (group) group.push(use);
    else groups.set(key, [use]);
  }
  return [...groups.values()].map(toFigures).sort((a, b) => b.uses - a.uses);
}

/** Uses by time and status. A session that was opened before the period is in its first bar. */
export function toTrend(uses: readonly Use[], period: Period): GroupAccountsResponse['trend'] {
  const bars = new EvenBars(period);
  const counts = bars
    .starts()
    .map((time) => ({ time, identified: 0, ambiguous: 0, unidentified: 0 }));
  for (const { use, place } of uses) {
    const index = bars.indexOf(clippedTo(period, place.ms));
    if (index !== undefined) counts[index][use.attribution.status] += 1;
  }
  return { intervalMs: bars.intervalMs, bars: counts };
}

interface Seen {
  kind: UnknownCredential['kind'];
  value: string;
  keyType?: string;
  time: string;
  account: string;
  cluster: string;
  host?: string;
  sourceIp?: string;
}

function* unknownOf(
  uses: readonly Use[],
  picture: AuthlogPicture | undefined,
  period: Period
): Generator<Seen> {
  for (const history of picture?.histories.values() ?? []) {
    for (const session of history.sessions) {
      const { key, certificate, startedAt, account, cluster, host, sourceIp } = session;
      const unknown = picture?.logins.get(session)?.marks.includes('unknown_key') === true;
      if (!unknown || !isOpenWithin(session, period) || !key || startedAt === undefined) continue;
      yield {
        kind: certificate ? 'ssh_certificate_id' : 'ssh_key',
        value: certificate?.id ?? key.fingerprint,
        keyType: key.type,
        time: startedAt,
        account,
        cluster,
        host,
        sourceIp,
      };
    }
  }
  for (const { use } of uses) {
    const unknown = use.attribution.reasons.some(({ code }) => code === 'credential_unknown');
    if (!unknown || use.credentialId === undefined) continue;
    const { time, account, cluster, host, sourceIp } = use;
    yield {
      kind: 'kube_credential',
      value: use.credentialId,
      time,
      account,
      cluster,
      host,
      sourceIp,
    };
  }
}

type PlaceKind = 'accounts' | 'clusters' | 'hosts' | 'sourceIps';

/** An unknown credential while it is counted. */
interface Collected {
  entry: Omit<UnknownCredential, PlaceKind>;
  places: Record<PlaceKind, Set<string>>;
}

function toUnknown({ entry, places }: Collected): UnknownCredential {
  const leftOut = Object.values(places).reduce(
    (all, values) => all + Math.max(0, values.size - MAX_PLACES),
    0
  );
  const listed = (kind: PlaceKind) => [...places[kind]].slice(0, MAX_PLACES);
  return {
    ...entry,
    accounts: listed('accounts'),
    clusters: listed('clusters'),
    hosts: listed('hosts'),
    sourceIps: listed('sourceIps'),
    ...(leftOut > 0 ? { placesLeftOut: leftOut } : {}),
  };
}

/**
 * Keys, certificate ids and credentials that were in use in the period and that the directory does not know, most
 * used first; all of them.
 */
export function toUnknownCredentials(
  uses: readonly Use[],
  picture: AuthlogPicture | undefined,
  period: Period
): UnknownCredential[] {
  const found = new Map<string, Collected>();
  for (const seen of unknownOf(uses, picture, period)) {
    const key = JSON.stringify([seen.kind, seen.value]);
    const collected = found.get(key) ?? toCollected(seen);
    const { entry, places } = collected;
    entry.uses += 1;
    if (Date.parse(seen.time) < Date.parse(entry.firstUse)) entry.firstUse = seen.time;
    if (Date.parse(seen.time) > Date.parse(entry.lastUse)) entry.lastUse = seen.time;
    places.accounts.add(seen.account);
    places.clusters.add(seen.cluster);
    if (seen.host !== undefined) places.hosts.add(seen.host);
    if (seen.sourceIp !== undefined) places.sourceIps.add(seen.sourceIp);
    found.set(key, collected);
  }
  return [...found.values()].map(toUnknown).sort((a, b) => b.uses - a.uses);
}

function toCollected({ kind, value, keyType, time }: Seen): Collected {
  return {
    entry: {
      kind,
      value,
      ...(keyType === undefined ? {} : { keyType }),
      uses: 0,
      firstUse: time,
      lastUse: time,
    },
    places: { accounts: new Set(), clusters: new Set(), hosts: new Set(), sourceIps: new Set() },
  };
}
