/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { DAY_MS, WEEK_MS, type CoveragePlan } from './coverage_plan';
import { usualCounts, type KnownBars, type Run, type Usual } from './usual_count';

/**
 * Records that would usually have come in a silence. Of a Poisson process none come with a probability below
 * 1 in 1,000 then: e^-7 = 0.0009. What is less is a quiet time, not a gap.
 */
export const MIN_EXPECTED = 7;

/** Records on their way: a bar that ended this recently may still be filling. */
const DELIVERY_MS = 10 * 60_000;

/** Records of one cluster or host by the start of their bar of `lookMs`. */
export interface Series {
  counts: ReadonlyMap<number, number>;
}

/** What is known of the source as a whole. */
export interface LookAround {
  plan: Pick<CoveragePlan, 'lookMs' | 'near' | 'weekBefore' | 'period'>;
  nowMs: number;
  /** Oldest record that the source keeps; before it nothing is known. */
  keptFromMs?: number;
}

/** A time in which nothing was written although something should have been. */
export interface Silence {
  fromMs: number;
  /** Exclusive. */
  toMs: number;
  /** Nothing came after it, as far as was looked. */
  ongoing: boolean;
  /** It lasts until now. */
  untilNow: boolean;
  /** Records that a bar of this time usually has. */
  usualPerBar: number;
  /** Records that it would usually have had. */
  expected: number;
  /** What it was measured against. */
  basis: Usual['basis'];
}

function knownBars({ counts }: Series, look: LookAround): KnownBars | undefined {
  const { lookMs, near, weekBefore } = look.plan;
  const alive = [...counts].filter(([, count]) => count > 0).map(([start]) => start);
  if (alive.length === 0) return undefined;
  const lastMs =
    Math.floor((Math.min(near.toMs + 1, look.nowMs - DELIVERY_MS) - near.fromMs) / lookMs - 1) *
      lookMs +
    near.fromMs;
  const keptFromMs = look.keptFromMs ?? -Infinity;
  return {
    stepMs: lookMs,
    nearFromMs: near.fromMs,
    nearLastMs: lastMs,
    firstMs: alive.reduce((a, b) => Math.min(a, b)),
    lastMs: alive.reduce((a, b) => Math.max(a, b)),
    countAt: (startMs) => {
      // The bar in which the source begins to be kept is not whole.
      if (startMs < keptFromMs) return undefined;
      const inNear = startMs >= near.fromMs && startMs <= lastMs;
      const inWeek =
        weekBefore !== undefined && startMs >= weekBefore.fromMs && startMs <= weekBefore.toMs;
      return inNear || inWeek ? (counts.get(startMs) ?? 0) : undefined;
    },
  };
}

/** Bars next to each other with nothing, after the first record that was seen. */
function runsOf(bars: KnownBars): Run[] {
  const runs: Run[] = [];
  let start: number | undefined;
  for (let at = bars.nearFromMs; at <= bars.nearLastMs; at += bars.stepMs) {
    const silent = bars.countAt(at) === 0 && at > bars.firstMs;
    if (silent) start ??= at;
    else if (start !== undefined) {
      runs.push({ fromMs: start, lastMs: at - bars.stepMs });
      start = undefined;
    }
  }
  if (start !== undefined) runs.push({ fromMs: start, lastMs: bars.nearLastMs });
  return runs;
}

/** True where the same time a week before had nothing either: then this is its habit. */
function quietWeekBefore(atMs: number, run: Run, bars: KnownBars): boolean {
  const before = atMs - WEEK_MS;
  if (bars.stepMs > DAY_MS || before < bars.firstMs || before >= run.fromMs) return false;
  return bars.countAt(before) === 0;
}

/**
 * Finds silences of a cluster or a host in a period: bars with nothing where there was something before, and where
 * the same hours of the neighbouring days (or, without them, its other bars) make that improbable. What is quiet
 * at this time on other days, or was a week before, is no silence; nor is a bar that is not over.
 */
export function findSilences(series: Series, look: LookAround): Silence[] {
  const bars = knownBars(series, look);
  if (!bars) return [];
  const { fromMs, toMs } = look.plan.period;
  const runs = runsOf(bars);
  return runs
    .filter((run) => run.lastMs + bars.stepMs > fromMs && run.fromMs <= toMs)
    .flatMap((run) => toSilence(run, runs, bars, look) ?? [])
    .filter((silence) => silence.toMs > fromMs && silence.fromMs <= toMs);
}

function toSilence(
  run: Run,
  runs: readonly Run[],
  bars: KnownBars,
  look: LookAround
): Silence | undefined {
  const ongoing = run.lastMs >= bars.nearLastMs && bars.lastMs < run.fromMs;
  let first: number | undefined;
  let last = run.fromMs;
  let sure = 0;
  let expected = 0;
  let basis: Usual['basis'] = 'neighbouring_days';
  let most = 0;
  const usualAt = usualCounts(run, runs, bars);
  for (let at = run.fromMs; at <= run.lastMs; at += bars.stepMs) {
    const usual = usualAt(at);
    const least = usual === undefined || quietWeekBefore(at, run, bars) ? 0 : usual.least;
    if (least < 1 || usual === undefined) continue;
    first ??= at;
    last = at;
    sure += least;
    expected += usual.median;
    most = Math.max(most, usual.median);
    if (usual.basis === 'own_bars') basis = 'own_bars';
  }
  if (first === undefined || sure < MIN_EXPECTED) return undefined;
  const fromMs = ongoing ? run.fromMs : first;
  const toMs = (ongoing ? run.lastMs : last) + bars.stepMs;
  return {
    fromMs,
    toMs,
    ongoing,
    untilNow: ongoing && toMs + bars.stepMs + DELIVERY_MS > look.nowMs,
    usualPerBar: most,
    expected: Math.round(expected),
    basis,
  };
}
