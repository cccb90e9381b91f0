/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../../common/api/kube_filters';
import { MAX_FILTER_VALUES } from '../../../common/api/kube_filters';
import { OUTCOMES } from '../../../common/kube_audit/outcome';
import { USER_KINDS } from '../../../common/kube_audit/user_kind';
import type { Query } from '../../search/query_dsl';
import { DEFAULT_KUBE_FIELDS, keywordOf } from '../record/fields';
import { recordOf } from '../record/recorded.test_support';
import { buildFilterClauses, variesByStage, type FilterMode } from './filter_query';
import { matchesFilters } from './match_filters';

const CONTEXT = { fields: DEFAULT_KUBE_FIELDS, groupAccounts: ['kubernetes-admin'] };
const MODES: FilterMode[] = ['superset', 'estimate'];
const HOSTILE = ['*', '_exists_', 'user.username', '__proto__', '{"match_all":{}}', 'a" OR "b'];
const LISTS = ['users', 'clusters', 'verbs', 'resources', 'namespaces', 'names', 'sourceIps'];

/** Every field that a query names. */
function fieldsOf(query: unknown): string[] {
  if (Array.isArray(query)) return query.flatMap(fieldsOf);
  if (typeof query !== 'object' || query === null) return [];
  return Object.entries(query).flatMap(([key, value]) => {
    if (key === 'exists') return [(value as { field: string }).field];
    if (['term', 'terms', 'prefix', 'range', 'match_phrase'].includes(key)) {
      return Object.keys(value as object);
    }
    return fieldsOf(value);
  });
}

/** Clauses that count towards OpenSearch's limit: a list of terms is one. */
function leavesOf(query: unknown): number {
  if (Array.isArray(query)) return query.reduce<number>((sum, item) => sum + leavesOf(item), 0);
  const { bool } = query as { bool?: Record<string, unknown> };
  if (!bool) return 1;
  return Object.values(bool).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? leavesOf(value) : 0),
    0
  );
}

const clausesOf = (filters: KubeFilters, mode: FilterMode): Query[] =>
  buildFilterClauses(filters, CONTEXT, mode);

describe('the query of a filter', () => {
  const known = new Set(
    Object.values(DEFAULT_KUBE_FIELDS).flatMap((field) => [field, keywordOf(field)])
  );

  it.each(LISTS)('never takes a value of %s for a field or a query', (name) => {
    for (const mode of MODES) {
      const filters = { [name]: HOSTILE, exclude: { [name]: HOSTILE }, impersonated: HOSTILE };
      for (const field of fieldsOf(clausesOf(filters, mode))) expect(known).toContain(field);
    }
  });

  it('has no clause where nothing is filtered', () => {
    for (const mode of MODES) {
      expect(clausesOf({}, mode)).toEqual([]);
      expect(clausesOf({ exclude: {} }, mode)).toEqual([]);
    }
  });

  it('stays within the clauses that OpenSearch allows, however much is asked', () => {
    const lists = Object.fromEntries(
      LISTS.map((name) => [
        name,
        Array.from({ length: MAX_FILTER_VALUES }, (_, i) => `r${i}.apps.example.com/scale`),
      ])
    );
    const all = { ...lists, userKinds: [...USER_KINDS], outcomes: [...OUTCOMES] };
    const filters = { ...all, exclude: all, impersonated: lists.users } as KubeFilters;
    for (const mode of MODES) expect(leavesOf(clausesOf(filters, mode))).toBeLessThan(1024);
  });

  it('never leaves out records for an excluded value that only some stages have', () => {
    const exclude: KubeFilters['exclude'] = { names: ['x'], denials: ['admission'] };
    expect(clausesOf({ exclude }, 'superset')).toEqual([]);
    expect(clausesOf({ exclude }, 'estimate')).toHaveLength(2);
    expect(clausesOf({ impersonated: false }, 'superset')).toEqual([]);
    expect(clausesOf({ outcomes: ['unknown'] }, 'superset')).toEqual([]);
  });

  it('leaves out the filter of a facet, in both directions', () => {
    const filters: KubeFilters = {
      verbs: ['get'],
      outcomes: ['success'],
      exclude: { verbs: ['list'], outcomes: ['forbidden'] },
    };
    const fields = (omit: 'verbs' | 'outcomes') =>
      fieldsOf(buildFilterClauses(filters, CONTEXT, 'estimate', omit));
    expect(fields('verbs')).toEqual(['responseStatus.code']);
    expect(new Set(fields('outcomes'))).toEqual(new Set(['verb.keyword']));
  });

  it('finds nothing where all wanted outcomes are excluded', () => {
    const filters: KubeFilters = { outcomes: ['success'], exclude: { outcomes: ['success'] } };
    expect(clausesOf(filters, 'estimate')).toEqual([{ match_none: {} }]);
  });

  it.each<[KubeFilters, boolean]>([
    [{}, false],
    [{ users: ['a'], verbs: ['get'], exclude: { clusters: ['x'] } }, false],
    [{ names: ['x'] }, true],
    [{ outcomes: ['success'] }, true],
    [{ denials: ['admission'] }, true],
    [{ exclude: { names: ['x'] } }, true],
    [{ exclude: { outcomes: ['success'] } }, true],
    [{ impersonated: false }, true],
    [{ impersonated: ['bob'] }, true],
  ])('of %j varies by stage: %p', (filters, varies) => {
    expect(variesByStage(filters)).toBe(varies);
  });
});

