/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Query } from '../search/query_dsl';
import type { ScopedSearch } from '../search/scoped_search';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import { AuditError } from '../errors/audit_error';

/** Concrete indices, clusters or days that are told apart at most. */
const MAX_TERMS = 1_000;

/** An index that holds records of the question. */
export interface IndexTotal {
  index: string;
  records: number;
  first?: string;
  last?: string;
}

/** Records of a question, counted by OpenSearch and not by the extract. */
export interface ControlTotal {
  records: number;
  indices: IndexTotal[];
  perCluster: Record<string, number>;
  /** By day in UTC. */
  perDay: Record<string, number>;
  countedAt: string;
}

interface Bucket {
  key: string;
  key_as_string?: string;
  doc_count: number;
  first?: { value_as_string?: string; value?: number | null };
  last?: { value_as_string?: string; value?: number | null };
}

const buckets = (aggregation: unknown): Bucket[] =>
  (aggregation as { buckets?: Bucket[] } | undefined)?.buckets ?? [];

const instant = (value: number | null | undefined): string | undefined =>
  typeof value === 'number' ? new Date(value).toISOString() : undefined;

/**
 * Counts the records of a question.
 *
 * @param clusterField keyword field that names the cluster
 * @throws AuditError where not all of them could be counted
 */
export async function countRecords(
  { index, query, timeField }: { index: string; query: Query; timeField: string },
  clusterField: string,
  search: ScopedSearch,
  now: Date
): Promise<ControlTotal> {
  const extent = { first: { min: { field: timeField } }, last: { max: { field: timeField } } };
  const [answer] = await search.searchAll([
    {
      index,
      body: {
        query,
        size: 0,
        track_total_hits: true,
        aggs: {
          indices: { terms: { field: '_index', size: MAX_TERMS }, aggs: extent },
          clusters: { terms: { field: clusterField, size: MAX_TERMS, missing: '' } },
          days: {
            date_histogram: {
              field: timeField,
              calendar_interval: 'day',
              format: 'yyyy-MM-dd',
              min_doc_count: 1,
            },
          },
        },
      },
    },
  ]);
  assertSearched(answer, index);
  const [partial] = partialReasons([answer], '');
  if (partial) throw new AuditError('upstream_unavailable', `Not counted: ${partial.message}`);
  const { indices, clusters, days } = answer.aggregations ?? {};
  return {
    records: answer.hits.total?.value ?? 0,
    indices: buckets(indices)
      .map(({ key, doc_count: records, first, last }) => ({
        index: key,
        records,
        first: instant(first?.value),
        last: instant(last?.value),
      }))
      .sort((a, b) => (a.index < b.index ? -1 : 1)),
    perCluster: Object.fromEntries(
      buckets(clusters).map(({ key, doc_count: count }) => [key, count])
    ),
    perDay: Object.fromEntries(
      buckets(days).map(({ key_as_string: day, doc_count: count }) => [day ?? '', count])
    ),
    countedAt: now.toISOString(),
  };
}
