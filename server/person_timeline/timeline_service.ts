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
  type TimelineLaneId,
} from '../../common/api/person_timeline';
import { concerning } from '../coverage/probe_reasons';
import type { GroupOptions } from '../group_accounts/group_options';
import { ofSource, sourceReason } from '../group_accounts/readable_source';
import { readUses } from '../group_accounts/read_uses';
import { decodeListCursor, encodeListCursor } from '../paging/list_cursor';
import type { ScopedSearch } from '../search/scoped_search';
import { EvenBars } from '../time/even_bars';
import { resolveTimeRange, toResolvedRange } from '../time/resolve_time_range';
import { readKubeLane } from './kube_lanes';
import { longestSessions } from './longest_sessions';
import { mergePages } from './merge_pages';
import { directoryNames, kubeNames, type KubeNames } from './person_names';
import { authlogEntries, toGroupEntry, type PlacedEntry } from './timeline_entries';
import { toLane } from './to_lane';

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
  const kubeAsked = !reasons.some(
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
  const found = kubeAsked
    ? await ofSource(
        kubeNames(
          directoryNames(person, all.directory),
          clusters,
          period,
          search,
          options.kubeAudit,
          now
        )
      )
    : { value: { names: [], reasons: [] } };
  // Without group accounts of Kubernetes nobody has asked that log before.
  if ('error' in found && !all.picture) throw found.error;
  if ('error' in found) reasons.push(sourceReason('kubeaudit', found.error));
  const kubeReadable = kubeAsked && 'value' in found;
  const { names, reasons: ofNames }: KubeNames =
    'value' in found ? found.value : { names: [], reasons: [] };
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
      toLane(id, ofLane(id), period, all.partial || 'error' in found)
  );
  const listed = [...own, ...group].filter(({ entry }) => wanted.has(entry.lane));
  const { page, next } = mergePages(listed, kubeLanes, cursor?.after, limit);
  const sessions = own.filter(({ entry }) => entry.lane === 'ssh' && wanted.has('ssh'));
  return {
    range: toResolvedRange(period),
    person,
    identities: toIdentities(person, names, all),
    intervalMs: new EvenBars(period).intervalMs,
    lanes,
    sessions: longestSessions(sessions).map(({ entry }) => entry),
    entries: page.map(({ entry }) => entry),
    ...(next ? { nextCursor: encodeListCursor({ ...period, after: next }, question) } : {}),
    completeness: toCompleteness([
      ...new Map(
        reasons.map((each) => [`${each.code} ${each.source ?? ''} ${each.message}`, each])
      ).values(),
    ]),
  };
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
