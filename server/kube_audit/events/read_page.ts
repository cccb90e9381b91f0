/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../common/api/completeness';
import type { KubeFilters } from '../../../common/api/kube_filters';
import type { Query } from '../../search/query_dsl';
import { partialReasons } from '../../search/answer_reasons';
import type { ScopedSearch } from '../../search/scoped_search';
import type { SearchBody, SearchResponse } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';
import { variesByStage } from '../filters/filter_query';
import { matchesFilters } from '../filters/match_filters';
import type { KubeAuditOptions } from '../kube_audit_options';
import { toKubeHit, type KubeHit } from '../record/kube_record';
import { groupHits, mergeRecords } from '../record/merge_stages';
import { completeStages } from './complete_stages';
import { buildBatchQuery, MAX_RESULT_WINDOW, recordsQuery } from './events_query';
import { comparePlaces, placeOf, type EventPlace } from './page_cursor';
import { wholeInstants } from './whole_instants';

/** Batches that one page may read before it answers with fewer rows and a cursor to read on. */
const MAX_BATCHES = 12;

/** Where to read on: from this millisecond, after this event in it. */
export interface ReadPosition {
  ms: number;
  after?: EventPlace;
}

/** What a page is read from. */
export interface PageQuestion {
  period: Period;
  filters: KubeFilters;
  clauses: readonly Query[];
  limit: number;
  start: ReadPosition;
}

export interface EventPage {
  /** Records of each event, in list order. */
  events: KubeHit[][];
  /** Absent when the period is exhausted. */
  next?: ReadPosition;
  reasons: CompletenessReason[];
}

/** Records of the first batch: room for two a row (a start or a receipt beside the end), and some to spare. */
export function batchSize(limit: number): number {
  return Math.min(MAX_RESULT_WINDOW, Math.max(100, limit * 2 + 20));
}

/** Query of the batch that begins at this millisecond. */
export function buildPageBatch(
  question: PageQuestion,
  ms: number,
  options: KubeAuditOptions
): SearchBody {
  const { period, clauses, limit } = question;
  const upTo = { fromMs: period.fromMs, toMs: Math.min(ms, period.toMs) };
  const query = recordsQuery(upTo, clauses, options.fields);
  return buildBatchQuery(query, batchSize(limit), options.fields);
}

/**
 * Reads one page of events, from a first batch that came with other answers and from more where it is not
 * enough. A batch ends between two milliseconds: the last one of a full batch may be cut and is read again
 * with the next; a millisecond that fills a batch by itself is read as a whole.
 */
export async function readPage(
  first: SearchResponse,
  question: PageQuestion,
  search: ScopedSearch,
  options: KubeAuditOptions
): Promise<EventPage> {
  const { limit, start } = question;
  const events: KubeHit[][] = [];
  const reasons: CompletenessReason[] = [];
  let ms = start.ms;
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const answer =
      batch === 0
        ? first
        : (await ask(search, options, [buildPageBatch(question, ms, options)]))[0];
    if (batch > 0) reasons.push(...partialReasons([answer], 'kubeaudit'));
    const batchOf = wholeInstants(answer.hits.hits, batchSize(limit));
    let { hits, nextMs } = batchOf;
    if (batchOf.overflow) {
      const instant = await readInstant(nextMs, question, search, options);
      hits = instant.hits.hits;
      reasons.push(...partialReasons([instant], 'kubeaudit'), ...cutReasons(hits.length, nextMs));
      nextMs -= 1;
    }
    const parsed = hits
      .map((hit) => toKubeHit(hit, options.fields))
      .filter((hit): hit is KubeHit => hit !== undefined);
    events.push(...(await toMatching(parsed, question, search, options)));
    if (events.length > limit) break;
    if (batchOf.last || nextMs < question.period.fromMs) {
      return { events, reasons };
    }
    ms = nextMs;
    if (events.length === limit) return { events, next: { ms }, reasons };
  }
  if (events.length <= limit) return { events, next: { ms }, reasons };
  const after = placeOf(events[limit - 1][0]);
  return { events: events.slice(0, limit), next: { ms: after.ms, after }, reasons };
}

/** Events of these records that match and come after the start, in list order. */
async function toMatching(
  hits: KubeHit[],
  { filters, start }: PageQuestion,
  search: ScopedSearch,
  options: KubeAuditOptions
): Promise<KubeHit[][]> {
  const groups = groupHits(hits);
  const whole = variesByStage(filters) ? await completeStages(groups, search, options) : groups;
  return whole
    .filter((group) => {
      const merged = mergeRecords(group.map((hit) => hit.record));
      return matchesFilters(merged, filters, options.groupAccounts);
    })
    .map((group) => ({ group, place: placeOf(group[0]) }))
    .filter(({ place }) => !start.after || comparePlaces(place, start.after) > 0)
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ group }) => group);
}

async function ask(
  search: ScopedSearch,
  { indexPattern }: KubeAuditOptions,
  bodies: SearchBody[]
): Promise<SearchResponse[]> {
  return search.searchAll(bodies.map((body) => ({ index: indexPattern, body })));
}

/** All records of one millisecond. */
async function readInstant(
  ms: number,
  { clauses }: PageQuestion,
  search: ScopedSearch,
  options: KubeAuditOptions
): Promise<SearchResponse> {
  const query = recordsQuery({ fromMs: ms, toMs: ms }, clauses, options.fields);
  const [answer] = await ask(search, options, [
    buildBatchQuery(query, MAX_RESULT_WINDOW, options.fields),
  ]);
  return answer;
}

function cutReasons(count: number, ms: number): CompletenessReason[] {
  if (count < MAX_RESULT_WINDOW) return [];
  const instant = new Date(ms).toISOString();
  return [
    {
      code: 'scan_limit_reached',
      source: 'kubeaudit',
      instant,
      count,
      message: `More than ${count} records share the millisecond ${instant}: only so many of them are listed. Narrow the filters.`,
    },
  ];
}

/** Position at the end of a period, where reading begins. */
export function startOf({ toMs }: Period): ReadPosition {
  return { ms: toMs };
}
