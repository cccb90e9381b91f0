/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { presentSeries, type TimeSeries, type TimeStep } from './time_series';

/** One piece of a stacked bar. */
export interface Bar {
  /** Start of the step of time, in milliseconds. */
  x: number;
  y: number;
  /** Id of the series. */
  series: string;
}

/** Pieces of the chart. A step in which nothing happened has pieces of zero, so that the axis is whole. */
export function toBars(series: readonly TimeSeries[], steps: readonly TimeStep[]): Bar[] {
  const present = presentSeries(series, steps);
  const drawn = present.length > 0 ? present : series.slice(0, 1);
  return steps.flatMap(({ from, counts }) => {
    const x = Date.parse(from);
    return drawn.map(({ id }) => ({ x, y: counts[id] ?? 0, series: id }));
  });
}
