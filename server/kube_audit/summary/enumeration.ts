/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../../common/api/kube_filters';
import { allOf, noneOf, type Query } from '../../search/query_dsl';
import type { SearchBody, SearchResponse } from '../../search/search_types';
import { buildBatchQuery } from '../events/events_query';
import { longValueQuery } from '../filters/long_values';
import { matchesFilters } from '../filters/match_filters';
import { keywordOf, type KubeFields, type KubeFieldName } from '../record/fields';
import { resourceParts, toKubeHit, type KubeRecord } from '../record/kube_record';
import { eventKey, groupByEvent, mergeRecords } from '../record/merge_stages';

/** Records with a too long value that are read one by one; there are hardly ever any. */
export const MAX_LONG_RECORDS = 1000;

/** What a bucket holds, by the name of the field in a record. `receivedAt` first: buckets then come in order. */
const DIMENSIONS = [
  'auditId',
  'user',
  'stage',
  'cluster',
  'verb',
  'resource',
  'apiGroup',
  'subresource',
  'namespace',
  'name',
  'decision',
  'impersonatedUser',
  'sourceIps',
] as const satisfies readonly KubeFieldName[];

type BucketKey = { receivedAt: number; code: number | null } & Record<
  (typeof DIMENSIONS)[number],
  string | null
>;

interface Bucket {
  key: BucketKey;
  doc_count: number;
}

/**
 * Lists the events of a question in the smallest form: one bucket a record, with what merging, filtering and
 * counting need. Bounded three ways: the buckets, the records looked at, and the time of every search.
 */
export function buildEnumeration(query: Query, max: number, fields: KubeFields): SearchBody {
  const source = (name: KubeFieldName, field: string) => ({
    [name]: { terms: { field, missing_bucket: true } },
  });
  return {
    query: allOf([query, noneOf([longValueQuery(fields)])]),
    size: 0,
    track_total_hits: false,
    terminate_after: max,
    aggs: {
      records: {
        composite: {
          size: max,
          sources: [
            source('receivedAt', fields.receivedAt),
            ...DIMENSIONS.map((name) => source(name, keywordOf(fields[name]))),
            source('code', fields.code),
          ],
        },
      },
    },
  };
}

/** Reads the records that the enumeration leaves to be read one by one. */
export function buildLongRecords(query: Query, fields: KubeFields): SearchBody {
  return buildBatchQuery(allOf([query, longValueQuery(fields)]), MAX_LONG_RECORDS, fields);
}

/** An event, merged, with how often its records were delivered again. */
export interface CountedEvent {
  record: KubeRecord;
  duplicates: number;
}

export interface Enumeration {
  /** Events that pass the filters. */
  events: CountedEvent[];
  /** False when a bound cut it short: then there are at least these events. */
  exhaustive: boolean;
}

function toRecord({ receivedAt, code, sourceIps, ...key }: BucketKey): KubeRecord {
  const text = (value: string | null) => value ?? undefined;
  return {
    auditId: key.auditId ?? '',
    user: key.user ?? '',
    receivedMs: receivedAt,
    stage: key.stage ?? '',
    cluster: key.cluster ?? '',
    verb: key.verb ?? '',
    ...resourceParts({
      resource: text(key.resource),
      apiGroup: text(key.apiGroup),
      subresource: text(key.subresource),
    }),
    namespace: text(key.namespace),
    name: text(key.name),
    code: code ?? undefined,
    decision: text(key.decision),
    impersonatedUser: text(key.impersonatedUser),
    sourceIps: sourceIps === null ? [] : [sourceIps],
  };
}

/** Deliveries of a stage: a record with two addresses makes two buckets of the same count. */
function duplicatesOf(rows: ReadonlyArray<{ record: KubeRecord; count: number }>): number {
  const deliveries = new Map<string, number>();
  for (const { record, count } of rows) {
    deliveries.set(record.stage, Math.max(deliveries.get(record.stage) ?? 0, count));
  }
  return [...deliveries.values()].reduce((sum, count) => sum + count - 1, 0);
}

/**
 * Merges the listed records into events and keeps those that pass the filters.
 *
 * @param answer to `buildEnumeration`
 * @param longAnswer to `buildLongRecords`
 */
export function toEnumeration(
  answer: SearchResponse,
  longAnswer: SearchResponse,
  filters: KubeFilters,
  max: number,
  { fields, groupAccounts }: { fields: KubeFields; groupAccounts: readonly string[] }
): Enumeration {
  const buckets =
    (answer.aggregations?.records as { buckets?: Bucket[] } | undefined)?.buckets ?? [];
  const listed = buckets
    .map((bucket) => ({ record: toRecord(bucket.key), count: bucket.doc_count }))
    // A record without a key is no audit record; it is counted as unreadable elsewhere.
    .filter(({ record }) => record.auditId !== '' && record.stage !== '');
  const long = longAnswer.hits.hits.flatMap((hit) => {
    const parsed = toKubeHit(hit, fields);
    return parsed ? [{ record: parsed.record, count: 1 }] : [];
  });
  const groups = groupByEvent([...listed, ...long], ({ record }) =>
    eventKey(record, record.receivedMs)
  );
  const events = groups
    .map((rows) => ({
      record: mergeRecords(rows.map((row) => row.record)),
      duplicates: duplicatesOf(rows),
    }))
    .filter(({ record }) => matchesFilters(record, filters, groupAccounts));
  const exhaustive =
    !answer.terminated_early &&
    !answer.timed_out &&
    buckets.length < max &&
    longAnswer.hits.hits.length < MAX_LONG_RECORDS;
  return { events, exhaustive };
}
