/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../../common/api/kube_filters';
import { allOf, noneOf, type Query } from '../../search/query_dsl';
import type { SearchBody, SearchResponse } from '../../search/search_types';
import { buildBatchQuery } from '../events/events_query';
import type { ScannedRecords } from '../events/scan_records';
import { longValueQuery } from '../filters/long_values';
import { matchesFilters } from '../filters/match_filters';
import type { KubeFields } from '../record/fields';
import { toKubeHit, type KubeRecord } from '../record/kube_record';
import { eventKey, groupByEvent, mergeRecords } from '../record/merge_stages';

/** Records with a too long value that are read one by one; there are hardly ever any. */
export const MAX_LONG_RECORDS = 2000;

/** Records whose doc values hold everything that counting needs. */
export function shortRecords(query: Query, fields: KubeFields): Query {
  return allOf([query, noneOf([longValueQuery(fields)])]);
}

/** Reads the records that doc values do not hold in full. */
export function buildLongRecords(query: Query, fields: KubeFields): SearchBody {
  return buildBatchQuery(allOf([query, longValueQuery(fields)]), MAX_LONG_RECORDS, fields);
}

/** An event, merged, with how often its records were delivered again. */
export interface CountedEvent {
  record: KubeRecord;
  duplicates: number;
}

/** The events of a question, listed one by one. */
export interface Enumeration {
  /** Events that pass the filters. */
  events: CountedEvent[];
  /** False when there were too many to list: then there are at least these. */
  exhaustive: boolean;
}

/**
 * Merges listed records into events and keeps those that pass the filters.
 *
 * @param longAnswer to `buildLongRecords`
 */
export function toEnumeration(
  scanned: ScannedRecords,
  longAnswer: SearchResponse,
  filters: KubeFilters,
  { fields, groupAccounts }: { fields: KubeFields; groupAccounts: readonly string[] }
): Enumeration {
  const long = longAnswer.hits.hits.flatMap((hit) => toKubeHit(hit, fields)?.record ?? []);
  const groups = groupByEvent([...scanned.records, ...long], (record) =>
    eventKey(record, record.receivedMs)
  );
  const events = groups
    .map((records) => ({
      record: mergeRecords(records),
      duplicates: records.length - new Set(records.map(({ stage }) => stage)).size,
    }))
    .filter(({ record }) => matchesFilters(record, filters, groupAccounts));
  const exhaustive = scanned.exhaustive && longAnswer.hits.hits.length < MAX_LONG_RECORDS;
  return { events, exhaustive };
}
