/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { offsetAt, toInstants } from './local_time';
import { yearsOf, type Collection, type NamedDay } from './year_of_time_stamp';

// A node with traditional time stamps (RFC 3164) writes `Jan 27 08:15:02 node-1 sshd[317]: message`. The shipped
// collector takes `Jan` for the whole time, so that `@timestamp` is the first of the month, `host` the day and
// `ident` the hour. A day of one digit is padded with a blank: then `host` is empty, `ident` the day, and the hour
// is lost.

/** The parts of a document in which such a time stamp shows. */
export interface CollectedParts {
  host: string;
  ident: string;
  message: string;
  /** As indexed. */
  time: string;
  timeMs: number;
}

/** What the line says, as far as it is left. */
export interface RepairedParts {
  host: string;
  ident: string;
  pid: string | undefined;
  message: string;
  timeMs: number;
  timeToMs: number;
  hourKnown: boolean;
}

/** Why a line of the turn of the year may not be told apart from one of the year before. */
export const YEAR_UNKNOWN = 'its time stamp names no year, and nothing tells which it is';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const FIRST_OF_MONTH = /^(\d{4})-(\d{2})-01T00:00:00(?:[.,]0{1,9})?(?:Z|[+-]\d{2}:?\d{2}|$)/;
const DAY_OF_TWO_DIGITS = /^(?:[12]\d|3[01])$/;
const DAY_OF_ONE_DIGIT = /^[1-9]$/;
const HOUR = /^(?:[01]\d|2[0-3])$/;
/** What is left of `08:15:02 node-1 sshd[317]: message` after its first colon. */
const REST =
  /^([0-5]\d):([0-5]\d|60) (\S{1,255}) +(?:([^\s:[\]]{0,100})(?:\[(\d{1,10})\])?:(?: |$))?([\s\S]*)$/;

/** Year and month of the first of a month at midnight, where the collector's clock or the nodes' shows it. */
function monthOf(
  { time, timeMs }: CollectedParts,
  timeZone: string
): { year: number; month: number } | undefined {
  const match = FIRST_OF_MONTH.exec(time);
  if (match) return { year: Number(match[1]), month: Number(match[2]) };
  const local = new Date(timeMs + offsetAt(timeMs, timeZone));
  return local.getUTCDate() === 1 && local.getTime() % 86_400_000 === 0
    ? { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1 }
    : undefined;
}

/** The shape of a misread time stamp: with its hour, without it, or none. */
function shapeOf({ host, ident }: CollectedParts): 'hour' | 'day' | undefined {
  if (DAY_OF_TWO_DIGITS.test(host) && HOUR.test(ident)) return 'hour';
  return host === '' && DAY_OF_ONE_DIGIT.test(ident) ? 'day' : undefined;
}

/** The days that the time stamp can mean: one, or none, or two where its year cannot be told. */
function daysOf(
  parts: CollectedParts,
  timeZone: string,
  collection: Collection | undefined
): NamedDay[] | undefined {
  const month = monthOf(parts, timeZone);
  if (!month) return undefined;
  const day = Number(parts.host === '' ? parts.ident : parts.host);
  // Asking for an offset is slow, and it matters on one day.
  const zoneAhead =
    month.month === 1 && day === 1 && offsetAt(Date.UTC(month.year + 1, 0, 1), timeZone) > 0;
  const years = collection
    ? yearsOf({ ...month, day }, { ...collection, zoneAhead })
    : [month.year];
  return years.map((year) => ({ ...month, year, day }));
}

/**
 * The time within which a line with a misread time stamp was written, whatever else of it cannot be read: its
 * day, or any day of the month at which it is indexed, in any zone. Undefined if the time stamp was not misread.
 */
export function misreadSpan(
  parts: CollectedParts,
  timeZone: string,
  collection?: Collection
): { timeMs: number; timeToMs: number } | undefined {
  if (!shapeOf(parts) || Number.isNaN(parts.timeMs)) return undefined;
  const days = daysOf(parts, timeZone, collection) ?? [];
  const at = (hour: number) =>
    days.flatMap((day) => toInstants({ ...day, hour, minute: 0, second: 0 }, timeZone) ?? []);
  if (at(0).length > 0) {
    const [from, to] = [at(0), at(23)];
    return {
      timeMs: Math.min(...from.map(({ firstMs }) => firstMs)),
      timeToMs: Math.max(...to.map(({ lastMs }) => lastMs)) + HOUR_MS - 1,
    };
  }
  return { timeMs: parts.timeMs - DAY_MS, timeToMs: parts.timeMs + 32 * DAY_MS };
}

/**
 * Repairs a document whose traditional time stamp the collector misread. Undefined if it is not one; the reason
 * as text if it cannot be repaired.
 *
 * @param timeZone IANA zone of the nodes, which the time stamp does not name
 * @param collection when it can have been collected; without it, the year of the index time is taken
 */
export function repairTimeStamp(
  parts: CollectedParts,
  timeZone: string,
  collection?: Collection
): RepairedParts | string | undefined {
  const shape = shapeOf(parts);
  if (!shape) return undefined;
  const hourKnown = shape === 'hour';
  const rest = REST.exec(parts.message);
  if (!rest) return 'its time stamp was misread, and its host cannot be found';
  const days = daysOf(parts, timeZone, collection);
  if (!days) return 'its time stamp was misread, and its month cannot be told';
  if (days.length > 1) return YEAR_UNKNOWN;
  const date = {
    ...days[0],
    hour: hourKnown ? Number(parts.ident) : 0,
    minute: Number(rest[1]),
    second: Math.min(59, Number(rest[2])),
  };
  const from = toInstants(date, timeZone);
  const to = hourKnown ? from : toInstants({ ...date, hour: 23 }, timeZone);
  if (!from || !to) return 'its day does not exist in the month of its index time';
  return {
    host: rest[3],
    ident: rest[4] ?? '',
    pid: rest[5],
    message: rest[6],
    timeMs: from.firstMs,
    // The time stamp has no digits beyond the second; a clock that is set back shows a time twice.
    timeToMs: to.lastMs + 999,
    hourKnown,
  };
}
