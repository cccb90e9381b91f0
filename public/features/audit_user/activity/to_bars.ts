/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { HistogramBucket } from '../../../../common/api/kube_summary';
import { OUTCOMES, type Outcome } from '../../../../common/kube_audit/outcome';

/** One piece of a stacked bar. */
export interface Bar {
  /** Start of the step of time, in milliseconds. */
  x: number;
  y: number;
  outcome: Outcome;
}

/** Pieces of the chart. A step without events has pieces of zero, so that the axis is whole. */
export function toBars(buckets: readonly HistogramBucket[]): Bar[] {
  const present = OUTCOMES.filter((outcome) => buckets.some((bucket) => bucket.byOutcome[outcome]));
  const outcomes = present.length > 0 ? present : OUTCOMES.slice(0, 1);
  return buckets.flatMap(({ from, byOutcome }) => {
    const x = Date.parse(from);
    return outcomes.map((outcome) => ({ x, y: byOutcome[outcome] ?? 0, outcome }));
  });
}
