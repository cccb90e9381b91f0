/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCompleteness, type CompletenessReason } from '../../common/api/completeness';
import {
  DEFAULT_ENTRY_LIMIT,
  TIMELINE_LANES,
  type PersonTimelineRequest,
  type PersonTimelineResponse,
  type TimelineLane,
  type TimelineLaneId,
} from '../../common/api/person_timeline';
import { concerning } from '../coverage/probe_reasons';
import type { GroupOptions } from '../group_accounts/group_options';
import { readUses } from '../group_accounts/read_uses';
import { decodeListCursor, encodeListCursor, takePage } from '../paging/list_cursor';
import type { ScopedSearch } from '../search/scoped_search';
import { clippedTo, EvenBars } from '../time/even_bars';
import { resolveTimeRange, toResolvedRange, type Period } from '../time/resolve_time_range';
import { readKubeLane, type KubeLane } from './kube_lanes';
import { directoryNames, kubeNames } from './person_names';
import { authlogEntries, toGroupEntry, type PlacedEntry } from './timeline_entries';

/** Bars of the SSH lane; of more, the longest. The lane counts all of them, so that what is left out shows. */
const MAX_SESSION_BARS = 2_000;

/** Milliseconds; infinite where the beginning or the end is not known, since it may be the longest of all. */
const lengthOf = ({ entry: { time, endTime, loginNotLogged } }: PlacedEntry): number =>
  endTime === undefined || loginNotLogged ? Infinity : Date.parse(endTime) - Date.parse(time);

const byLength = (a: PlacedEntry, b: PlacedEntry): number => {
  const [first, second] = [lengthOf(a), lengthOf(b)];
  return first === second ? 0 : second - first;
};

function toLane(
  id: TimelineLaneId,
  entries: readonly PlacedEntry[],
  period: Period,
  cut: boolean
): TimelineLane {
  const bars = new EvenBars(period);
  const counts = bars.starts().map((time) => ({ time, certain: 0, possible: 0 }));
  const figures = { certain: 0, possible: 0 };
  for (const { entry, place } of entries) {
    figures[entry.certainty] += 1;
    // A session may have been opened before the period.
    const index = bars.indexOf(clippedTo(period, place.ms));
    if (index !== undefined) counts[index][entry.certainty] += 1;
  }
  return {
    id,
    total: { value: entries.length, relation: cut ? 'gte' : 'eq' },
    ...figures,
    bars: counts,
  };
}

/**
 * Answers `person_timeline`: what one person did, or may have done, over SSH, with sudo and in Kubernetes,
 * under names of their own and behind group accounts.
 *
 * @throws AuditError when neither log can be read
 */
