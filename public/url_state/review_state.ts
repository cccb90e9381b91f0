/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { REVIEW_PATTERNS, type ReviewPattern } from '../../common/api/review_record';
import type { TimeRange } from '../../common/api/time_range';
import type { DroppedParameter } from './dropped_parameter';
import { HOST_PARAMETERS } from './host_parameters';
import { readTimeRange } from './read_time_range';
import { readValues } from './read_values';

/** Which review is looked at: of the calendar, the period only. */
export interface ReviewState {
  timeRange: TimeRange;
  pattern: ReviewPattern;
}

const KNOWN: readonly string[] = ['from', 'to', 'pattern', ...HOST_PARAMETERS];

const pattern: z.ZodType<string> = z.enum(REVIEW_PATTERNS);

/**
 * Reads the search part of an address. Never throws: what is not understood is left out and named.
 *
 * @param usual period of an address that names none
 */
export function parseReviewState(
  searchPart: string,
  usual: TimeRange
): { state: ReviewState; dropped: DroppedParameter[] } {
  const search = new URLSearchParams(searchPart);
  const dropped: DroppedParameter[] = [];
  const [chosen = REVIEW_PATTERNS[0]] = readValues(search, 'pattern', pattern, dropped);
  const timeRange = readTimeRange(search, usual, dropped);
  search.forEach((value, name) => {
    if (!KNOWN.includes(name)) dropped.push({ name, value, why: 'unknown' });
  });
  return { state: { timeRange, pattern: chosen as ReviewPattern }, dropped };
}

/** Writes the state as the search part of an address. */
export function writeReviewState({
  timeRange: { from, to },
  pattern: chosen,
}: ReviewState): string {
  return `?${new URLSearchParams({ from, to, pattern: chosen }).toString()}`;
}
