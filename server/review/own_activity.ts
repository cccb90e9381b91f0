/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { OwnActivity, ReviewSigner } from '../../common/api/review_record';
import type { DirectoryPicture } from '../directory/directory_service';
import type { Use } from '../group_accounts/to_uses';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { recordsQuery } from '../kube_audit/events/events_query';
import { keywordOf } from '../kube_audit/record/fields';
import { directoryNames, isNameOf } from '../person_timeline/person_names';
import { anyOf, type Query } from '../search/query_dsl';
import type { SearchBody, SearchResponse } from '../search/search_types';
import type { Period } from '../time/resolve_time_range';

/** Names of one person that are looked for. */
const MAX_NAMES = 20;

/** User names found by them. */
const MAX_FOUND = 200;

/** Names by which the signer is known: the login name, and what the directory says of its person. */
export function namesOfSigner(
  { name, authenticated }: ReviewSigner,
  directory: DirectoryPicture
): string[] {
  if (!authenticated) return [];
  const owners = directory.entries
    .filter(
      ({ kind, value, shared, person }) =>
        kind === 'account' && !shared && person !== undefined && isNameOf(value, name)
    )
    .flatMap(({ person }) => person ?? []);
  const names = [name, ...owners].flatMap((each) => directoryNames(each, directory));
  return [...new Set(names)].slice(0, MAX_NAMES);
}

const escaped = (name: string) => name.replace(/[*?\\]/g, '\\$&');

/** Kubernetes users of a period who may be the signer; `isNameOf` decides. */
export function buildOwnUsers(
  names: readonly string[],
  period: Period,
  { fields }: KubeAuditOptions
): SearchBody {
  const user = keywordOf(fields.user);
  const clauses = names.flatMap((name): Query[] => [
    { term: { [user]: { value: name, case_insensitive: true } } },
    // After the prefix of an OpenID Connect issuer.
    ...(name.includes('@')
      ? [':', '#'].map((mark) => ({
          wildcard: { [user]: { value: `*${mark}${escaped(name)}`, case_insensitive: true } },
        }))
      : []),
  ]);
  return {
    query:
      clauses.length === 0 ? { match_none: {} } : recordsQuery(period, [anyOf(clauses)], fields),
    size: 0,
    track_total_hits: false,
    aggs: { users: { terms: { field: user, size: MAX_FOUND } } },
  };
}

/** Those of the answer who are the signer. */
export function readOwnUsers(
  names: readonly string[],
  answer: SearchResponse
): OwnActivity['found'] {
  const { buckets = [] } = (answer.aggregations?.users ?? {}) as {
    buckets?: Array<{ key: string; doc_count: number }>;
  };
  return buckets
    .filter(({ key }) => names.some((name) => isNameOf(key, name)))
    .map(({ key, doc_count: count }) => ({ name: key, count }));
}

/** Uses of group accounts that are the signer's, for certain or possibly. */
export function ownUses(
  names: readonly string[],
  uses: readonly Use[]
): { certain: OwnActivity['found']; possible: number } {
  const isOwn = (person: string | undefined) =>
    person !== undefined && names.some((name) => isNameOf(person, name));
  const certain = new Map<string, number>();
  let possible = 0;
  for (const { use } of uses) {
    const { person, candidates } = use.attribution;
    if (isOwn(person)) {
      const name = `${person ?? ''} (as ${use.account})`;
      certain.set(name, (certain.get(name) ?? 0) + 1);
    } else if (candidates.some((candidate) => isOwn(candidate.person))) possible += 1;
  }
  return { certain: [...certain].map(([name, count]) => ({ name, count })), possible };
}

/**
 * Whether the signer reviews what they did themselves.
 *
 * @param unsure reasons by which something of theirs may not have been seen
 */
export function toOwnActivity(
  signer: ReviewSigner,
  names: readonly string[],
  found: OwnActivity['found'],
  possible: number,
  unsure: readonly string[]
): OwnActivity {
  const base = { names: [...names], found: found.slice(0, MAX_FOUND) };
  if (!signer.authenticated) {
    return {
      ...base,
      state: 'unknown',
      message: 'OpenSearch runs without its security plugin: it is not known who reviews.',
    };
  }
  if (found.length > 0) {
    return {
      ...base,
      state: 'found',
      message: `${signer.name} reviews own activity: ${found.map(({ name, count }) => `${name}: ${count}`).join(', ')}.`,
    };
  }
  if (possible > 0) {
    return {
      ...base,
      state: 'unknown',
      message: `${possible} uses of group accounts may be those of ${signer.name}: several persons were possible.`,
    };
  }
  if (unsure.length > 0) {
    return {
      ...base,
      state: 'unknown',
      message: `Nothing of ${signer.name} was found, but not all could be looked at: ${unsure.slice(0, 5).join(' ')}`,
    };
  }
  return {
    ...base,
    state: 'not_found',
    message: `${signer.name} is not among the users of the period, by the names ${names.join(', ')}.`,
  };
}
