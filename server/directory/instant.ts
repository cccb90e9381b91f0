/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Date, hour, fraction of a second and offset of an ISO 8601 text that `Date.parse` takes too. */
const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):\d\d(?::\d\d(?:\.(\d+))?)?(?:Z|[+-](\d\d)(?::?(\d\d))?)?)?$/;

/** Java, in which OpenSearch reads dates, knows nanoseconds … */
const MAX_FRACTION = 9;

/** … and offsets up to this one (java.time.ZoneOffset). */
const MAX_OFFSET_MINUTES = 18 * 60;

/**
 * Whether an ISO 8601 text is a moment that there was or will be, for OpenSearch too (`strict_date_optional_time`):
 * JavaScript takes 31 February for 3 March, 24:00 for the next midnight, and any offset and fraction. A bulk
 * request with a date that only OpenSearch refuses would be written in part.
 */
export function isInstant(text: string): boolean {
  const match = INSTANT.exec(text);
  if (!match || Number.isNaN(Date.parse(text))) return false;
  const [year, month, day, hour, , offsetHours, offsetMinutes] = match
    .map((part) => Number(part ?? 0))
    .slice(1);
  const fraction = match[5] ?? '';
  if (hour > 23 || fraction.length > MAX_FRACTION) return false;
  if (offsetHours * 60 + offsetMinutes > MAX_OFFSET_MINUTES) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
