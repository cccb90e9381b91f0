/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Period } from './resolve_time_range';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that people read easily. */
const STEPS = [
  SECOND,
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
];

/** Most bars of a histogram: enough to see a pattern, few enough to be one bounded aggregation. */
const MAX_STEPS = 90;

/** Smallest easy step that cuts the period into at most 90. Milliseconds. */
export function stepFor({ fromMs, toMs }: Period): number {
  const span = toMs - fromMs;
  const step = STEPS.find((candidate) => span / candidate <= MAX_STEPS - 1);
  return step ?? Math.ceil(span / (MAX_STEPS - 1) / (30 * DAY)) * 30 * DAY;
}

/** Starts of all steps that touch the period, aligned as OpenSearch's `fixed_interval` aligns them. */
export function stepStarts({ fromMs, toMs }: Period, step: number): number[] {
  const starts: number[] = [];
  for (let start = Math.floor(fromMs / step) * step; start <= toMs; start += step) {
    starts.push(start);
  }
  return starts;
}
