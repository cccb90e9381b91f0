/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { KubeFilters } from '../../common/api/kube_filters';
import type { KubeEventsResponse } from '../../common/api/kube_events';
import type { TimelineLane } from '../../common/api/person_timeline';
import { listKubeEvents } from '../kube_audit/events_service';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import type { ListPlace } from '../paging/list_cursor';
import type { ScopedSearch } from '../search/scoped_search';
import { EvenBars } from '../time/even_bars';
import type { Period } from '../time/resolve_time_range';
import { toKubeEntry, type PlacedEntry } from './timeline_entries';

type KubeLaneId = 'kubernetes' | 'kubernetes_impersonated';

/** A lane of Kubernetes events: its figures over the whole period, and its newest events. */
export interface KubeLane {
  lane: TimelineLane;
  entries: PlacedEntry[];
  /** There are older events than `entries`. */
  more: boolean;
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
 * @param after entries up to this place were answered before
 */
export async function readKubeLane(
  id: KubeLaneId,
  names: readonly string[],
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
      total: { value: 0, relation: 'eq' },
      certain: 0,
      possible: 0,
      bars,
    };
    return { lane, entries: [], more: false, reasons: [] };
  }
  const filters: KubeFilters = {
    users: [...names],
    impersonated: id === 'kubernetes_impersonated',
    ...(clusters ? { clusters: [...clusters] } : {}),
  };
  const timeRange = { from: iso(period.fromMs), to: iso(period.toMs) };
  const page = Math.min(limit + 1, MAX_PAGE);
  const summary = await listKubeEvents(
    { timeRange, filters, limit: page, summary: true },
    search,
    options,
    now
  );
  // A later page begins where the one before ended, in the order of this list.
  const older = after
    ? await listKubeEvents(
        {
          timeRange: { from: timeRange.from, to: iso(Math.max(period.fromMs, after.ms)) },
          filters,
          limit: page,
        },
        search,
        options,
        now
      )
    : summary;
  return {
    lane: {
      id,
      total: { value: summary.total.value, relation: summary.total.relation },
      certain: summary.total.value,
      possible: 0,
      bars: toBars(summary, period),
    },
    entries: older.events.map((event) => toKubeEntry(event, id)),
    more: older.nextCursor !== undefined,
    reasons: [...summary.completeness.reasons],
  };
}
