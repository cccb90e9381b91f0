/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { partialReasons } from '../../search/answer_reasons';
import { allOf, withinMs, type Query } from '../../search/query_dsl';
import type { ScopedSearch } from '../../search/scoped_search';
import type { SearchBody, SearchResponse } from '../../search/search_types';
import type { KubeFields } from '../record/fields';
import { listedDocValues, toListedRecord } from '../record/listed_record';
import type { KubeRecord } from '../record/kube_record';
import { MAX_RESULT_WINDOW } from './events_query';
import { wholeInstants } from './whole_instants';

/** Records that a scan has read, and whether these are all. */
export interface ScannedRecords {
  records: KubeRecord[];
  exhaustive: boolean;
}

/** Newest records of a query in their smallest form. */
export function buildScan(query: Query, fields: KubeFields): SearchBody {
  return {
    query,
    size: MAX_RESULT_WINDOW,
    sort: [{ [fields.receivedAt]: { order: 'desc', unmapped_type: 'date' } }],
    track_total_hits: false,
    _source: false,
    docvalue_fields: listedDocValues(fields),
  };
}

/**
 * Reads all records of a query, newest first, as long as they are not too many. Bounded by `max` records,
 * held in memory in their smallest form.
 *
 * @param max read on only while fewer records than this were read; 0 reads nothing further
 * @param first answer to `buildScan(query)`, which came with other answers
 */
export async function scanRecords(
  first: SearchResponse,
  query: Query,
  max: number,
  search: ScopedSearch,
  { indexPattern, fields }: { indexPattern: string; fields: KubeFields }
): Promise<ScannedRecords> {
  const records: KubeRecord[] = [];
  let answer = first;
  for (;;) {
    const { hits, last, nextMs, overflow } = wholeInstants(answer.hits.hits, MAX_RESULT_WINDOW);
    records.push(...hits.flatMap((hit) => toListedRecord(hit, fields) ?? []));
    if (last) return { records, exhaustive: partialReasons([answer], '').length === 0 };
    if (overflow || records.length >= max) return { records, exhaustive: false };
    const older = allOf([query, withinMs(fields.receivedAt, { lte: nextMs })]);
    [answer] = await search.searchAll([{ index: indexPattern, body: buildScan(older, fields) }]);
  }
}
