/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { allOf, anyOf, withinMs, type Query } from '../../search/query_dsl';
import type { Period } from '../../time/resolve_time_range';
import { TURN_OF_THE_YEAR } from '../year_of_time_stamp';
import { isOneOf, TIME } from './field_queries';

const DAY_MS = 86_400_000;

/** A month begins this much earlier or later where the collector does not run in UTC. */
const ZONES_MS = 14 * 3_600_000;

/** Months, the newest of a period, that are asked for one by one: OpenSearch takes 1,024 clauses. */
const MAX_MONTHS = 24;

/** A month, and the days of it that a period touches. */
interface MonthDays {
  /** First instant of the month in UTC. */
  firstMs: number;
  /** 1 to 31: a day that the month does not have is not found, and does no harm. */
  days: number[];
}

/** `00` to `23`, as they are left in `ident`. */
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

const EVERY_DAY = Array.from({ length: 31 }, (_, i) => i + 1);

/** First instant, in UTC, of the month so many months later. */
function monthOf(ms: number, later = 0): number {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}

/** The day, from its beginning to its end, with a day more on both sides for the zone of the nodes. */
function touches(dayMs: number, { fromMs, toMs }: Period): boolean {
  return dayMs + 2 * DAY_MS >= fromMs && dayMs - DAY_MS <= toMs;
}

/** The newest months that a period touches in any zone; `earlier` is where those begin that are left out. */
function monthsOf(period: Period): { months: MonthDays[]; earlier?: Period } {
  const months: MonthDays[] = [];
  const oldestMs = monthOf(period.fromMs - DAY_MS);
  let firstMs = monthOf(period.toMs + DAY_MS);
  for (; firstMs >= oldestMs && months.length < MAX_MONTHS; firstMs = monthOf(firstMs, -1)) {
    const first = firstMs;
    const days = EVERY_DAY.filter((day) => touches(first + (day - 1) * DAY_MS, period));
    months.push({ firstMs, days });
  }
  return firstMs < oldestMs ? { months } : { months, earlier: { fromMs: oldestMs, toMs: firstMs } };
}

/** Day and hour, or day alone, stand where host and program should be: what `repairTimeStamp` takes for misread. */
function shapesOf(days: readonly number[]): Query {
  const two = days.filter((day) => day > 9).map(String);
  const one = days.filter((day) => day <= 9).map(String);
  const shapes: Query[] = [];
  if (two.length > 0) shapes.push(allOf([isOneOf('host', two), isOneOf('ident', HOURS)]));
  if (one.length > 0) shapes.push(allOf([isOneOf('host', ['']), isOneOf('ident', one)]));
  return anyOf(shapes);
}

/** Indexed at the first of a month, from one month to another. */
const indexedAt = ({ fromMs, toMs }: Period): Query =>
  withinMs(TIME, { gte: fromMs - ZONES_MS, lte: toMs + ZONES_MS });

/** The same month of the year after, in which a line is indexed that was collected after the turn of the year. */
function collectedLate({ firstMs, days }: MonthDays, nowMs: number): MonthDays {
  const late = monthOf(firstMs, 12);
  const isDecember = new Date(late).getUTCMonth() === 11;
  return {
    firstMs: late,
    days: days.filter(
      (day) => late + (day + 1) * DAY_MS > nowMs || (isDecember && day >= TURN_OF_THE_YEAR)
    ),
  };
}

/** 1 January of the year before, where a line is indexed that was collected before the turn of the year. */
function collectedEarly({ firstMs, days }: MonthDays): MonthDays {
  const isJanuary = new Date(firstMs).getUTCMonth() === 0;
  return { firstMs: monthOf(firstMs, -12), days: isJanuary ? days.filter((day) => day === 1) : [] };
}

function misread(months: readonly MonthDays[], earlier: Period | undefined): Query {
  const clauses = months
    .filter(({ days }) => days.length > 0)
    .map(({ firstMs, days }) =>
      allOf([indexedAt({ fromMs: firstMs, toMs: firstMs }), shapesOf(days)])
    );
  if (earlier) clauses.push(allOf([indexedAt(earlier), shapesOf(EVERY_DAY)]));
  return anyOf(clauses);
}

/**
 * Documents of which the collector misread a traditional time stamp: they are indexed at the first of the
 * month, and the day stands in `host` (two digits) or in `ident` (one digit). Finds all that may be of the
 * period, however long it is, and some of the days beside it.
 *
 * @param nowMs with it, lines are found too that were collected around the turn of the year, and have a wrong one
 */
export function misreadQuery(period: Period, nowMs?: number): Query {
  const { months, earlier } = monthsOf(period);
  const others =
    nowMs === undefined
      ? []
      : months.flatMap((month) => [collectedLate(month, nowMs), collectedEarly(month)]);
  return misread([...months, ...others], earlier);
}

/** The same of any day: documents at the first of a month of the period, whose time is not theirs. */
export function misreadAnyDayQuery(period: Period): Query {
  const { months, earlier } = monthsOf(period);
  return misread(
    months.map(({ firstMs }) => ({ firstMs, days: EVERY_DAY })),
    earlier
  );
}
