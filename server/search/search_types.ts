/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Query } from './query_dsl';

/** A hit as OpenSearch answers it. */
export interface SearchHit {
  _index: string;
  _id: string;
  _source?: Record<string, unknown>;
  /** Where asked for: 1 until the document is written over. */
  _version?: number;
  sort?: unknown[];
  /** Doc values, by field. */
  fields?: Record<string, unknown[]>;
}

/** Why a shard failed. */
export interface ShardFailure {
  index?: string | null;
  shard?: number;
  reason?: { type?: string; reason?: string };
}

/** Answer to one search, as far as it is used. */
export interface SearchResponse {
  timed_out: boolean;
  _shards: { total: number; successful: number; failed: number; failures?: ShardFailure[] };
  hits: { total?: { value: number; relation: 'eq' | 'gte' }; hits: SearchHit[] };
  aggregations?: Record<string, unknown>;
}

/** Body of one search. */
export interface SearchBody {
  query?: Query;
  size?: number;
  sort?: ReadonlyArray<Record<string, unknown>>;
  aggs?: Record<string, unknown>;
  track_total_hits?: boolean;
  version?: boolean;
  search_after?: readonly unknown[];
  /** Read within this point in time. */
  pit?: { id: string; keep_alive: string };
  docvalue_fields?: readonly string[];
  _source?: boolean | { includes?: readonly string[]; excludes?: readonly string[] };
}

/** One search of several that travel together. */
export interface SearchItem {
  /** Index pattern of the configuration, or a concrete index checked against it. */
  index: string;
  body: SearchBody;
}
