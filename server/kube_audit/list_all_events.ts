/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import { MAX_EVENT_LIMIT, type EventCount, type KubeEvent } from '../../common/api/kube_events';
import type { KubeFilters } from '../../common/api/kube_filters';
import type { ScopedSearch } from '../search/scoped_search';
import type { Period } from '../time/resolve_time_range';
import { listKubeEvents } from './events_service';
import type { KubeAuditOptions } from './kube_audit_options';

/** Events of a question, and how many there are. */
export interface AllEvents {
  /** Newest first. */
  events: KubeEvent[];
  total: EventCount;
  reasons: CompletenessReason[];
  /** There are more than were read. */
  cut: boolean;
}

/**
 * All events of a question, page by page, at most `maxEvents` of the newest.
 *
 * @throws AuditError as `listKubeEvents`
 */
export async function listAllEvents(
  { fromMs, toMs }: Period,
  filters: KubeFilters,
  maxEvents: number,
  search: ScopedSearch,
  options: KubeAuditOptions,
  now: Date
): Promise<AllEvents> {
  const timeRange = {
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
  };
  const events: KubeEvent[] = [];
  const reasons: CompletenessReason[] = [];
  let total: EventCount = { value: 0, relation: 'eq' };
  let cursor: string | undefined;
  do {
    const limit = Math.min(MAX_EVENT_LIMIT, maxEvents - events.length);
    const page = await listKubeEvents(
      { timeRange, filters, limit, ...(cursor === undefined ? {} : { cursor }) },
      search,
      options,
      now
    );
    if (cursor === undefined) total = page.total;
    reasons.push(...page.completeness.reasons);
    events.push(...page.events);
    cursor = page.nextCursor;
  } while (cursor !== undefined && events.length < maxEvents);
  const cut = cursor !== undefined;
  // What was listed to the end is counted by that.
  const counted: EventCount = cut
    ? total
    : {
        value: events.length,
        relation:
          total.relation === 'gte' &&
          reasons.some(({ code }) => code === 'shard_failures' || code === 'timed_out')
            ? 'gte'
            : 'eq',
      };
  const kept = cut ? reasons : reasons.filter(({ code }) => code !== 'total_is_lower_bound');
  return {
    events,
    total: counted,
    reasons: [...new Map(kept.map((each) => [`${each.code} ${each.message}`, each])).values()],
    cut,
  };
}
