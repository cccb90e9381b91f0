/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SearchResponse } from '../search/search_types';

/** A bucket with whatever is below it. */
export interface Bucket {
  key: unknown;
  doc_count: number;
  [name: string]: unknown;
}

/** Buckets of an aggregation, or none. */
export function bucketsOf(aggregation: unknown): Bucket[] {
  const buckets = (aggregation as { buckets?: unknown } | undefined)?.buckets;
  return Array.isArray(buckets) ? (buckets as Bucket[]) : [];
}

/** An aggregation of one bucket, such as a filter. */
export function bucketOf(parent: unknown, name: string): Bucket {
  const found = (parent as Record<string, unknown> | undefined)?.[name];
  return (found ?? { key: name, doc_count: 0 }) as Bucket;
}

/** Aggregations of an answer as one bucket. */
export function rootOf(answer: SearchResponse): Bucket {
  return { key: '', doc_count: 0, ...answer.aggregations };
}

/** A figure; undefined where there was nothing to take it of. */
export function figureOf(parent: unknown, name: string): number | undefined {
  const value = (bucketOf(parent, name) as { value?: unknown }).value;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A cluster, or a host of one. */
export interface LineKey {
  cluster: string;
  host?: string;
}

/** Text that tells lines apart: names come from the log and may hold anything. */
export function lineId({ cluster, host }: LineKey): string {
  return JSON.stringify([cluster, host ?? null]);
}

/** Lines of an aggregation made by `byLine`. */
export interface LineBuckets {
  lines: Map<string, { key: LineKey; bucket: Bucket }>;
  /** Clusters and hosts that it did not list. */
  clustersBeyond: boolean;
  hostsBeyond: number;
}

/** Reads an aggregation made by `byLine`. */
export function readLines(parent: unknown): LineBuckets {
  const lines: LineBuckets['lines'] = new Map();
  const add = (key: LineKey, bucket: Bucket) => lines.set(lineId(key), { key, bucket });
  const clusters = bucketOf(parent, 'clusters');
  for (const bucket of bucketsOf(clusters)) add({ cluster: String(bucket.key) }, bucket);
  const hosts = bucketOf(parent, 'hosts');
  const list = bucketOf(hosts, 'list');
  const found = bucketsOf(list);
  for (const bucket of found) {
    const { cluster, host } = bucket.key as { cluster: unknown; host: unknown };
    add({ cluster: cluster === null ? '' : String(cluster), host: String(host) }, bucket);
  }
  const others = clusters.sum_other_doc_count;
  // A composite aggregation always tells where it ended; a further page is not asked for, only counted.
  const distinct = figureOf(hosts, 'distinct') ?? 0;
  const names = new Set(found.map(({ key }) => (key as { host: unknown }).host)).size;
  return {
    lines,
    clustersBeyond: typeof others === 'number' && others > 0,
    hostsBeyond: Math.max(0, distinct - names),
  };
}

/** Records by the start of their bar. */
export function readBars(bucket: Bucket | undefined): Map<number, number> {
  return new Map(
    bucketsOf(bucket?.bars).map(({ key, doc_count: count }) => [Number(key), count] as const)
  );
}
