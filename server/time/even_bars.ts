/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Period } from './resolve_time_range';
import { stepFor, stepStarts } from './time_steps';

/** The bars of a chart over a period: the same for every chart of that period. */
export class EvenBars {
  readonly intervalMs: number;
  private readonly startsMs: readonly number[];

  constructor(private readonly period: Period) {
    this.intervalMs = stepFor(period);
    this.startsMs = stepStarts(period, this.intervalMs);
  }

  /** Bar of an instant; undefined outside the period. */
  indexOf(atMs: number): number | undefined {
    if (!(atMs >= this.period.fromMs && atMs <= this.period.toMs)) return undefined;
    return Math.floor((atMs - this.startsMs[0]) / this.intervalMs);
  }

  /** ISO 8601 starts of the bars. */
  starts(): string[] {
    return this.startsMs.map((startMs) => new Date(startMs).toISOString());
  }
}

/** The instant, or the end of the period that is nearest to it: what began before a period is in its first bar. */
export function clippedTo({ fromMs, toMs }: Period, atMs: number): number {
  return Math.min(toMs, Math.max(fromMs, atMs));
}