describe('the decision about an event', () => {
  const event = recordOf({
    user: 'alice@example.com',
    resource: 'pods',
    qualifiedResource: 'pods/exec',
    namespace: 'prod',
    name: 'web-0',
    code: 403,
    decision: 'allow',
    sourceIps: ['198.51.100.7', '10.0.0.1'],
  });

  it.each<[KubeFilters, boolean]>([
    [{}, true],
    [{ users: ['alice@example.com'] }, true],
    [{ users: ['Alice@example.com'] }, false],
    [{ users: ['bob', 'alice@example.com'] }, true],
    [{ userKinds: ['person'] }, true],
    [{ userKinds: ['group_account'] }, false],
    [{ resources: ['pods'] }, false],
    [{ resources: ['pods/exec'] }, true],
    [{ outcomes: ['forbidden'], denials: ['admission'] }, true],
    [{ outcomes: ['forbidden'], denials: ['authorization'] }, false],
    [{ sourceIps: ['10.0.0.1'] }, true],
    [{ exclude: { sourceIps: ['10.0.0.1'] } }, false],
    [{ exclude: { users: ['bob'] } }, true],
    [{ users: ['alice@example.com'], exclude: { verbs: ['get'] } }, false],
    [{ impersonated: true }, false],
    [{ impersonated: false }, true],
    [{ impersonated: ['bob'] }, false],
  ])('with %j is %p', (filters, passes) => {
    expect(matchesFilters(event, filters, CONTEXT.groupAccounts)).toBe(passes);
  });

  it('looks at the impersonated user, not at who impersonates', () => {
    const asBob = { ...event, impersonatedUser: 'bob' };
    const passes = (filters: KubeFilters) => matchesFilters(asBob, filters, []);
    expect(passes({ impersonated: true })).toBe(true);
    expect(passes({ impersonated: false })).toBe(false);
    expect(passes({ impersonated: ['bob'] })).toBe(true);
    expect(passes({ impersonated: ['alice@example.com'] })).toBe(false);
    expect(passes({ users: ['bob'] })).toBe(false);
  });

  it('lets no event without a value through a filter for it, and none out by an exclusion', () => {
    const bare = recordOf({ user: '', cluster: '', verb: '' });
    for (const name of LISTS) {
      expect(matchesFilters(bare, { [name]: ['x'] }, [])).toBe(false);
      expect(matchesFilters(bare, { exclude: { [name]: ['x'] } }, [])).toBe(true);
    }
  });
});