export async function readPersonTimeline(
  request: PersonTimelineRequest,
  search: ScopedSearch,
  options: GroupOptions,
  now: Date
): Promise<PersonTimelineResponse> {
  const { person, clusters } = request;
  const wanted = new Set<TimelineLaneId>(request.lanes ?? TIMELINE_LANES);
  const question = [person, request.timeRange, request.lanes ?? [], clusters ?? []];
  const cursor =
    request.cursor === undefined ? undefined : decodeListCursor(request.cursor, question);
  const period = cursor
    ? { fromMs: cursor.fromMs, toMs: cursor.toMs }
    : resolveTimeRange(request.timeRange, now);
  const limit = request.limit ?? DEFAULT_ENTRY_LIMIT;
  const all = await readUses(period, search, options, now);
  const reasons: CompletenessReason[] = concerning(
    { reasons: all.reasons, clusters: all.picture?.read.clusters },
    { clusters }
  );
  const kubeReadable = !reasons.some(
    ({ code, source }) =>
      source === 'kubeaudit' && (code === 'sources_forbidden' || code === 'sources_missing')
  );
  const inCluster = (entry: PlacedEntry) => clusters?.includes(entry.entry.cluster) ?? true;
  const mask = options.ssh.authlog.maskSecrets;
  const own = (
    all.picture ? authlogEntries(all.picture, person, all.picture.read.period, mask) : []
  ).filter(inCluster);
  const group = all.uses
    .filter(({ use }) => use.origin === 'kubernetes')
    .flatMap((use) => toGroupEntry(use, person) ?? [])
    .filter(inCluster);
  const { names, reasons: ofNames } = kubeReadable
    ? await kubeNames(
        directoryNames(person, all.directory),
        clusters,
        period,
        search,
        options.kubeAudit,
        now
      )
    : { names: [], reasons: [] };
  reasons.push(...ofNames);
  const namesCut = ofNames.some(({ code }) => code === 'scan_limit_reached');
  const kubeLanes = await Promise.all(
    (['kubernetes', 'kubernetes_impersonated'] as const)
      .filter((id) => wanted.has(id) && kubeReadable)
      .map((id) =>
        readKubeLane(
          id,
          { names, cut: namesCut },
          clusters,
          period,
          cursor?.after,
          limit,
          search,
          options.kubeAudit,
          now
        )
      )
  );
  reasons.push(...kubeLanes.flatMap((lane) => lane.reasons));

  const ofLane = (id: TimelineLaneId) =>
    id === 'kubernetes_group_account' ? group : own.filter(({ entry }) => entry.lane === id);
  const lanes = TIMELINE_LANES.filter((id) => wanted.has(id)).map(
    (id) =>
      kubeLanes.find(({ lane }) => lane.id === id)?.lane ??
      toLane(id, ofLane(id), period, all.partial)
  );
  const listed = [...own, ...group].filter(({ entry }) => wanted.has(entry.lane));
  const { page, next } = mergePages(listed, kubeLanes, cursor?.after, limit);
  const sessions = own.filter(({ entry }) => entry.lane === 'ssh' && wanted.has('ssh'));
  sessions.sort(byLength);
  return {
    range: toResolvedRange(period),
    person,
    identities: toIdentities(person, names, all),
    intervalMs: new EvenBars(period).intervalMs,
    lanes,
    sessions: sessions.slice(0, MAX_SESSION_BARS).map(({ entry }) => entry),
    entries: page.map(({ entry }) => entry),
    ...(next ? { nextCursor: encodeListCursor({ ...period, after: next }, question) } : {}),
    completeness: toCompleteness([
      ...new Map(
        reasons.map((each) => [`${each.code} ${each.source ?? ''} ${each.message}`, each])
      ).values(),
    ]),
  };
}

/** Merges what is all at hand with lanes of which only the newest events were read. */
function mergePages(
  listed: readonly PlacedEntry[],
  kubeLanes: readonly KubeLane[],
  after: PlacedEntry['place'] | undefined,
  limit: number
): { page: PlacedEntry[]; next?: PlacedEntry['place'] } {
  // Nothing older than what a lane was read to may be listed before the rest of that lane.
  const horizonMs = Math.max(...kubeLanes.map(({ wholeFromMs = -Infinity }) => wholeFromMs));
  const rows = [...listed, ...kubeLanes.flatMap(({ entries }) => entries)];
  const within = rows.filter(({ place }) => place.ms >= horizonMs);
  const taken = takePage(within, ({ place }) => place, after, limit);
  const last = taken.page[taken.page.length - 1];
  const more = taken.next !== undefined || (horizonMs > -Infinity && last !== undefined);
  return { page: taken.page, ...(more && last ? { next: last.place } : {}) };
}

function toIdentities(
  person: string,
  names: readonly string[],
  { directory }: Awaited<ReturnType<typeof readUses>>
): PersonTimelineResponse['identities'] {
  const filed = directory.directory
    .identitiesOf(person)
    .map(({ kind, value, validFrom, validTo }) => ({
      kind: kind as string,
      value,
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
    }));
  const users = names.map((value) => ({ kind: 'kubernetes_user', value }));
  return [...users, ...filed];
}
