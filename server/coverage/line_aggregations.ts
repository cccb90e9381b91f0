/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { withinMs, anyOf, noneOf, type Query } from '../search/query_dsl';
import { DAMAGED } from './authlog_documents';
import { barOffset, MAX_CLUSTERS, type CoveragePlan } from './coverage_plan';

/** Names by which a source is asked; those of clusters and hosts can be aggregated. */
export interface LineFields {
  time: string;
  cluster: string;
  /** Absent where a source names no host. */
  host?: string;
}

type Aggregations = Record<string, unknown>;

/** First and last record. */
export function firstAndLast(time: string): Aggregations {
  return { first: { min: { field: time } }, last: { max: { field: time } } };
}

/** Records by bar; an empty bar is no bucket. */
export function byBar(time: string, stepMs: number): Aggregations {
  const offset = barOffset(stepMs);
  return {
    bars: {
      date_histogram: {
        field: time,
        fixed_interval: `${stepMs}ms`,
        min_doc_count: 1,
        ...(offset === 0 ? {} : { offset: `${offset}ms` }),
      },
    },
  };
}

/**
 * The same for every cluster, and for every host where the source names hosts. In the order of names, so that
 * what is listed is exact however much there is: by size, a shard could leave out what another one has.
 */
export function byLine(fields: LineFields, maxHosts: number, aggs: Aggregations): Aggregations {
  const { cluster, host } = fields;
  const clusters = {
    terms: { field: cluster, size: MAX_CLUSTERS, missing: '', order: { _key: 'asc' } },
    aggs,
  };
  if (host === undefined) return { clusters };
  return {
    clusters,
    hosts: {
      filter: noneOf([DAMAGED]),
      aggs: {
        list: {
          composite: {
            size: maxHosts,
            sources: [
              { cluster: { terms: { field: cluster, missing_bucket: true } } },
              { host: { terms: { field: host } } },
            ],
          },
          aggs,
        },
        distinct: { cardinality: { field: host, precision_threshold: 1000 } },
      },
    },
  };
}

/** The time that is looked at: the period, and what tells what is usual. */
export function windowsQuery({ near, weekBefore }: CoveragePlan, time: string): Query {
  const windows = weekBefore === undefined ? [near] : [near, weekBefore];
  return anyOf(windows.map(({ fromMs, toMs }) => withinMs(time, { gte: fromMs, lte: toMs })));
}
