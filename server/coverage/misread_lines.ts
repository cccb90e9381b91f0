/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toInstants } from '../authlog/local_time';
import { allOf, withinMs, type Query } from '../search/query_dsl';
import type { Period } from '../time/resolve_time_range';
import {
  MISREAD,
  MISREAD_DAYS,
  MISREAD_SHORT_DAYS,
  MISREAD_WITH_HOUR,
  MISREAD_WITHOUT_HOUR,
} from './authlog_documents';
import { DAY_MS, HOUR_MS, MAX_CLUSTERS } from './coverage_plan';
import { bucketOf, bucketsOf, type Bucket } from './read_lines';

// Documents with a misread time stamp lie at the first of their month; day and hour are left in other fields.

/** Months that are looked at, the newest: more would be more buckets than one search may have. */
const MAX_MONTHS = 13;

/** A month begins this much earlier or later where the collector does not run in UTC. */
const ZONES_MS = 14 * HOUR_MS;

interface Month {
  year: number;
  /** 1 is January. */
  month: number;
}

const nameOf = ({ year, month }: Month) => `${year}-${String(month).padStart(2, '0')}`;

/** Months that a period touches, in any zone; the newest. */
function monthsOf({ fromMs, toMs }: Period, nowMs: number): Month[] {
  const months: Month[] = [];
  const last = new Date(Math.min(toMs, nowMs) + DAY_MS);
  let at = Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), 1);
  for (let i = 0; i < MAX_MONTHS; i += 1) {
    const date = new Date(at);
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
    if (next < fromMs - DAY_MS) break;
    months.push({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 });
    at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1);
  }
  return months;
}

/** Days of a month, written as they are, that a period touches in any zone. */
function daysOf(days: readonly string[], { year, month }: Month, period: Period): string[] {
  return days.filter((day) => {
    const start = Date.UTC(year, month - 1, Number(day));
    return start + 2 * DAY_MS >= period.fromMs && start - DAY_MS <= period.toMs;
  });
}

/**
 * Counts misread lines by cluster and day, and by hour where hours are shown.
 *
 * @param fields that can be aggregated
 */
export function misreadAggregation(
  period: Period,
  nowMs: number,
  fields: { time: string; cluster: string; host: string; ident: string },
  clusters: Query | undefined,
  withHours: boolean
): Record<string, unknown> {
  const byHour = { hours: { terms: { field: fields.ident, size: 24 } } };
  const months = monthsOf(period, nowMs).map((month) => {
    const first = Date.UTC(month.year, month.month - 1, 1);
    const listed = (field: string, days: readonly string[], aggs: object) => {
      const include = daysOf(days, month, period);
      const terms = { field, size: 31, include: include.length > 0 ? include : ['none'] };
      return { days: { terms, aggs } };
    };
    return [
      nameOf(month),
      {
        filter: withinMs(fields.time, { gte: first - ZONES_MS, lte: first + ZONES_MS }),
        aggs: {
          clusters: {
            terms: {
              field: fields.cluster,
              size: MAX_CLUSTERS,
              missing: '',
              order: { _key: 'asc' },
            },
            aggs: {
              hour_left: {
                filter: MISREAD_WITH_HOUR,
                aggs: listed(fields.host, MISREAD_DAYS, withHours ? byHour : {}),
              },
              hour_lost: {
                filter: MISREAD_WITHOUT_HOUR,
                aggs: listed(fields.ident, MISREAD_SHORT_DAYS, {}),
              },
            },
          },
        },
      },
    ];
  });
  return {
    misread: {
      filter: allOf([MISREAD, ...(clusters === undefined ? [] : [clusters])]),
      aggs: Object.fromEntries(months),
    },
  };
}

/** Misread lines of one hour or of one day. */
export interface MisreadCount {
  cluster: string;
  count: number;
  /** When they were written, at the earliest; `toMs` is exclusive. */
  fromMs: number;
  toMs: number;
}

/**
 * Reads the counts, in the time of the nodes.
 *
 * @param timeZone IANA zone of the nodes' clocks
 */
export function readMisread(
  root: Bucket,
  period: Period,
  nowMs: number,
  timeZone: string
): MisreadCount[] {
  const counts: MisreadCount[] = [];
  const misread = bucketOf(root, 'misread');
  for (const { year, month } of monthsOf(period, nowMs)) {
    const add = (cluster: string, day: string, hour: string | undefined, count: number) => {
      const local = {
        year,
        month,
        day: Number(day),
        hour: Number(hour ?? 0),
        minute: 0,
        second: 0,
      };
      const fromMs = toInstants(local, timeZone)?.firstMs;
      const toMs = (fromMs ?? 0) + (hour === undefined ? DAY_MS : HOUR_MS);
      if (fromMs === undefined || toMs <= period.fromMs || fromMs > period.toMs) return;
      counts.push({ cluster, count, fromMs, toMs });
    };
    for (const bucket of bucketsOf(
      bucketOf(bucketOf(misread, nameOf({ year, month })), 'clusters')
    )) {
      const cluster = String(bucket.key);
      for (const day of bucketsOf(bucketOf(bucketOf(bucket, 'hour_left'), 'days'))) {
        const hours = bucketsOf(day.hours);
        if (hours.length === 0) add(cluster, String(day.key), undefined, day.doc_count);
        for (const hour of hours) add(cluster, String(day.key), String(hour.key), hour.doc_count);
      }
      for (const day of bucketsOf(bucketOf(bucketOf(bucket, 'hour_lost'), 'days'))) {
        add(cluster, String(day.key), undefined, day.doc_count);
      }
    }
  }
  return counts;
}
