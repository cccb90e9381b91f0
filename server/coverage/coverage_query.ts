/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Query } from '../search/query_dsl';
import { allOf, anyOf, exists, noneOf, withinMs } from '../search/query_dsl';
import type { SearchBody } from '../search/search_types';
import type { Period } from '../time/resolve_time_range';
import { barStart, DAY_MS, HOUR_MS, type CoveragePlan } from './coverage_plan';
import { byBar, byLine, firstAndLast, windowsQuery, type LineFields } from './line_aggregations';

/** Indices that are listed one by one. */
export const MAX_INDICES = 200;

/** Longest period in which late arrivals are counted by day; in longer ones they are only noticed. */
const MAX_LATE_MS = 32 * DAY_MS;

/** Records of which repeated deliveries are counted exactly; the memory is 64 kB a stage and shard. */
export const MAX_SAMPLE = 8_000;

/** Beginnings of random audit ids: samples of 1/16, 1/256 … of all requests. */
export const SAMPLE_PREFIXES = ['0', '00', '000', '0000'] as const;

/** How a source is asked. */
export interface SourceQuestion {
  fields: LineFields;
  /** Documents that count as records. */
  records: Query;
  /** Of the clusters that were asked for. */
  clusters: Query | undefined;
  /** Documents that no view can read. */
  unparsed: Query;
  /** Fields by which repeated deliveries are known; absent where there are none. */
  repeated?: { auditId: string; stage: string };
  more?: Record<string, unknown>;
}

const within = (time: string, { fromMs, toMs }: Period) =>
  withinMs(time, { gte: fromMs, lte: toMs });

/** First and last bar of a period, as far as they belong to it. */
export function edgesOf({ period, lookMs }: CoveragePlan): { head: Period; tail: Period } {
  const { fromMs, toMs } = period;
  const headEnd = barStart(fromMs, lookMs) + lookMs - 1;
  return {
    head: { fromMs, toMs: Math.min(toMs, headEnd) },
    tail: { fromMs: Math.max(fromMs, barStart(toMs, lookMs)), toMs },
  };
}

/** Counts records against distinct ids: what is more was delivered again. */
function countRepeated({ auditId, stage }: { auditId: string; stage: string }) {
  const stages = {
    stages: {
      terms: { field: stage, size: 5 },
      aggs: {
        records: { value_count: { field: auditId } },
        distinct: { cardinality: { field: auditId, precision_threshold: 10_000 } },
      },
    },
  };
  const samples = SAMPLE_PREFIXES.map((prefix) => [
    `sample_${prefix}`,
    { filter: { prefix: { [auditId]: prefix } }, aggs: stages },
  ]);
  return {
    // With few records every one of them is in it.
    sample_: { sampler: { shard_size: MAX_SAMPLE }, aggs: stages },
    ...Object.fromEntries(samples),
  };
}

/**
 * One search that tells everything about the coverage of a source: what is kept, what was written in the period
 * by cluster, host, bar and index, and what is usual around it. Bounded by the plan, whatever the log holds.
 */
export function buildCoverage(question: SourceQuestion, plan: CoveragePlan): SearchBody {
  const { fields, records, clusters, unparsed, repeated, more = {} } = question;
  const { time } = fields;
  const asked = clusters === undefined ? [] : [clusters];
  const { head, tail } = edgesOf(plan);
  const inPeriod = within(time, plan.period);
  const countLate = plan.period.toMs - plan.period.fromMs <= MAX_LATE_MS;
  // An hour earlier than days: records of just before midnight may well arrive just after it.
  const days = {
    date_histogram: { field: time, fixed_interval: '1d', offset: '-1h', min_doc_count: 1 },
  };
  return {
    size: 0,
    track_total_hits: true,
    aggs: {
      kept: {
        filter: allOf([records, ...asked]),
        aggs: { ...firstAndLast(time), ...byLine(fields, plan.maxHosts, firstAndLast(time)) },
      },
      around: {
        filter: allOf([records, windowsQuery(plan, time), ...asked]),
        aggs: byLine(fields, plan.maxHosts, byBar(time, plan.lookMs)),
      },
      period: {
        filter: allOf([records, inPeriod, ...asked]),
        aggs: {
          ...firstAndLast(time),
          ...byLine(fields, plan.maxHosts, {
            ...firstAndLast(time),
            head: { filter: within(time, head) },
            tail: { filter: within(time, tail) },
          }),
          indices: {
            terms: { field: '_index', size: MAX_INDICES, order: { _key: 'asc' } },
            aggs: {
              ...firstAndLast(time),
              // The time of what is damaged may be that of no event.
              readable: {
                filter: noneOf([unparsed]),
                aggs: { ...firstAndLast(time), ...(countLate ? { days } : {}) },
              },
            },
          },
          unparsed: { filter: unparsed },
          ...(repeated === undefined ? {} : countRepeated(repeated)),
        },
      },
      ...more,
    },
  };
}

/** Documents that lack one of these fields. */
export function lackingOf(fields: readonly string[]): Query {
  return anyOf(fields.map((field) => noneOf([exists(field)])));
}

/** An hour: what a delivery may take without being late. */
export const LATE_MS = HOUR_MS;
