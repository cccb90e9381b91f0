/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** What is counted, in the order in which it is stacked. */
export interface TimeSeries {
  id: string;
  /** In words: legend, tooltip and table say it, the colour alone says nothing. */
  label: string;
  /** Colour of the theme. */
  color: string;
}

/** One step of time with its counts. */
export interface TimeStep {
  /** ISO 8601, inclusive. */
  from: string;
  /** ISO 8601, exclusive. */
  to: string;
  total: number;
  /** By id of the series; a series that is absent is zero. */
  counts: Readonly<Partial<Record<string, number>>>;
}

/** Series that occur in any step: the others would only fill the legend. */
export function presentSeries(
  series: readonly TimeSeries[],
  steps: readonly TimeStep[]
): TimeSeries[] {
  return series.filter(({ id }) => steps.some(({ counts }) => counts[id]));
}
