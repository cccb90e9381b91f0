/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import dateMath from '@elastic/datemath';
import moment from 'moment';
import type { ResolvedRange, TimeRange } from '../../common/api/time_range';
import { AuditError } from '../errors/audit_error';

/** A period in milliseconds since 1970, both ends included. */
export interface Period {
  fromMs: number;
  toMs: number;
}

/** Milliseconds. OpenSearch's dates end here; a later instant would be an error deep inside a query. */
export const MAX_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');
/** Four digits of a year begin here. */
export const MIN_INSTANT = Date.parse('0001-01-01T00:00:00.000Z');

/** ISO 8601 with a zone; without one it is read as UTC, never in the zone of the server. */
const ISO_INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A week begins on Monday, as OpenSearch's date math has it; moment would ask its locale. */
const isoUnit = (unit: moment.unitOfTime.StartOf) => (unit === 'w' ? 'isoWeek' : unit);

/** Rounding (`now/d`) counts in UTC here; the browser sends instants where the user's own zone matters. */
const utcMoment = Object.assign(
  (input?: moment.MomentInput) => {
    const instant = moment.utc(input);
    const { startOf, endOf } = instant;
    instant.startOf = (unit: moment.unitOfTime.StartOf) => startOf.call(instant, isoUnit(unit));
    instant.endOf = (unit: moment.unitOfTime.StartOf) => endOf.call(instant, isoUnit(unit));
    return instant;
  },
  { isMoment: moment.isMoment }
) as unknown as typeof moment;

const DATE_MATH = /^now([+-]\d{1,9}[smhdwMy]|\/[smhdwMy])*$/;

function resolveInstant(text: string, now: Date, roundUp: boolean, name: string): number {
  if (DATE_MATH.test(text)) {
    const resolved = dateMath.parse(text, { forceNow: now, roundUp, momentInstance: utcMoment });
    if (resolved?.isValid()) return bounded(resolved.valueOf(), text, name);
  }
  const match = ISO_INSTANT.exec(text);
  if (match && Number(match[3]) <= daysOf(Number(match[1]), Number(match[2]))) {
    const zoned = match[7] ? text : `${match[4] ? text : `${text}T00:00:00`}Z`;
    const parsed = Date.parse(zoned.replace(',', '.'));
    if (!Number.isNaN(parsed)) return bounded(parsed, text, name);
  }
  throw new AuditError(
    'invalid_request',
    `timeRange.${name}: "${text}" is neither an ISO 8601 instant nor date math such as now-7d`
  );
}

/** Days of a month. `Date.parse` takes the 30th of February for the 2nd of March. */
function daysOf(year: number, month: number): number {
  // 400 years repeat; Date.UTC would take a year below 100 for one of the 20th century.
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function bounded(instant: number, text: string, name: string): number {
  if (instant >= MIN_INSTANT && instant <= MAX_INSTANT) return instant;
  throw new AuditError(
    'invalid_request',
    `timeRange.${name}: "${text}" is outside the years 1 to 9999`
  );
}

/**
 * Resolves a period once: both ends against the same `now`, rounding `from` down and `to` up as every
 * Dashboards application does (`now/d` to `now/d` is the whole of today, in UTC).
 *
 * @throws AuditError `invalid_request` for an unreadable instant or an end before the start
 */
export function resolveTimeRange(timeRange: TimeRange, now: Date): Period {
  const fromMs = resolveInstant(timeRange.from, now, false, 'from');
  const toMs = resolveInstant(timeRange.to, now, true, 'to');
  if (toMs < fromMs) {
    throw new AuditError('invalid_request', 'timeRange: "to" is before "from"');
  }
  return { fromMs, toMs };
}

/** The period as an answer tells it. */
export function toResolvedRange({ fromMs, toMs }: Period): ResolvedRange {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}
