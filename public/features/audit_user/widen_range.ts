/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ResolvedRange, TimeRange } from '../../../common/api/time_range';

/** Long exec sessions last hours; a day before holds the start of nearly every request. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** The period from a day earlier on. */
export function widenRange({ from, to }: ResolvedRange): TimeRange {
  return { from: new Date(Date.parse(from) - DAY_MS).toISOString(), to };
}
