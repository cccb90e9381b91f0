/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { KubeFilters } from '../../common/api/kube_filters';
import type { KubeEventsRequest, KubeEventsResponse } from '../../common/api/kube_events';
import type { TimelineLane } from '../../common/api/person_timeline';
import { listKubeEvents } from '../kube_audit/events_service';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { compareListPlaces, type ListPlace } from '../paging/list_cursor';
import type { ScopedSearch } from '../search/scoped_search';
import { clippedTo, EvenBars } from '../time/even_bars';
import type { Period } from '../time/resolve_time_range';
import { readWholeInstants } from './read_whole_instants';
import { toKubeEntry, type PlacedEntry } from './timeline_entries';

type KubeLaneId = 'kubernetes' | 'kubernetes_impersonated';

/** A lane of Kubernetes events: its figures over the whole period, and its newest events. */
export interface KubeLane {
  lane: TimelineLane;
  entries: PlacedEntry[];
  /** There are older events than `entries`, which has all of this millisecond and later. */
  wholeFromMs?: number;
  reasons: CompletenessReason[];
}

/** Events of the page, newest first, up to a limit of the service. */
const MAX_PAGE = 1000;

const iso = (ms: number): string => new Date(ms).toISOString();

function toBars(answer: KubeEventsResponse | undefined, period: Period): TimelineLane['bars'] {
  const bars = new EvenBars(period);
  const counts = bars.starts().map((time) => ({ time, certain: 0, possible: 0 }));
  for (const { from, count } of answer?.summary?.histogram ?? []) {
    // The first bar may begin before the period.
    const index = bars.indexOf(Math.max(Date.parse(from), period.fromMs));
    if (index !== undefined) counts[index].certain += count;
  }
  return counts;
}

/**
 * One lane of Kubernetes events under a person's own names.
 *
 * @param names the person's, `cut` where there are others
 * @param after entries up to this place were answered before
 */
export async function readKubeLane(
  id: KubeLaneId,
  { names, cut }: { names: readonly string[]; cut: boolean },
  clusters: readonly string[] | undefined,
  period: Period,
  after: ListPlace | undefined,
  limit: number,
  search: ScopedSearch,
  options: KubeAuditOptions,
  now: Date
): Promise<KubeLane> {
  const bars = toBars(undefined, period);
  if (names.length === 0) {
    const lane: TimelineLane = {
      id,
      total: { value: 0, relation: cut ? 'gte' : 'eq' },
      certain: 0,
      possible: 0,
      bars,
    };
    return { lane, entries: [], reasons: [] };
  }
  const filters: KubeFilters = {
    users: [...names],
    impersonated: id === 'kubernetes_impersonated',
    ...(clusters ? { clusters: [...clusters] } : {}),
  };
  const timeRange = { from: iso(period.fromMs), to: iso(period.toMs) };
  const page = Math.min(limit + 1, MAX_PAGE);
  const list = (request: Omit<KubeEventsRequest, 'filters'>) =>
    listKubeEvents({ ...request, filters }, search, options, now);
  const summary = await list({ timeRange, limit: after ? 1 : page, summary: true });
  // A later page begins in the millisecond in which the one before ended.
  const rest = { from: timeRange.from, to: iso(clippedTo(period, after?.ms ?? period.toMs)) };
  const first = after ? await list({ timeRange: rest, limit: page }) : summary;
  const read = await readWholeInstants(
    first,
    (cursor) => list({ timeRange: rest, limit: MAX_PAGE, cursor }),
    (event) => !after || compareListPlaces(toKubeEntry(event, id).place, after) > 0
  );
  return {
    lane: {
      id,
      total: { value: summary.total.value, relation: cut ? 'gte' : summary.total.relation },
      certain: summary.total.value,
      possible: 0,
      bars: toBars(summary, period),
    },
    entries: read.events.map((event) => toKubeEntry(event, id)),
    ...(read.wholeFromMs === undefined ? {} : { wholeFromMs: read.wholeFromMs }),
    reasons: [...summary.completeness.reasons, ...read.reasons],
  };
}
