/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { partialReasons } from '../../search/answer_reasons';
import { allOf, withinMs, type Query } from '../../search/query_dsl';
import type { ScopedSearch } from '../../search/scoped_search';
import type { SearchBody, SearchResponse } from '../../search/search_types';
import { keywordOf, type KubeFields } from '../record/fields';
import { listedDocValues, toListedRecord } from '../record/listed_record';
import type { KubeRecord } from '../record/kube_record';
import { MAX_RESULT_WINDOW } from './events_query';
import { wholeInstants } from './whole_instants';

/** Records that a scan has read, and whether these are all. */
export interface ScannedRecords {
  records: KubeRecord[];
  exhaustive: boolean;
}

/** What a scan depends on. */
interface ScanOptions {
  indexPattern: string;
  fields: KubeFields;
}

const isWhole = (answer: SearchResponse) => partialReasons([answer], '').length === 0;

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
  options: ScanOptions
): Promise<ScannedRecords> {
  const { indexPattern, fields } = options;
  const records: KubeRecord[] = [];
  let answer = first;
  for (;;) {
    const { hits, last, nextMs, overflow } = wholeInstants(answer.hits.hits, MAX_RESULT_WINDOW);
    records.push(...hits.flatMap((hit) => toListedRecord(hit, fields) ?? []));
    if (last) return { records, exhaustive: isWhole(answer) };
    if (records.length >= max || !isWhole(answer)) return { records, exhaustive: false };
    if (overflow) {
      const crowd = await scanInstant(nextMs, query, max - records.length, search, options);
      records.push(...crowd.records);
      if (!crowd.exhaustive) return { records, exhaustive: false };
    }
    const older = allOf([
      query,
      withinMs(fields.receivedAt, { lte: overflow ? nextMs - 1 : nextMs }),
    ]);
    [answer] = await search.searchAll([{ index: indexPattern, body: buildScan(older, fields) }]);
  }
}

/**
 * Reads the records of one millisecond that holds more of them than one search gives, in the order of their
 * audit ids. All stages of a request share theirs, so no event is torn here either.
 */
async function scanInstant(
  ms: number,
  query: Query,
  max: number,
  search: ScopedSearch,
  { indexPattern, fields }: ScanOptions
): Promise<ScannedRecords> {
  const auditId = keywordOf(fields.auditId);
  const records: KubeRecord[] = [];
  let from: string | undefined;
  while (records.length < max) {
    const clauses = [query, withinMs(fields.receivedAt, { gte: ms, lte: ms })];
    if (from !== undefined) clauses.push({ range: { [auditId]: { gte: from } } });
    const scan = buildScan(allOf(clauses), fields);
    const sort = [...(scan.sort ?? []), { [auditId]: { order: 'asc' } }];
    const [answer] = await search.searchAll([{ index: indexPattern, body: { ...scan, sort } }]);
    const { hits } = answer.hits;
    const last = hits.length < MAX_RESULT_WINDOW;
    const end = last ? undefined : hits[hits.length - 1].sort?.[1];
    const whole = hits.filter((hit) => last || hit.sort?.[1] !== end);
    records.push(...whole.flatMap((hit) => toListedRecord(hit, fields) ?? []));
    if (last) return { records, exhaustive: isWhole(answer) };
    if (whole.length === 0 || typeof end !== 'string') return { records, exhaustive: false };
    from = end;
  }
  return { records, exhaustive: false };
}
