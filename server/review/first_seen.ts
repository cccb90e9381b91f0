/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewFact } from '../../common/api/review_record';
import type { Period } from '../time/resolve_time_range';
import {
  limitedBy,
  listFacts,
  notLooked,
  toFigures,
  type FindingHead,
  type FoundFinding,
} from './found_finding';

const DAY_MS = 86_400_000;

/** A shorter time says nothing about what is usual. */
const LEAST_BASELINE_MS = DAY_MS;

/** The time before a period with which it is compared. */
export interface Baseline {
  /** Empty (`toMs` before `fromMs`) where too little is kept. */
  period: Period;
  /** What was asked for, in days. */
  askedDays: number;
  /** Why it is shorter than asked for, or not there. */
  limits: string[];
  usable: boolean;
}

const inDays = (ms: number): string => {
  const days = ms / DAY_MS;
  return `${Number.isInteger(days) ? days : days.toFixed(1)} ${days === 1 ? 'day' : 'days'}`;
};

/**
 * What of the time before a period can be compared with it.
 *
 * @param oldestMs the first record kept; undefined where it is not known
 */
export function toBaseline(
  { fromMs }: Period,
  askedDays: number,
  oldestMs: number | undefined
): Baseline {
  const asked = fromMs - askedDays * DAY_MS;
  const toMs = fromMs - 1;
  if (oldestMs === undefined || oldestMs > fromMs - LEAST_BASELINE_MS) {
    const why =
      oldestMs === undefined
        ? 'It is not known since when records are kept'
        : `The oldest record that is kept is of ${new Date(oldestMs).toISOString()}`;
    return {
      period: { fromMs, toMs },
      askedDays,
      usable: false,
      limits: [`${why}: nothing can be said to be there for the first time.`],
    };
  }
  const from = Math.max(asked, oldestMs);
  // What is kept up to an hour less is kept: retention deletes whole indices.
  const short = from - asked > 3_600_000;
  return {
    period: { fromMs: from, toMs },
    askedDays,
    usable: true,
    limits: short
      ? [
          `Compared with ${inDays(fromMs - from)} only, not ${askedDays}: the oldest record that is kept is of ${new Date(from).toISOString()}.`,
        ]
      : [],
  };
}

/** A value that the baseline does not have. */
export interface FirstSeen {
  value: string;
  count: number;
  firstMs: number;
  /** Who or what it goes with, in words. */
  with?: string;
}

/** One question of the first-seen kind. */
export interface FirstSeenDimension {
  id: string;
  title: string;
  /** Whose values, in words. */
  of: string;
}

/** The dimension as a finding, before anything was looked at. */
export function firstSeenHead(
  { id, title, of }: FirstSeenDimension,
  { period, askedDays, usable }: Baseline
): FindingHead {
  const since = usable ? ` (since ${new Date(period.fromMs).toISOString()})` : '';
  return {
    id: `first_seen:${id}`,
    kind: 'first_seen',
    title,
    basis: `${of}, that are not there in the ${askedDays} days before the period${since}.`,
    source: 'ISO/IEC 27002:2022 8.16 (anomalies are looked for).',
  };
}

/**
 * What is there for the first time, said with its baseline.
 *
 * @param why reasons by which not everything was compared
 * @param uncertain reasons by which the baseline may hold what was not found in it: then nothing is said
 */
export function toFirstSeenFinding(
  dimension: FirstSeenDimension,
  baseline: Baseline,
  found: readonly FirstSeen[],
  why: readonly string[] = [],
  uncertain: readonly string[] = []
): FoundFinding {
  const head = firstSeenHead(dimension, baseline);
  if (!baseline.usable || uncertain.length > 0) {
    const limits = [...baseline.limits, ...uncertain];
    return { ...head, figures: notLooked('values', limits), sample: [] };
  }
  const days = inDays(
    Math.round((baseline.period.toMs + 1 - baseline.period.fromMs) / 8_640_000) * 8_640_000
  );
  const sorted = [...found].sort((a, b) => a.firstMs - b.firstMs || (a.value < b.value ? -1 : 1));
  const facts = sorted.map(({ value, count, firstMs, with: goesWith }): ReviewFact => ({
    subject: value,
    detail: `Not there in the ${days} before${goesWith ? `; ${goesWith}` : ''}`,
    count,
    time: new Date(firstMs).toISOString(),
  }));
  const figures = toFigures({ count: found.length, unit: 'values', ...listFacts(facts) });
  return { ...head, figures: limitedBy(figures, [...baseline.limits, ...why]), sample: [] };
}
