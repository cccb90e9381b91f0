/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toQualifiedResource } from '../../common/kube_audit/qualified_resource';
import { buildFilterClauses } from '../kube_audit/filters/filter_query';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { recordsQuery } from '../kube_audit/events/events_query';
import { keywordOf, type KubeFields } from '../kube_audit/record/fields';
import { allOf, anyOf, exists, noneOf, type Query } from '../search/query_dsl';
import type { SearchBody, SearchResponse } from '../search/search_types';
import type { Period } from '../time/resolve_time_range';
import type { FirstSeenDimension } from './first_seen';

/** Different values of one dimension that are compared. */
export const MAX_VALUES = 2_000;

/** A value with how often and since when it is there. */
export interface SeenValue {
  /** What tells it from another one. */
  key: string;
  /** As it is shown. */
  value: string;
  count: number;
  firstMs: number;
}

/** A dimension of Kubernetes records: where its values are, and how to ask for some of them. */
export interface KubeDimension extends FirstSeenDimension {
  /** Records that are looked at. */
  clauses: readonly Query[];
  aggregation: Record<string, unknown>;
  /** Values of the aggregation. */
  read(bucket: Bucket): Omit<SeenValue, 'count' | 'firstMs'>;
  /** Records with one of these values; no more than {@link CHUNK} of them. */
  having(keys: readonly string[]): Query;
}

interface Bucket {
  key: string | Record<string, string | null>;
  doc_count: number;
  first?: { value?: number | null };
}

/** Values of one query: an operation takes four clauses, and OpenSearch takes 1,024. */
export const CHUNK = 200;

const first = (fields: KubeFields) => ({ first: { min: { field: fields.receivedAt } } });

function byField(
  dimension: FirstSeenDimension,
  field: string,
  clauses: readonly Query[],
  fields: KubeFields,
  include: { include?: string } = {}
): KubeDimension {
  const keyword = keywordOf(field);
  return {
    ...dimension,
    clauses: [exists(keyword), ...clauses],
    aggregation: { terms: { field: keyword, size: MAX_VALUES, ...include }, aggs: first(fields) },
    read: ({ key }) => ({ key: String(key), value: String(key) }),
    having: (keys) => ({ terms: { [keyword]: keys } }),
  };
}

type Operation = Record<'verb' | 'resource' | 'apiGroup' | 'subresource', string | null>;

function byOperation(fields: KubeFields): KubeDimension {
  const source = (name: 'verb' | 'resource' | 'apiGroup' | 'subresource') => ({
    [name]: { terms: { field: keywordOf(fields[name]), missing_bucket: true } },
  });
  const part = (name: keyof Operation, value: string | null): Query =>
    value === null
      ? noneOf([exists(keywordOf(fields[name]))])
      : { term: { [keywordOf(fields[name])]: value } };
  return {
    id: 'operation',
    title: 'Operations for the first time (verb and resource)',
    of: 'Verb and resource of a request, by anybody',
    clauses: [exists(keywordOf(fields.resource))],
    aggregation: {
      composite: {
        size: MAX_VALUES,
        sources: [source('resource'), source('apiGroup'), source('subresource'), source('verb')],
      },
      aggs: first(fields),
    },
    read: ({ key }) => {
      const { verb, resource, apiGroup, subresource } = key as Operation;
      const qualified = toQualifiedResource({
        resource: resource ?? '',
        apiGroup: apiGroup ?? undefined,
        subresource: subresource ?? undefined,
      });
      return {
        key: JSON.stringify([verb, resource, apiGroup, subresource]),
        value: `${verb ?? 'no verb'} ${qualified}`,
      };
    },
    having: (keys) =>
      anyOf(
        keys.map((key) => {
          const [verb, resource, apiGroup, subresource] = JSON.parse(key) as Array<string | null>;
          return allOf([
            part('resource', resource),
            part('verb', verb),
            part('apiGroup', apiGroup),
            part('subresource', subresource),
          ]);
        })
      ),
  };
}

/** What can be there for the first time in Kubernetes records. */
export function kubeDimensions(options: KubeAuditOptions): KubeDimension[] {
  const { fields } = options;
  const people = buildFilterClauses(
    { userKinds: ['person', 'group_account'] },
    options,
    'estimate'
  );
  return [
    byField(
      {
        id: 'user',
        title: 'Users for the first time',
        of: 'User names of any kind (persons, service accounts, components)',
      },
      fields.user,
      [],
      fields
    ),
    byOperation(fields),
    byField(
      {
        id: 'source',
        title: 'Source addresses of people for the first time',
        of: 'Addresses from which persons and group accounts came (pods and nodes change theirs all the time); a client can forge all but the last',
      },
      fields.sourceIps,
      people,
      fields
    ),
    byField(
      {
        id: 'key',
        title: 'Certificates of people for the first time',
        of: 'Client certificates of persons and group accounts (credential ids X509SHA256=…; tokens change all the time)',
      },
      fields.credentialId,
      [...people, { prefix: { [keywordOf(fields.credentialId)]: 'X509SHA256=' } }],
      fields,
      // A credential id is a list, and may hold others too.
      { include: 'X509SHA256=.*' }
    ),
    byField(
      { id: 'cluster', title: 'Clusters for the first time', of: 'Names of clusters' },
      fields.cluster,
      [],
      fields
    ),
  ];
}

/** Values of a dimension in a period; only these, where given. */
export function buildValues(
  dimension: KubeDimension,
  period: Period,
  { fields }: KubeAuditOptions,
  keys?: readonly string[]
): SearchBody {
  const only = keys === undefined ? [] : [dimension.having(keys)];
  return {
    query: recordsQuery(period, [...dimension.clauses, ...only], fields),
    size: 0,
    track_total_hits: false,
    aggs: { values: dimension.aggregation },
  };
}

/** Values found, and whether there may be more. */
export function readValues(
  dimension: KubeDimension,
  answer: SearchResponse
): { values: SeenValue[]; more: boolean } {
  const aggregation = (answer.aggregations?.values ?? {}) as {
    buckets?: Bucket[];
    sum_other_doc_count?: number;
  };
  const buckets = aggregation.buckets ?? [];
  return {
    values: buckets.map((bucket) => ({
      ...dimension.read(bucket),
      count: bucket.doc_count,
      firstMs: bucket.first?.value ?? 0,
    })),
    more: (aggregation.sum_other_doc_count ?? 0) > 0 || buckets.length >= MAX_VALUES,
  };
}
