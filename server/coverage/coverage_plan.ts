/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageSourceName, CoverageStep } from '../../common/api/coverage';
import type { Period } from '../time/resolve_time_range';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;

/** 1970 began on a Thursday; weeks here begin on Monday, as ISO 8601 has them. */
const MONDAY_MS = 4 * DAY_MS;

/** Clusters of one answer. */
export const MAX_CLUSTERS = 30;

/** Hosts of one answer, where the period is short enough for so many. */
const MAX_HOSTS = 300;

/** Hosts that an answer shall have room for before silences are looked for more finely. */
const WANTED_HOSTS = 100;

/**
 * Buckets of all bars of an answer. OpenSearch refuses a search with more than 65,535 (`search.max_buckets`);
 * indices and the days in them need up to some 7,000, misread lines up to 12,000 in long periods.
 */
const MAX_BAR_BUCKETS: Record<CoverageSourceName, number> = { kubeaudit: 55_000, authlog: 50_000 };

/** Longest periods in hours and in days. */
const MAX_HOURLY_MS = 8 * DAY_MS + HOUR_MS;
const MAX_DAILY_MS = 400 * DAY_MS;

/** Bars of one answer; of longer periods, each is of several weeks. */
const MAX_BARS = 1_000;

/** Steps in which silences are looked for. Each divides those of the display. */
const LOOK_STEPS = [HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, DAY_MS];

/** Which bars an answer shows, in which steps it looks for silences, and in what time around the period. */
export interface CoveragePlan {
  period: Period;
  step: CoverageStep;
  stepMs: number;
  /** Starts of the bars that touch the period. */
  barsMs: number[];
  /** Length of the bars in which silences are looked for. */
  lookMs: number;
  /** The period with days before and after it, in whole bars; `toMs` is the last instant. */
  near: Period;
  /** The same weekday of the week before, where `near` does not reach back to it. */
  weekBefore?: Period;
  maxHosts: number;
}

/** Start of the bar that holds an instant. Days and hours are those of UTC. */
export function barStart(ms: number, stepMs: number): number {
  const offset = barOffset(stepMs);
  return Math.floor((ms - offset) / stepMs) * stepMs + offset;
}

/** What bars of that length begin after whole multiples of it since 1970. */
export function barOffset(stepMs: number): number {
  return stepMs % WEEK_MS === 0 ? MONDAY_MS : 0;
}

/** Whole bars that hold these instants. */
function wholeBars(fromMs: number, toMs: number, stepMs: number): Period {
  return { fromMs: barStart(fromMs, stepMs), toMs: barStart(toMs, stepMs) + stepMs - 1 };
}

function displayStep({ fromMs, toMs }: Period): { step: CoverageStep; stepMs: number } {
  const span = toMs - fromMs;
  if (span <= MAX_HOURLY_MS) return { step: 'hour', stepMs: HOUR_MS };
  if (span <= MAX_DAILY_MS) return { step: 'day', stepMs: DAY_MS };
  return { step: 'week', stepMs: Math.ceil(span / WEEK_MS / MAX_BARS) * WEEK_MS };
}

/** Time before and after a period that tells what is usual. */
function windowsOf(period: Period, lookMs: number): Pick<CoveragePlan, 'near' | 'weekBefore'> {
  const { fromMs, toMs } = period;
  if (lookMs > DAY_MS) {
    return { near: wholeBars(fromMs - 4 * lookMs, toMs + 2 * lookMs, lookMs) };
  }
  if (lookMs === DAY_MS) {
    return { near: wholeBars(fromMs - 8 * DAY_MS, toMs + 4 * DAY_MS, DAY_MS) };
  }
  // In whole days, so that questions of the same day are the same to the cache of OpenSearch.
  return {
    near: wholeBars(fromMs - 3 * DAY_MS, toMs + DAY_MS, DAY_MS),
    weekBefore: wholeBars(fromMs - WEEK_MS, toMs - WEEK_MS, lookMs),
  };
}

function barsOf({ near, weekBefore }: Pick<CoveragePlan, 'near' | 'weekBefore'>, lookMs: number) {
  const beyond = weekBefore ? Math.min(weekBefore.toMs, near.fromMs) - weekBefore.fromMs : 0;
  return Math.ceil((near.toMs - near.fromMs + Math.max(0, beyond)) / lookMs) + 1;
}

/** Plans how a period is looked at: bounded, however long it is. */
export function planCoverage(period: Period, source: CoverageSourceName): CoveragePlan {
  const { step, stepMs } = displayStep(period);
  const rows = MAX_CLUSTERS + (source === 'authlog' ? WANTED_HOSTS : 0);
  const fits = (lookMs: number) =>
    lookMs <= stepMs && rows * barsOf(windowsOf(period, lookMs), lookMs) <= MAX_BAR_BUCKETS[source];
  // Hours as they are shown come first: then there is room for fewer hosts.
  const lookMs = step === 'hour' ? HOUR_MS : (LOOK_STEPS.find(fits) ?? stepMs);
  const windows = windowsOf(period, lookMs);
  const bars = barsOf(windows, lookMs);
  const barsMs: number[] = [];
  for (let at = barStart(period.fromMs, stepMs); at <= period.toMs; at += stepMs) barsMs.push(at);
  return {
    period,
    step,
    stepMs,
    barsMs,
    lookMs,
    ...windows,
    maxHosts: Math.max(
      1,
      Math.min(MAX_HOSTS, Math.floor(MAX_BAR_BUCKETS[source] / bars) - MAX_CLUSTERS)
    ),
  };
}
