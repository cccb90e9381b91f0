/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../../common/api/kube_filters';
import { OUTCOMES, type Denial, type Outcome } from '../../../common/kube_audit/outcome';
import { parseQualifiedResource } from '../../../common/kube_audit/qualified_resource';
import {
  NODE_PREFIX,
  SERVICE_ACCOUNT_PREFIX,
  SYSTEM_PREFIX,
  type UserKind,
} from '../../../common/kube_audit/user_kind';
import { allOf, anyOf, exists, noneOf, type Query } from '../../search/query_dsl';
import { keywordOf, type KubeFields } from '../record/fields';
import type { ValueFilterName } from './match_filters';
import { hasLongValue, valueIn } from './value_query';

/**
 * - `superset`: finds at least one record of every event that passes the filters, and all records that
 *   decide it; `matchesFilters` then decides about the merged event.
 * - `estimate`: decides record by record, for counts that are said to be approximate.
 */
export type FilterMode = 'superset' | 'estimate';

/** What a filter query depends on besides the filters. */
export interface FilterContext {
  fields: KubeFields;
  groupAccounts: readonly string[];
}

/** Users of a kind, by the same rules as `toUserKind`. */
export function userKindQuery(kind: UserKind, { fields, groupAccounts }: FilterContext): Query {
  const keyword = keywordOf(fields.user);
  const prefix = (value: string): Query => ({ prefix: { [keyword]: value } });
  const groups: Query = { terms: { [keyword]: groupAccounts } };
  switch (kind) {
    case 'unauthenticated':
      return noneOf([exists(fields.user)]);
    case 'group_account':
      return groups;
    case 'service_account':
      return { bool: { filter: [prefix(SERVICE_ACCOUNT_PREFIX)], must_not: [groups] } };
    case 'node':
      return { bool: { filter: [prefix(NODE_PREFIX)], must_not: [groups] } };
    case 'system_component':
      return {
        bool: {
          filter: [prefix(SYSTEM_PREFIX)],
          must_not: [prefix(SERVICE_ACCOUNT_PREFIX), prefix(NODE_PREFIX), groups],
        },
      };
    case 'person':
      return { bool: { filter: [exists(fields.user)], must_not: [prefix(SYSTEM_PREFIX), groups] } };
  }
}

/** Dots of a resource that are tried as its own: no real one has any, but a client may ask for any path. */
const MAX_DOTS = 8;

/** A resource as `toQualifiedResource` writes it; a part that is not named must be absent. */
function resourceQuery(text: string, fields: KubeFields): Query {
  const { resource, apiGroup, subresource } = parseQualifiedResource(text);
  const part = (field: string, value: string | undefined): Query =>
    value === undefined ? noneOf([exists(field)]) : valueIn(field, [value]);
  const ofSubresource = part(fields.subresource, subresource);
  const usual = allOf([
    valueIn(fields.resource, [resource]),
    part(fields.apiGroup, apiGroup),
    ofSubresource,
  ]);
  if (apiGroup === undefined) return usual;
  // A refused request for `/api/v1/foo.bar` has the resource `foo.bar`: any dot may be the resource's own.
  const labels = apiGroup.split('.').slice(0, MAX_DOTS);
  const dotted = labels.map((_, i) => [resource, ...labels.slice(0, i + 1)].join('.'));
  return anyOf([usual, allOf([valueIn(fields.resource, dotted), ofSubresource])]);
}

/** Records with this outcome, by the same rules as `toOutcome`. */
export function outcomeQuery(outcome: Outcome, { code }: KubeFields): Query {
  switch (outcome) {
    case 'success':
      return { range: { [code]: { gte: 100, lt: 400 } } };
    case 'forbidden':
      return { term: { [code]: 403 } };
    case 'unauthenticated':
      return { term: { [code]: 401 } };
    case 'client_error':
      return {
        bool: {
          filter: [{ range: { [code]: { gte: 400, lt: 500 } } }],
          must_not: [{ terms: { [code]: [401, 403] } }],
        },
      };
    case 'server_error':
      return { range: { [code]: { gte: 500 } } };
    case 'unknown':
      return { bool: { must_not: [{ range: { [code]: { gte: 100 } } }] } };
  }
}

/** Records refused by this stage, by the same rules as `toDenial`. */
export function denialQuery(denial: Denial, fields: KubeFields): Query {
  const decision = denial === 'authorization' ? 'forbid' : 'allow';
  return allOf([{ term: { [fields.code]: 403 } }, valueIn(fields.decision, [decision])]);
}

