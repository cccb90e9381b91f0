/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageResponse } from '../../../../common/api/coverage';

/** Columns that can be looked at; years in days are shown by two days each. */
const MAX_COLUMNS = 200;

/** One or several bars of the answer. */
export interface HeatColumn {
  /** Bars `firstBar` up to, not with, `endBar`. */
  firstBar: number;
  endBar: number;
  /** The time of the bars, cut to the period; milliseconds, `toMs` exclusive. */
  fromMs: number;
  toMs: number;
}

/** Bars put together so that no more than 200 columns are to be shown. */
export function toHeatColumns({
  bars,
  stepMs,
  range,
}: Pick<CoverageResponse, 'bars' | 'stepMs' | 'range'>): HeatColumn[] {
  const together = Math.max(1, Math.ceil(bars.length / MAX_COLUMNS));
  const columns: HeatColumn[] = [];
  for (let firstBar = 0; firstBar < bars.length; firstBar += together) {
    const endBar = Math.min(bars.length, firstBar + together);
    columns.push({
      firstBar,
      endBar,
      fromMs: Math.max(Date.parse(bars[firstBar]), Date.parse(range.from)),
      // Both ends belong to the period.
      toMs: Math.min(Date.parse(bars[endBar - 1]) + stepMs, Date.parse(range.to) + 1),
    });
  }
  return columns;
}
