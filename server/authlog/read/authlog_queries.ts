/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { allOf, anyOf, exists, noneOf, withinMs, type Query } from '../../search/query_dsl';
import type { SearchBody } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';
import { AUTHLOG_FIELDS } from '../authlog_options';
import { QUIET_PROGRAMS, SU_PROGRAMS, SUDO_PROGRAMS } from '../programs';
import { isOneOf, TIME } from './field_queries';

export { isOneOf } from './field_queries';
export { misreadQuery } from './misread_query';

const MONTH_MS = 31 * 86_400_000;

/** Bars by which a period that is too large is cut. */
const CUT_BARS = 500;

const phrase = (words: string): Query => ({ match_phrase: { message: words } });

/** Jobs of root are most of the volume, and no view rests on them. Only cron itself writes as `CRON`. */
const JOBS_OF_ROOT = allOf([isOneOf('ident', ['CRON', 'cron', 'crond']), phrase('user root')]);

/** Lines of a period that the views may rest on. */
export function linesQuery({ fromMs, toMs }: Period): Query {
  return allOf([withinMs(TIME, { gte: fromMs, lte: toMs }), noneOf([JOBS_OF_ROOT])]);
}

const LOGIN_PHRASES = [
  'Accepted',
  // The key of a login of several factors.
  'Partial publickey',
  'session opened for user',
  'session closed for user',
  'Disconnected from user',
  'New session',
  'Removed session',
  'Starting session',
  'Close session',
];

/**
 * Logins and their ends, whatever the program calls itself. What cannot hold one is left to OpenSearch to skip: of
 * sessions of PAM those of sudo, su and cron are most.
 */
export function loginsQuery({ fromMs, toMs }: Period): Query {
  return allOf([
    withinMs(TIME, { gte: fromMs, lte: toMs }),
    noneOf([isOneOf('ident', [...SUDO_PROGRAMS, ...SU_PROGRAMS, ...QUIET_PROGRAMS])]),
    anyOf([
      ...LOGIN_PHRASES.map(phrase),
      // What a collector lost may have been a login, too.
      isOneOf('host', ['Accepted']),
      noneOf([exists('message')]),
    ]),
  ]);
}

/**
 * Documents without a time, which no search of a period finds.
 *
 * @param notable only those that may tell who was there: not of programs that never do
 */
export function untimedQuery(notable: boolean): Query {
  return noneOf([exists(TIME), ...(notable ? [isOneOf('ident', QUIET_PROGRAMS)] : [])]);
}

/**
 * Documents of these indices that may be of a period, and all of those whose times cannot be searched.
 */
export function heldQuery(
  { fromMs, toMs }: Period,
  indices: readonly string[],
  untimed: readonly string[]
): Query {
  const ofIndex = (names: readonly string[]): Query => ({ terms: { _index: names } });
  return anyOf([
    ofIndex(untimed),
    allOf([
      ofIndex(indices),
      anyOf([
        // Misread lines stand at the first of their month.
        withinMs(TIME, { gte: fromMs - MONTH_MS, lte: toMs + MONTH_MS }),
        noneOf([exists(TIME)]),
      ]),
    ]),
  ]);
}

/** By index. */
export function buildByIndex(query: Query, indices: number): SearchBody {
  return {
    query,
    size: 0,
    track_total_hits: false,
    aggs: { indices: { terms: { field: '_index', size: indices } } },
  };
}

/** How many, and nothing else. */
export function buildTotal(query: Query): SearchBody {
  return { query, size: 0, track_total_hits: true };
}

/** How many lines, and when: to cut a period that holds too many. */
export function buildCount(query: Query): SearchBody {
  return {
    query,
    size: 0,
    track_total_hits: true,
    aggs: { over_time: { auto_date_histogram: { field: TIME, buckets: CUT_BARS } } },
  };
}

/** The oldest line that is kept. Misread ones do not say when they are from. */
export function buildOldest(): SearchBody {
  return {
    query: noneOf([
      isOneOf('host', Array.from({ length: 31 }, (_, i) => String(i + 1)).concat('')),
    ]),
    size: 0,
    track_total_hits: false,
    aggs: { oldest: { min: { field: TIME } } },
  };
}

/** The oldest time that a document has, misread ones included. */
export function buildEarliest(): SearchBody {
  return { size: 0, track_total_hits: false, aggs: { oldest: { min: { field: TIME } } } };
}

/**
 * A page of lines in order of time; within a millisecond by index and in order of delivery. Shards of an index
 * number deliveries each for itself: lines of several may have one and the same place.
 */
export function buildPage(
  query: Query,
  size: number,
  after: readonly unknown[] | undefined
): SearchBody {
  return {
    query,
    size,
    track_total_hits: false,
    _source: { includes: AUTHLOG_FIELDS },
    sort: [
      { [TIME]: { order: 'asc', unmapped_type: 'date' } },
      { _index: { order: 'asc' } },
      { _seq_no: { order: 'asc', unmapped_type: 'long' } },
    ],
    ...(after ? { search_after: after } : {}),
  };
}
