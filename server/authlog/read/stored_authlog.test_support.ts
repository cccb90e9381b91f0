/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TransportParams, TransportRequest } from '../../host_types';
import { ScopedSearch, type FieldCapabilities } from '../../search/scoped_search';
import type { Query } from '../../search/query_dsl';
import type { SearchBody, SearchHit } from '../../search/search_types';
import type { AuthlogOptions } from '../authlog_options';

/** A stored document; `time` as OpenSearch read `@timestamp`, where that is not the text itself. */
export interface StoredLine {
  source: Record<string, unknown>;
  index?: string;
  id?: string;
  seqNo?: number;
  time?: number;
}

export const OPTIONS: AuthlogOptions = {
  indexPattern: 'authlog*',
  timeZone: 'UTC',
  maxLines: 100_000,
  lookbackMs: 0,
  sessionLookbackMs: 24 * 3_600_000,
  maskSecrets: true,
  allowUnmask: true,
};

/** Document of one node of the cluster `wc`. */
export function source(
  at: unknown,
  ident: unknown,
  message: unknown,
  more: Record<string, unknown> = {}
): Record<string, unknown> {
  return { '@timestamp': at, host: 'node-1', ident, message, 'cluster.name': 'wc', ...more };
}

interface Held extends SearchHit {
  _source: Record<string, unknown>;
  ms: number;
  seqNo: number;
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (each): each is string => typeof each === 'string'
  );
const wordsOf = (text: string) => text.toLowerCase().split(/[^\w.-]+/);

function valuesOf({ _source, _index }: Held, field: string): string[] {
  if (field === '_index') return [_index];
  return field.endsWith('.keyword')
    ? textsOf(_source[field.slice(0, -8)])
    : textsOf(_source[field]).flatMap(wordsOf);
}

/** The part of the query DSL that reading authlog uses, as OpenSearch understands it. */
function matches(hit: Held, query: Query): boolean {
  const [[kind, clause]] = Object.entries(query) as Array<[string, Record<string, unknown>]>;
  if (kind === 'match_all') return true;
  if (kind === 'bool') {
    const { filter = [], must_not: mustNot = [], should } = clause as Record<string, Query[]>;
    return (
      filter.every((each) => matches(hit, each)) &&
      !mustNot.some((each) => matches(hit, each)) &&
      (should === undefined || should.some((each) => matches(hit, each)))
    );
  }
  if (kind === 'exists') {
    const field = clause.field as string;
    return field === '@timestamp' ? !Number.isNaN(hit.ms) : valuesOf(hit, field).length > 0;
  }
  const [[field, wanted]] = Object.entries(clause);
  if (kind === 'terms') {
    return valuesOf(hit, field).some((value) => (wanted as string[]).includes(value));
  }
  if (kind === 'match_phrase') {
    const phrase = ` ${wordsOf(wanted as string).join(' ')} `;
    return textsOf(hit._source[field]).some((text) =>
      ` ${wordsOf(text).join(' ')} `.includes(phrase)
    );
  }
  if (kind === 'range') {
    const { gte = -Infinity, lte = Infinity } = wanted as { gte?: number; lte?: number };
    return hit.ms >= gte && hit.ms <= lte;
  }
  throw new Error(`not understood: ${kind}`);
}

const placeOf = (hit: Held) => [hit.ms, hit._index, hit.seqNo];

function comparePlaces(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const [left, right] = [a[i] as number, b[i] as number];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function answer(held: readonly Held[], body: SearchBody): unknown {
  const { query = { match_all: {} }, size = 10, search_after: after, aggs } = body;
  const _shards = { total: 1, successful: 1, failed: 0 };
  // Whether the log has gaps is asked too, and not answered here.
  if (aggs?.kept) return { status: 500, error: { type: 'not_here', reason: 'not here' } };
  const found = held.filter((hit) => matches(hit, query));
  const hits = found
    .sort((a, b) => comparePlaces(placeOf(a), placeOf(b)))
    .filter((hit) => after === undefined || comparePlaces(placeOf(hit), after) > 0)
    .slice(0, size)
    .map((hit) => ({
      _index: hit._index,
      _id: hit._id,
      _source: hit._source,
      sort: placeOf(hit),
    }));
  const times = found.map(({ ms }) => ms).filter((ms) => !Number.isNaN(ms));
  const buckets = [...new Set(times.map((ms) => Math.floor(ms / 60_000) * 60_000))].map((key) => ({
    key,
    doc_count: times.filter((ms) => Math.floor(ms / 60_000) * 60_000 === key).length,
  }));
  const indices = [...new Set(found.map(({ _index }) => _index))].map((key) => ({ key }));
  const oldest = times.length === 0 ? null : Math.min(...times);
  const aggregations = {
    over_time: { buckets },
    indices: { buckets: indices },
    oldest: { value: oldest },
  };
  return {
    timed_out: false,
    _shards,
    hits: { total: { value: found.length, relation: 'eq' }, hits },
    aggregations,
  };
}

/** What every field of an ordinary index says of itself. */
export const ORDINARY_FIELDS: FieldCapabilities = Object.fromEntries([
  ['@timestamp', { date: { type: 'date', searchable: true, aggregatable: true } }],
  ...['host', 'ident', 'pid', 'message', 'cluster.name'].flatMap((field) => [
    [field, { text: { type: 'text', searchable: true, aggregatable: false } }],
    [`${field}.keyword`, { keyword: { type: 'keyword', searchable: true, aggregatable: true } }],
  ]),
]) as FieldCapabilities;

/** OpenSearch with these lines in its index of authlog, and every search that was sent to it. */
export function storedAuthlog(
  lines: readonly StoredLine[],
  fields: FieldCapabilities = ORDINARY_FIELDS
): { search: ScopedSearch; sent: SearchBody[] } {
  const held = lines.map(({ source: _source, index = 'authlog-1', id, seqNo, time }, i): Held => ({
    _index: index,
    _id: id ?? `d${i}`,
    _source,
    seqNo: seqNo ?? i,
    ms: time ?? Date.parse(String(_source['@timestamp'])),
  }));
  const sent: SearchBody[] = [];
  const request = <Body>({ path, bulkBody }: TransportParams): TransportRequest<Body> => {
    if (path.endsWith('/_field_caps')) {
      return Promise.resolve({ body: { fields } as unknown as Body, statusCode: 200 });
    }
    const bodies = (bulkBody ?? []).filter((_, i) => i % 2 === 1) as SearchBody[];
    sent.push(...bodies);
    const body = { responses: bodies.map((each) => answer(held, each)) } as unknown as Body;
    return Promise.resolve({ body, statusCode: 200 });
  };
  const client = { transport: { request } } as unknown as ConstructorParameters<
    typeof ScopedSearch
  >[0];
  return { search: new ScopedSearch(client, { timeoutMs: 1_000 }), sent };
}
