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
import { kubeQuestion } from '../coverage/askable_sources';
import { coverageProbe, searchWithProbe } from '../coverage/coverage_probe';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchBody, SearchResponse } from '../search/search_types';
import { resolveTimeRange, toResolvedRange } from '../time/resolve_time_range';
import { buildContextQueries } from './context/context_queries';
import { contextReasons, countOf } from './context/context_reasons';
import { fieldReasons, inspectedFields } from './context/field_reasons';
import { recordsQuery } from './events/events_query';
import { buildScan, scanRecords } from './events/scan_records';
import type { KubeAuditOptions } from './kube_audit_options';
import { KEYWORD_IGNORE_ABOVE } from './record/fields';
import { toKubeHit, type KubeRecord } from './record/kube_record';
import { eventKey, groupByEvent } from './record/merge_stages';
import { compareText } from './record/to_kube_event';
import { buildLongRecords, MAX_LONG_RECORDS, shortRecords } from './summary/enumeration';
import { countFinals } from './summary/estimate_query';
import {
  buildUserClauses,
  buildUsersPage,
  MAX_USER_PAGES,
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
  const query = recordsQuery(period, clauses, fields);
  const context = buildContextQueries(period, clauses, fields);
  const item = (body: SearchBody) => ({ index: indexPattern, body });
  const bodies = [
    buildUsersPage(period, clauses, fields),
    buildScan(shortRecords(query, fields), fields),
    countFinals(query, fields),
    buildLongRecords(query, fields),
    context.inRange,
    context.unreadable,
  ];
  const probe = coverageProbe(
    kubeQuestion(options, request.clusters),
    period,
    { only: request.clusters },
    now
  );
  const [{ answers, probed }, capabilities] = await Promise.all([
    searchWithProbe(search, bodies.map(item), probe),
    search.fieldCapabilities(indexPattern, inspectedFields(fields)),
  ]);
  answers.forEach((answer) => assertSearched(answer, indexPattern));
  const [firstPage, scan, finals, long, inRange, unreadable] = answers;
  const seen = countOf(inRange) > 0 || countOf(unreadable) > 0;
  const asked = request.clusters ? { clusters: request.clusters } : {};
  const reasons: CompletenessReason[] = [
    ...partialReasons(answers, 'kubeaudit'),
    ...fieldReasons(capabilities, asked, fields, seen),
    ...contextReasons(unreadable, undefined, period),
    ...probe.read(probed).reasons,
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
  const scanned = await scanRecords(scan, shortRecords(query, fields), max, search, options);
  const longRecords = long.hits.hits.flatMap((hit) => toKubeHit(hit, fields)?.record ?? []);
  const allLong = long.hits.hits.length < MAX_LONG_RECORDS;
  const exact =
    scanned.exhaustive && allLong ? countRequests([...scanned.records, ...longRecords]) : undefined;
  if (!allLong) {
    reasons.push(
      scanLimit(
        `More than ${MAX_LONG_RECORDS} records have a value of over 256 characters: some user names of that length may not be listed.`
      )
    );
  }
  const users = [
    ...buckets.map((bucket) => toUser(bucket, exact, options.groupAccounts)),
    ...toLongUsers(longRecords, options),
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

const keyOf = (record: KubeRecord) => eventKey(record, record.receivedMs);

/** Events by user. */
function countRequests(records: readonly KubeRecord[]): Map<string, number> {
  const events = groupByEvent(records, keyOf);
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

/** Users whose name is too long for the keyword field, from their records. */
function toLongUsers(
  records: readonly KubeRecord[],
  { groupAccounts }: KubeAuditOptions
): AuditedUser[] {
  const long = records.filter(({ user }) => user.length > KEYWORD_IGNORE_ABOVE);
  const users = new Map<string, AuditedUser>();
  for (const [{ user, receivedMs }] of groupByEvent(long, keyOf)) {
    const at = new Date(receivedMs).toISOString();
    const known = users.get(user);
    users.set(user, {
      name: user,
      kind: toUserKind(user, groupAccounts),
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
