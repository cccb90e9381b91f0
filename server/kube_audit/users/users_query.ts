/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { UsersRequest } from '../../../common/api/users';
import { allOf, anyOf, noneOf, type Query } from '../../search/query_dsl';
import type { SearchBody } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';
import { recordsQuery } from '../events/events_query';
import { userKindQuery } from '../filters/filter_query';
import { hasLongValue, valueIn } from '../filters/value_query';
import type { KubeAuditOptions } from '../kube_audit_options';
import { keywordOf, type KubeFields } from '../record/fields';
import { finalRecords } from '../summary/estimate_query';

/** Users of one page of the population: the largest that stays well under `search.max_buckets` with its sub-aggregation. */
export const USERS_PAGE = 20_000;

/** Pages that are read: 200,000 users is more than any platform has; above it the answer says so. */
export const MAX_USER_PAGES = 10;

/** Key of the last user of a page. */
export interface UserKey {
  user: string | null;
}

/**
 * Part of a name as a wildcard, without regard to case. Lucene folds the case of ASCII only, so any other
 * character becomes a wildcard here and the names are compared again afterwards.
 */
function searchQuery(search: string, { user }: KubeFields): Query {
  const escaped = search
    .replace(/[\\*?]/g, (special) => `\\${special}`)
    // eslint-disable-next-line no-control-regex
    .replace(/[^\x00-\x7f]+/g, '*');
  const wildcard = { value: `*${escaped}*`, case_insensitive: true };
  // A name too long for the keyword field cannot be matched here: it is read and compared afterwards.
  return anyOf([{ wildcard: { [keywordOf(user)]: wildcard } }, hasLongValue(user)]);
}

/** Clauses of the question. */
export function buildUserClauses(
  { search, kinds, clusters }: UsersRequest,
  options: KubeAuditOptions
): Query[] {
  const clauses: Query[] = [];
  if (search) clauses.push(searchQuery(search, options.fields));
  if (kinds) {
    const ofKind = kinds.map((kind) => userKindQuery(kind, options));
    clauses.push(anyOf([...ofKind, hasLongValue(options.fields.user)]));
  }
  if (clusters) clauses.push(valueIn(options.fields.cluster, clusters));
  return clauses;
}

/** A page of the population, in the order of names. Never sampled: every user of the period has a bucket. */
export function buildUsersPage(
  period: Period,
  clauses: readonly Query[],
  fields: KubeFields,
  after?: UserKey
): SearchBody {
  return {
    query: allOf([recordsQuery(period, clauses, fields), noneOf([hasLongValue(fields.user)])]),
    size: 0,
    track_total_hits: false,
    aggs: {
      users: {
        composite: {
          size: USERS_PAGE,
          sources: [{ user: { terms: { field: keywordOf(fields.user), missing_bucket: true } } }],
          ...(after ? { after } : {}),
        },
        aggs: {
          first: { min: { field: fields.receivedAt } },
          last: { max: { field: fields.receivedAt } },
          final: { filter: finalRecords(fields) },
        },
      },
    },
  };
}
