/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCompleteness, type CompletenessReason } from '../../common/api/completeness';
import {
  DEFAULT_EVENT_LIMIT,
  type EventCount,
  type KubeEventsRequest,
  type KubeEventsResponse,
} from '../../common/api/kube_events';
import type { KubeFilters } from '../../common/api/kube_filters';
import type { KubeSummaryRequest, KubeSummaryResponse } from '../../common/api/kube_summary';
import { AuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import { resolveTimeRange, toResolvedRange, type Period } from '../time/resolve_time_range';
import { askQuestion } from './ask_question';
import {
  decodeCursor,
  encodeCursor,
  filtersFingerprint,
  type EventPlace,
  type PageCursor,
} from './events/page_cursor';
import { readPage, startOf, type PageQuestion, type ReadPosition } from './events/read_page';
import { buildFilterClauses } from './filters/filter_query';
import type { KubeAuditOptions } from './kube_audit_options';
import { toKubeEvent } from './record/to_kube_event';
import { toEventCount, toSummary } from './summary/to_summary';

/**
 * Answers `kube_events`: a page of events, newest first, with their number, and on request the summary of
 * the whole question. The first page is one round trip to OpenSearch; a later one too, without counting anew.
 *
 * @param now the instant that date math refers to; resolved once, then carried by the cursor
 */
export async function listKubeEvents(
  request: KubeEventsRequest,
  search: ScopedSearch,
  options: KubeAuditOptions,
  now: Date
): Promise<KubeEventsResponse> {
  const filters = request.filters ?? {};
  const cursor = request.cursor === undefined ? undefined : decodeCursor(request.cursor, filters);
  if (cursor && request.summary) {
    throw new AuditError('invalid_request', 'summary: only with the first page, not with a cursor');
  }
  const period: Period = cursor
    ? { fromMs: cursor.from, toMs: cursor.to }
    : resolveTimeRange(request.timeRange, now);
  const question: PageQuestion = {
    period,
    filters,
    clauses: buildFilterClauses(filters, options, 'superset'),
    limit: request.limit ?? DEFAULT_EVENT_LIMIT,
    start: cursor ? positionOf(cursor) : startOf(period),
  };
  const wanted = { count: !cursor, summary: request.summary === true };
  const answer = await askQuestion(question, search, options, wanted, now);
  const page = await readPage(answer.page, question, search, options);
  const reasons = [...answer.reasons, ...page.reasons];
  const total =
    cursor?.total ?? totalOf(answer, page.next === undefined ? page.events.length : undefined);
  if (total.relation === 'gte') reasons.push(lowerBoundReason(total));
  const summary =
    answer.enumeration && answer.estimate && request.summary
      ? toSummary(answer.enumeration, answer.estimate, filters, period, options.groupAccounts)
      : undefined;
  if (summary?.approximate) reasons.push(approximateReason());
  return {
    range: toResolvedRange(period),
    total,
    events: page.events.map((records) => toKubeEvent(records, options)),
    nextCursor: page.next && encodeCursor(toCursor(page.next, period, filters, total)),
    beganEarlier: answer.beganEarlier,
    recordsInRange: answer.recordsInRange,
    completeness: toCompleteness(distinctReasons(reasons)),
    summary: summary && { ...summary, requests: total },
  };
}

/** Answers `kube_summary`: figures, histogram and facets of a question, in one round trip. */
export async function summariseKubeEvents(
  request: KubeSummaryRequest,
  search: ScopedSearch,
  options: KubeAuditOptions,
  now: Date
): Promise<KubeSummaryResponse> {
  const filters = request.filters ?? {};
  const period = resolveTimeRange(request.timeRange, now);
  const question: PageQuestion = {
    period,
    filters,
    clauses: buildFilterClauses(filters, options, 'superset'),
    limit: 1,
    start: startOf(period),
  };
  const answer = await askQuestion(question, search, options, { count: true, summary: true }, now);
  if (!answer.enumeration || !answer.estimate) {
    throw new AuditError('internal', 'The summary was not asked for');
  }
  const { enumeration, estimate } = answer;
  const summary = toSummary(enumeration, estimate, filters, period, options.groupAccounts);
  const reasons = [...answer.reasons];
  if (summary.approximate) reasons.push(lowerBoundReason(summary.requests), approximateReason());
  return {
    ...summary,
    range: toResolvedRange(period),
    beganEarlier: answer.beganEarlier,
    recordsInRange: answer.recordsInRange,
    completeness: toCompleteness(distinctReasons(reasons)),
  };
}

type Answer = Awaited<ReturnType<typeof askQuestion>>;

/** Total of a first page: what was listed to the end is exact by itself. */
function totalOf(answer: Answer, listedToTheEnd: number | undefined): EventCount {
  const partial = answer.reasons.some(
    ({ code }) => code === 'timed_out' || code === 'shard_failures'
  );
  if (listedToTheEnd !== undefined) {
    return { value: listedToTheEnd, relation: partial ? 'gte' : 'eq' };
  }
  const count = answer.enumeration
    ? toEventCount(answer.enumeration, answer.finalRecords)
    : { value: 0, relation: 'gte' as const };
  return partial ? { ...count, relation: 'gte' } : count;
}

function positionOf({ ms, at }: PageCursor): ReadPosition {
  const after: EventPlace | undefined = at && { ms, receivedAt: at[0], hash: at[1] };
  return { ms, after };
}

function toCursor(
  { ms, after }: ReadPosition,
  { fromMs, toMs }: Period,
  filters: KubeFilters,
  total: EventCount
): PageCursor {
  return {
    v: 1,
    from: fromMs,
    to: toMs,
    q: filtersFingerprint(filters),
    ms,
    at: after && [after.receivedAt, after.hash],
    total,
  };
}

function lowerBoundReason({ value, approximate }: EventCount): CompletenessReason {
  const about = approximate === undefined ? '' : ` (about ${approximate})`;
  return {
    code: 'total_is_lower_bound',
    source: 'kubeaudit',
    count: value,
    message: `There are at least ${value} requests${about}: too many to count one by one. Narrow the period or the filters for an exact number.`,
  };
}

function approximateReason(): CompletenessReason {
  return {
    code: 'counts_approximate',
    source: 'kubeaudit',
    message:
      'The figures and counts by value are taken from the final record of each request; repeated deliveries are not resolved in them.',
  };
}

/** One reason of each kind and wording: several searches of a view can say the same. */
function distinctReasons(reasons: readonly CompletenessReason[]): CompletenessReason[] {
  return [
    ...new Map(reasons.map((reason) => [`${reason.code} ${reason.message}`, reason])).values(),
  ];
}
