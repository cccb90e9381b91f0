/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { offsetAt, toInstants } from './local_time';

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

/**
 * The time within which a line with a misread time stamp was written, whatever else of it cannot be read: its
 * day, or any day of the month at which it is indexed, in any zone. Undefined if the time stamp was not misread.
 */
export function misreadSpan(
  parts: CollectedParts,
  timeZone: string
): { timeMs: number; timeToMs: number } | undefined {
  const shape = shapeOf(parts);
  if (!shape || Number.isNaN(parts.timeMs)) return undefined;
  const month = monthOf(parts, timeZone);
  if (month) {
    const day = Number(shape === 'hour' ? parts.host : parts.ident);
    const date = { ...month, day, minute: 0, second: 0 };
    const from = toInstants({ ...date, hour: 0 }, timeZone);
    const to = toInstants({ ...date, hour: 23 }, timeZone);
    if (from && to) return { timeMs: from.firstMs, timeToMs: to.lastMs + HOUR_MS - 1 };
  }
  return { timeMs: parts.timeMs - DAY_MS, timeToMs: parts.timeMs + 32 * DAY_MS };
}

/**
 * Repairs a document whose traditional time stamp the collector misread. Undefined if it is not one; the reason
 * as text if it cannot be repaired.
 *
 * @param timeZone IANA zone of the nodes, which the time stamp does not name
 */
export function repairTimeStamp(
  parts: CollectedParts,
  timeZone: string
): RepairedParts | string | undefined {
  const shape = shapeOf(parts);
  if (!shape) return undefined;
  const hourKnown = shape === 'hour';
  const rest = REST.exec(parts.message);
  if (!rest) return 'its time stamp was misread, and its host cannot be found';
  const month = monthOf(parts, timeZone);
  if (!month) return 'its time stamp was misread, and its month cannot be told';
  const date = {
    year: month.year,
    month: month.month,
    day: Number(hourKnown ? parts.host : parts.ident),
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
