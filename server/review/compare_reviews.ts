/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewChange, ReviewFigures } from '../../common/api/review_record';

/** A figure jumps when it is at least doubled or halved … */
const FACTOR = 2;

/** … and differs by more than a few: from 1 to 3 is no jump. */
const LEAST_DIFFERENCE = 10;

const DAY_MS = 86_400_000;

/** Whether a count stands out against a usual one. */
export function jumpOf(count: number, usual: number): 'up' | 'down' | undefined {
  if (Math.abs(count - usual) < LEAST_DIFFERENCE) return undefined;
  if (count >= usual * FACTOR) return 'up';
  return count * FACTOR <= usual ? 'down' : undefined;
}

/** Length of a period in days; both ends belong to it. */
export function daysOf({ fromMs, toMs }: { fromMs: number; toMs: number }): number {
  return (toMs - fromMs + 1) / DAY_MS;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/**
 * How a finding stands against the same one of the last review, by day since periods differ in length. What
 * was not looked at then or now cannot be compared.
 */
export function compareFigures(
  now: ReviewFigures,
  days: number,
  before: ReviewFigures | undefined,
  daysBefore: number
): ReviewChange | undefined {
  if (!before || now.looked === 'not' || before.looked === 'not' || now.unit !== before.unit) {
    return undefined;
  }
  const perDay = now.count / days;
  const previousPerDay = before.count / daysBefore;
  const jump = jumpOf(now.count, previousPerDay * days);
  return {
    previousCount: before.count,
    perDay: rounded(perDay),
    previousPerDay: rounded(previousPerDay),
    ...(jump ? { jump } : {}),
  };
}
