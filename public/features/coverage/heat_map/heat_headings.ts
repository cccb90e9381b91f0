/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageStep } from '../../../../common/api/coverage';
import type { HeatColumn } from './heat_columns';

/** A heading above columns next to each other. */
export interface HeatHeading {
  label: string;
  columns: number;
}

/** How much of an ISO 8601 instant the columns below a heading share: the day, the month or the year. */
const SHARED: Record<CoverageStep, number> = { hour: 10, day: 7, week: 4 };

/** Headings of the columns: days above hours, months above days, years above weeks, all in UTC. */
export function toHeatHeadings(columns: readonly HeatColumn[], step: CoverageStep): HeatHeading[] {
  const headings: HeatHeading[] = [];
  for (const { fromMs } of columns) {
    const label = new Date(fromMs).toISOString().slice(0, SHARED[step]);
    const before = headings[headings.length - 1];
    if (before?.label === label) before.columns += 1;
    else headings.push({ label, columns: 1 });
  }
  return headings;
}
