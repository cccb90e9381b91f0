/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewPeriod } from '../../common/api/review';
import type { ReviewPattern } from '../../common/api/review_record';
import { AuditError } from '../errors/audit_error';
import { toResolvedRange, type Period } from '../time/resolve_time_range';

const DAY_MS = 86_400_000;

/** A Monday, 1970-01-05: weeks begin there, and other lengths are counted from it. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** Periods of one answer: a year of days. */
const MAX_PERIODS = 400;

/** A valid record, as far as the calendar goes. */
export interface Covering {
  sequence: number;
  pattern: ReviewPattern;
  period: Period;
}

/** What of a period none of the others covers. Both ends belong to a period. */
export function uncoveredParts({ fromMs, toMs }: Period, covering: readonly Period[]): Period[] {
  const parts: Period[] = [];
  let at = fromMs;
  for (const each of [...covering].sort((a, b) => a.fromMs - b.fromMs)) {
    if (each.toMs < at) continue;
    if (each.fromMs > toMs) break;
    if (each.fromMs > at) parts.push({ fromMs: at, toMs: each.fromMs - 1 });
    at = Math.max(at, each.toMs + 1);
  }
  if (at <= toMs) parts.push({ fromMs: at, toMs });
  return parts;
}

/**
 * Periods of the calendar that touch a range and have begun, oldest first.
 *
 * @param known false where the records could not be read: then nothing is said to be missed
 * @throws AuditError `invalid_request` for a range of too many periods
 */
export function toCalendar(
  pattern: ReviewPattern,
  range: Period,
  everyDays: number,
  records: readonly Covering[],
  now: Date,
  known: boolean
): ReviewPeriod[] {
  const length = everyDays * DAY_MS;
  const first = Math.floor((range.fromMs - FIRST_MONDAY_MS) / length);
  const last = Math.floor((Math.min(range.toMs, now.getTime()) - FIRST_MONDAY_MS) / length);
  if (last - first >= MAX_PERIODS) {
    throw new AuditError('invalid_request', `timeRange: it has more than ${MAX_PERIODS} periods`);
  }
  const ofPattern = records.filter((record) => record.pattern === pattern);
  const periods: ReviewPeriod[] = [];
  for (let i = first; i <= last; i += 1) {
    const fromMs = FIRST_MONDAY_MS + i * length;
    const period = { fromMs, toMs: fromMs + length - 1 };
    const touching = ofPattern.filter(
      (each) => each.period.fromMs <= period.toMs && each.period.toMs >= period.fromMs
    );
    const uncovered = uncoveredParts(
      period,
      touching.map((each) => each.period)
    );
    const isDue = now.getTime() - period.toMs > length;
    const state = uncovered.length === 0 ? 'reviewed' : isDue ? 'missed' : 'open';
    periods.push({
      pattern,
      range: toResolvedRange(period),
      state: known ? state : 'unknown',
      sequences: touching.map(({ sequence }) => sequence),
      uncovered: known ? uncovered.map(toResolvedRange) : [],
    });
  }
  return periods;
}
