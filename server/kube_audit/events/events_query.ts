/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { allOf, withinMs, type Query } from '../../search/query_dsl';
import type { SearchBody } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';
import type { KubeFields } from '../record/fields';

/** OpenSearch's `index.max_result_window`: most hits of one search. */
export const MAX_RESULT_WINDOW = 10_000;

/** Fields of a list: everything but the bodies, which can be megabytes each. */
export function listedFields(fields: KubeFields): string[] {
  const { requestObject, responseObject, ...light } = fields;
  return Object.values(light).filter(
    (field) => field !== requestObject && field !== responseObject
  );
}

/** Records received in a period and matching all clauses. */
export function recordsQuery(
  { fromMs, toMs }: Period,
  clauses: readonly Query[],
  fields: KubeFields
): Query {
  return allOf([withinMs(fields.receivedAt, { gte: fromMs, lte: toMs }), ...clauses]);
}

/**
 * Newest records of a query. All stages and repeated deliveries of a request share their receipt time, so
 * they are neighbours in this order; a batch is never cut within a millisecond by its reader.
 */
export function buildBatchQuery(query: Query, size: number, fields: KubeFields): SearchBody {
  return {
    query,
    size: Math.min(size, MAX_RESULT_WINDOW),
    sort: [{ [fields.receivedAt]: { order: 'desc', unmapped_type: 'date' } }],
    track_total_hits: false,
    _source: { includes: listedFields(fields) },
  };
}