/** A panic replaces the end of a request whose start may have said 200: it always takes part in the decision. */
function orPanic(clause: Query, fields: KubeFields): Query {
  return anyOf([clause, { term: { [keywordOf(fields.stage)]: 'Panic' } }]);
}

type ClauseOf = { [K in ValueFilterName]: (values: readonly string[]) => Query };

function clausesOf(context: FilterContext): ClauseOf {
  const { fields } = context;
  return {
    users: (values) => valueIn(fields.user, values),
    userKinds: (kinds) => anyOf((kinds as UserKind[]).map((kind) => userKindQuery(kind, context))),
    clusters: (values) => valueIn(fields.cluster, values),
    verbs: (values) => valueIn(fields.verb, values),
    resources: (values) => anyOf(values.map((value) => resourceQuery(value, fields))),
    namespaces: (values) => valueIn(fields.namespace, values),
    names: (values) => valueIn(fields.name, values),
    outcomes: (list) => anyOf((list as Outcome[]).map((outcome) => outcomeQuery(outcome, fields))),
    denials: (list) => anyOf((list as Denial[]).map((denial) => denialQuery(denial, fields))),
    sourceIps: (values) => valueIn(fields.sourceIps, values),
  };
}

/** Filters whose value is not the same on every stage of a request. */
const VARYING: readonly ValueFilterName[] = ['names', 'outcomes', 'denials'];

/** True when stages of an event can differ in whether the query finds them. */
export function variesByStage(filters: KubeFilters): boolean {
  const { impersonated, exclude = {} } = filters;
  return (
    impersonated !== undefined ||
    VARYING.some((name) => filters[name] !== undefined || exclude[name] !== undefined)
  );
}

/** Outcomes that are left when the unwanted ones are taken away; undefined when all are. */
function wantedOutcomes({ outcomes, exclude }: KubeFilters): Outcome[] | undefined {
  if (outcomes === undefined && exclude?.outcomes === undefined) return undefined;
  return (outcomes ?? [...OUTCOMES]).filter((outcome) => !exclude?.outcomes?.includes(outcome));
}

/**
 * Builds the clauses of a filter.
 *
 * @param omit leaves the filter of this name out, both ways: a facet disregards its own
 */
export function buildFilterClauses(
  filters: KubeFilters,
  context: FilterContext,
  mode: FilterMode,
  omit?: ValueFilterName
): Query[] {
  const clauses = clausesOf(context);
  const superset = mode === 'superset';
  const query: Query[] = [];
  const { exclude = {}, impersonated } = filters;
  const longUser = hasLongValue(context.fields.user);
  for (const name of Object.keys(clauses) as ValueFilterName[]) {
    if (name === omit || name === 'outcomes') continue;
    const wanted = filters[name];
    if (wanted) {
      let clause = clauses[name](wanted);
      if (superset && name === 'denials') clause = orPanic(clause, context.fields);
      // The kind of a name too long for its keyword field cannot be told by a query.
      if (superset && name === 'userKinds') clause = anyOf([clause, longUser]);
      query.push(clause);
    }
    const unwanted = exclude[name];
    // An excluded value that only some stages have must not tear an event apart.
    if (unwanted && !(superset && VARYING.includes(name))) {
      const clause = clauses[name](unwanted);
      const sure = superset && name === 'userKinds' ? allOf([clause, noneOf([longUser])]) : clause;
      query.push(noneOf([sure]));
    }
  }
  const outcomes = omit === 'outcomes' ? undefined : wantedOutcomes(filters);
  // Every request begins without a response, so "unknown" can be told only from all its stages.
  if (outcomes && !(superset && outcomes.includes('unknown'))) {
    const clause = outcomes.length > 0 ? clauses.outcomes(outcomes) : { match_none: {} };
    query.push(superset ? orPanic(clause, context.fields) : clause);
  }
  query.push(...impersonatedClauses(impersonated, context.fields, mode));
  return query;
}

function impersonatedClauses(
  impersonated: KubeFilters['impersonated'],
  { impersonatedUser }: KubeFields,
  mode: FilterMode
): Query[] {
  if (impersonated === undefined) return [];
  if (impersonated === true) return [exists(impersonatedUser)];
  if (impersonated === false)
    return mode === 'superset' ? [] : [noneOf([exists(impersonatedUser)])];
  return [valueIn(impersonatedUser, impersonated)];
}
