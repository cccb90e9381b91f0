/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { DAY_MS } from './coverage_plan';

/** Neighbouring days before, and as many after, that are compared. */
const NEIGHBOURS = 3;

/** Days that are walked to find them outside a silence. */
const MAX_WALK = 15;

/** Fewest other bars that say what is usual where there are no neighbouring days. */
const MIN_OWN_BARS = 6;

/** Bars next to each other, by their starts, both included. */
export interface Run {
  fromMs: number;
  lastMs: number;
}

/** Bars of one cluster or host. */
export interface KnownBars {
  stepMs: number;
  /** First and last bar of the time around the period that is over. */
  nearFromMs: number;
  nearLastMs: number;
  /** First and last bar with a record. */
  firstMs: number;
  lastMs: number;
  /** Records of a bar; undefined where it is not known. */
  countAt(startMs: number): number | undefined;
}

/** What a bar usually has. */
export interface Usual {
  median: number;
  /** What it has at least, on all but one of four days: by this a silence is decided. */
  least: number;
  basis: 'neighbouring_days' | 'own_bars';
}

/** The value below which that share of the values lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))];
}

/** The smallest value, but for one in four. */
function allButOneInFour(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 4)];
}

/** Middle value; 0 of none. */
export function median(values: readonly number[]): number {
  return values.length === 0 ? 0 : quantile(values, 0.5);
}

/** Records of the same hours on the nearest days, in one direction, outside the silence. */
function neighbours(atMs: number, run: Run, bars: KnownBars, direction: 1 | -1): number[] {
  const stepMs = Math.max(DAY_MS, bars.stepMs);
  const found: number[] = [];
  for (let k = 1; k <= MAX_WALK && found.length < NEIGHBOURS; k += 1) {
    const at = atMs + direction * k * stepMs;
    if (at < bars.firstMs || at > bars.lastMs) break;
    if (at >= run.fromMs && at <= run.lastMs) continue;
    const count = bars.countAt(at);
    if (count !== undefined) found.push(count);
  }
  return found;
}

/**
 * All other bars between the first and the last record. Other silences with full traffic on both sides are left
 * out, so that two of them do not hide each other, unless there are so many that silence is the habit.
 */
function ownBars(run: Run, runs: readonly Run[], bars: KnownBars): number[] {
  const between = (from: number, to: number) => {
    const counts: number[] = [];
    for (let at = from; at <= to; at += bars.stepMs) {
      const count = at >= run.fromMs && at <= run.lastMs ? undefined : bars.countAt(at);
      if (count !== undefined) counts.push(count);
    }
    return counts;
  };
  const all = between(bars.firstMs, Math.min(bars.lastMs, bars.nearLastMs));
  const written = all.filter((count) => count > 0);
  const half = median(written) / 2;
  const abrupt = runs.filter(
    ({ fromMs, lastMs }) =>
      fromMs !== run.fromMs &&
      (bars.countAt(fromMs - bars.stepMs) ?? 0) >= half &&
      (bars.countAt(lastMs + bars.stepMs) ?? 0) >= half
  );
  const silent = abrupt.reduce(
    (sum, { fromMs, lastMs }) => sum + (lastMs - fromMs) / bars.stepMs + 1,
    0
  );
  if (silent === 0 || silent > all.length / 3) return all;
  const zeros = all.length - written.length - silent;
  return [...written, ...Array.from({ length: Math.max(0, zeros) }, () => 0)];
}

/** Tells what the bars of a silence would usually have; undefined where there is too little to say. */
export function usualCounts(
  run: Run,
  runs: readonly Run[],
  bars: KnownBars
): (atMs: number) => Usual | undefined {
  let own: readonly number[] | undefined;
  return (atMs) => {
    const days = [...neighbours(atMs, run, bars, -1), ...neighbours(atMs, run, bars, 1)];
    if (days.length >= 2) {
      return { median: median(days), least: allButOneInFour(days), basis: 'neighbouring_days' };
    }
    own ??= ownBars(run, runs, bars);
    if (own.length < MIN_OWN_BARS) return undefined;
    return { median: median(own), least: quantile(own, 0.1), basis: 'own_bars' };
  };
}

/**
 * What the bars after the first one with a record have at least, but for one in four; 0 where there are too few.
 *
 * @param untilMs last bar that counts
 */
export function leastUsual(
  counts: ReadonlyMap<number, number>,
  stepMs: number,
  untilMs: number
): number {
  const first = Math.min(...counts.keys());
  const values: number[] = [];
  // A bar without records is no entry: only the ends are searched for, the bars between are counted.
  const last = Math.min(untilMs, Math.max(...counts.keys()));
  for (let at = first + stepMs; at <= last; at += stepMs) values.push(counts.get(at) ?? 0);
  return values.length < MIN_OWN_BARS ? 0 : allButOneInFour(values);
}
