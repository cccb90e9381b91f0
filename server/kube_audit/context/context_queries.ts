/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { anyOf, allOf, exists, noneOf, withinMs, type Query } from '../../search/query_dsl';
import type { SearchBody } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';
import type { KubeFields } from '../record/fields';

/**
 * Searches that tell how far an answer can be trusted. They travel with the question itself.
 */
export interface ContextQueries {
  /** Records of the period, whatever the filters. */
  inRange: SearchBody;
  /** Documents of the period that are no audit record: without receipt time, audit id or stage. */
  unreadable: SearchBody;
  /** Requests that match, were received before the period, and whose record was written in it. */
  beganEarlier: SearchBody;
  /** First record that is still kept. */
  retention: SearchBody;
}

/** Builds them. `clauses` are those of the question's filters. */
export function buildContextQueries(
  { fromMs, toMs }: Period,
  clauses: readonly Query[],
  fields: KubeFields
): ContextQueries {
  const written = withinMs(fields.time, { gte: fromMs, lte: toMs });
  const count = (query: Query): SearchBody => ({ query, size: 0, track_total_hits: true });
  const essential = [fields.receivedAt, fields.auditId, fields.stage];
  return {
    inRange: count(withinMs(fields.receivedAt, { gte: fromMs, lte: toMs })),
    unreadable: count(allOf([written, anyOf(essential.map((field) => noneOf([exists(field)])))])),
    beganEarlier: count(allOf([withinMs(fields.receivedAt, { lt: fromMs }), written, ...clauses])),
    retention: {
      size: 0,
      track_total_hits: false,
      aggs: { first: { min: { field: fields.time } } },
    },
  };
}
