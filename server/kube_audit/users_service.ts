/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCompleteness, type CompletenessReason } from '../../common/api/completeness';
import {
  DEFAULT_USER_LIMIT,
  type AuditedUser,
  type UsersRequest,
  type UsersResponse,
} from '../../common/api/users';
import { toUserKind } from '../../common/kube_audit/user_kind';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchBody, SearchResponse } from '../search/search_types';
import { resolveTimeRange, toResolvedRange } from '../time/resolve_time_range';
import { buildContextQueries } from './context/context_queries';
import { contextReasons, countOf } from './context/context_reasons';
import { fieldReasons, inspectedFields } from './context/field_reasons';
import { MAX_RESULT_WINDOW, recordsQuery } from './events/events_query';
import { buildScan, scanRecords } from './events/scan_records';
import type { KubeAuditOptions } from './kube_audit_options';
import { toKubeHit, type KubeHit, type KubeRecord } from './record/kube_record';
import { eventKey, groupByEvent, groupHits } from './record/merge_stages';
import { compareText } from './record/to_kube_event';
import { countFinals } from './summary/estimate_query';
import {
  buildLongUsers,
  buildUserClauses,
  buildUsersPage,
  MAX_USER_PAGES,
  userRecordsQuery,
  USERS_PAGE,
  type UserKey,
} from './users/users_query';

interface UserBucket {
  key: UserKey;
  doc_count: number;
  first: { value: number };
  last: { value: number };
  final: { doc_count: number };
}

interface UsersAggregation {
  buckets: UserBucket[];
  after_key?: UserKey;
}

const usersOf = (answer: SearchResponse) =>
  (answer.aggregations?.users ?? { buckets: [] }) as UsersAggregation;

/**
 * Answers `users`: everybody of the period with kind, number of requests, first and last request. The
 * population is complete; the number of requests is exact as long as the records can be looked at one by one.
 */
export async function listUsers(
  request: UsersRequest,
  search: ScopedSearch,
  options: KubeAuditOptions,
  now: Date
): Promise<UsersResponse> {
  const period = resolveTimeRange(request.timeRange, now);
  const { fields, indexPattern } = options;
  const clauses = buildUserClauses(request, options);
  const context = buildContextQueries(period, clauses, fields);
  const item = (body: SearchBody) => ({ index: indexPattern, body });
  const bodies = [
    buildUsersPage(period, clauses, fields),
    buildScan(userRecordsQuery(period, clauses, fields), fields),
    countFinals(recordsQuery(period, clauses, fields), fields),
    buildLongUsers(period, clauses, fields),
    context.inRange,
    context.unreadable,
    context.retention,
  ];
  const [answers, capabilities] = await Promise.all([
    search.searchAll(bodies.map(item)),
    search.fieldCapabilities(indexPattern, inspectedFields(fields)),
  ]);
  answers.forEach((answer) => assertSearched(answer, indexPattern));
  const [firstPage, scan, finals, longUsers, inRange, unreadable, retention] = answers;
  const seen = countOf(inRange) > 0 || countOf(unreadable) > 0;
  const asked = request.clusters ? { clusters: request.clusters } : {};
  const reasons: CompletenessReason[] = [
    ...partialReasons(answers, 'kubeaudit'),
    ...fieldReasons(capabilities, asked, fields, seen),
    ...contextReasons(unreadable, retention, period),
  ];
  const buckets = [...usersOf(firstPage).buckets];
  let page = usersOf(firstPage);
  for (let pages = 1; page.buckets.length === USERS_PAGE && page.after_key; pages += 1) {
    if (pages === MAX_USER_PAGES) {
      reasons.push(
        scanLimit(`Only the first ${buckets.length} users are listed, in the order of names.`)
      );
      break;
    }
    const [more] = await search.searchAll([
      item(buildUsersPage(period, clauses, fields, page.after_key)),
    ]);
    reasons.push(...partialReasons([more], 'kubeaudit'));
    page = usersOf(more);
    buckets.push(...page.buckets);
  }
  const max = countOf(finals) > options.maxExactRecords ? 0 : options.maxExactRecords;
  const scanned = await scanRecords(
    scan,
    userRecordsQuery(period, clauses, fields),
    max,
    search,
    options
  );
  const exact = scanned.exhaustive ? countRequests(scanned.records) : undefined;
  if (longUsers.hits.hits.length >= MAX_RESULT_WINDOW) {
    reasons.push(
      scanLimit(
        `More than ${MAX_RESULT_WINDOW} records have a user name of over 256 characters: some of these names may not be listed.`
      )
    );
  }
  const users = [
    ...buckets.map((bucket) => toUser(bucket, exact, options.groupAccounts)),
    ...toLongUsers(longUsers, options),
  ].filter(matches(request));
  users.sort((a, b) => b.requests - a.requests || compareText(a.name, b.name));
  if (!exact) {
    reasons.push({
      code: 'counts_approximate',
      source: 'kubeaudit',
      message:
        'The requests of each user are counted by their final record; repeated deliveries are not resolved in them. The list of users is complete.',
    });
  }
  return {
    range: toResolvedRange(period),
    population: users.length,
    users: users.slice(0, request.limit ?? DEFAULT_USER_LIMIT),
    countsApproximate: exact === undefined,
    completeness: toCompleteness(reasons),
  };
}

function scanLimit(message: string): CompletenessReason {
  return { code: 'scan_limit_reached', source: 'kubeaudit', message };
}

/** Events by user. */
function countRequests(records: readonly KubeRecord[]): Map<string, number> {
  const events = groupByEvent(records, (record) => eventKey(record, record.receivedMs));
  const counts = new Map<string, number>();
  for (const [{ user }] of events) counts.set(user, (counts.get(user) ?? 0) + 1);
  return counts;
}

function toUser(
  { key, doc_count, first, last, final }: UserBucket,
  exact: Map<string, number> | undefined,
  groupAccounts: readonly string[]
): AuditedUser {
  const name = key.user ?? '';
  return {
    name,
    kind: toUserKind(name, groupAccounts),
    requests: exact?.get(name) ?? (final.doc_count || doc_count),
    firstSeen: new Date(first.value).toISOString(),
    lastSeen: new Date(last.value).toISOString(),
  };
}

function toLongUsers(answer: SearchResponse, options: KubeAuditOptions): AuditedUser[] {
  const hits = answer.hits.hits
    .map((hit) => toKubeHit(hit, options.fields))
    .filter((hit): hit is KubeHit => hit !== undefined);
  const users = new Map<string, AuditedUser>();
  for (const [{ record }] of groupHits(hits)) {
    const at = new Date(record.receivedMs).toISOString();
    const known = users.get(record.user);
    users.set(record.user, {
      name: record.user,
      kind: toUserKind(record.user, options.groupAccounts),
      requests: (known?.requests ?? 0) + 1,
      firstSeen: known && known.firstSeen < at ? known.firstSeen : at,
      lastSeen: known && known.lastSeen > at ? known.lastSeen : at,
    });
  }
  return [...users.values()];
}

/** What the query could not decide by itself: names too long for it, and case beyond ASCII. */
function matches({ search, kinds }: UsersRequest): (user: AuditedUser) => boolean {
  const wanted = search?.toLowerCase();
  return ({ name, kind }) =>
    (!wanted || name.toLowerCase().includes(wanted)) && (!kinds || kinds.includes(kind));
}
