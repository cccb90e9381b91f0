/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { Completeness } from './completeness';
import { filterValues } from './filter_values';
import { timeRangeSchema, type ResolvedRange } from './time_range';

export const coverageRequestSchema = z
  .object({ timeRange: timeRangeSchema, clusters: filterValues.optional() })
  .strict();

export type CoverageRequest = z.infer<typeof coverageRequestSchema>;

/** Logs whose coverage is looked at, in order of display. */
export const COVERAGE_SOURCES = ['kubeaudit', 'authlog'] as const;

export type CoverageSourceName = (typeof COVERAGE_SOURCES)[number];

/** Length of a bar: hours to some 8 days, days to about a year, weeks beyond. All begin in UTC. */
export type CoverageStep = 'hour' | 'day' | 'week';

/** What can be wrong with a source, a cluster of it or a node. */
export const COVERAGE_FINDING_KINDS = [
  /** This user may not search the source. */
  'not_allowed',
  /** No index of the source. */
  'missing',
  /** The source could not be asked: OpenSearch refused, was too busy, or out of time. */
  'failed',
  /** Some shards did not answer: their records are missing from every figure. */
  'failed_shards',
  /** Nothing where there was traffic before and after. */
  'silence',
  /** Traffic before, and none until the end of what could be looked at. */
  'stopped_reporting',
  /** A node or cluster of which there is nothing at the beginning of the period, though the source was kept. */
  'started_late',
  /** The oldest record kept is of after the beginning of the period. */
  'retention_starts_later',
  /** Documents that no view can read as events, or of which the collector lost the account or host. */
  'unparsed',
  /** Lines with a misread time stamp: counted by their own time, without their node. */
  'repaired',
  /** Records delivered more than once. */
  'duplicates',
  /** Records that arrived in an index made after their day. */
  'late_arrivals',
  /** Fields hidden from this user or mapped in another way: figures by them are not to be trusted. */
  'fields',
  /** More clusters, nodes or indices than are listed. */
  'not_listed',
] as const;

export type CoverageFindingKind = (typeof COVERAGE_FINDING_KINDS)[number];

/** One shortcoming, in words and in numbers. */
export interface CoverageFinding {
  kind: CoverageFindingKind;
  source: CoverageSourceName;
  cluster?: string;
  host?: string;
  /** ISO 8601; the time that the finding is about, `to` exclusive. May begin before or end after the period. */
  from?: string;
  to?: string;
  /** True where it had not ended when it was looked at. */
  ongoing?: boolean;
  /** Records, lines, shards or nodes that it concerns. */
  count?: number;
  /** What they are counted against. */
  total?: number;
  /** Records that would usually have been written in `from` to `to`. */
  expected?: number;
  indices?: string[];
  /** English: what was found, against what it was measured. */
  message: string;
}

/** Records of a concrete index within the period. */
export interface CoverageIndex {
  index: string;
  records: number;
  /** First and last record of the period in it, ISO 8601. */
  first?: string;
  last?: string;
}

/**
 * `cluster`: all records of a cluster. `host`: lines of one node. `misread`: lines of a cluster whose time stamp the
 * collector misread, by the time they were written; which node wrote them cannot be asked for. They are not in the
 * line of the cluster.
 */
export type CoverageLineKind = 'cluster' | 'host' | 'misread';

/** A row of the heat map. */
export interface CoverageLine {
  kind: CoverageLineKind;
  /** Empty where records name none. */
  cluster: string;
  host?: string;
  /** Of the period. */
  records: number;
  /** First and last record of the period, ISO 8601. */
  first?: string;
  last?: string;
  /** Oldest and newest record that is kept of it at all. Absent for `misread`. */
  keptFrom?: string;
  keptTo?: string;
  /** One for each of `bars`: records of the part of the bar that lies within the period. */
  counts: number[];
  /** Median of its bars between its first and last record; absent where there are too few to say. */
  expectedPerBar?: number;
  /** Shortest silence that was looked for, in milliseconds: longer for long periods. Absent for `misread`. */
  shortestSilenceMs?: number;
  findings: CoverageFinding[];
}

/** What a question about the source cannot be answered, and why. */
export interface CoverageUnknown {
  what: 'duplicates' | 'late_arrivals';
  message: string;
}

export interface CoverageSource {
  source: CoverageSourceName;
  indexPattern: string;
  /** Anything but `read` has no figures; `findings` says why. */
  state: 'read' | 'forbidden' | 'missing' | 'failed';
  /** Of the period, by name; at most 200. */
  indices: CoverageIndex[];
  /** Records in indices that are not listed. */
  recordsOfOtherIndices: number;
  /** Records of the period. */
  records: number;
  first?: string;
  last?: string;
  /** Oldest and newest record that is kept at all: where retention starts. */
  keptFrom?: string;
  keptTo?: string;
  /** Records of the period that views cannot read as events. In `records`. */
  unparsed: number;
  /** Lines with a misread time stamp whose own time is within the period. Not in `records`. */
  repaired: number;
  /**
   * Records delivered again. Exact for few records; else of `sampled` records of the period, chosen by audit id,
   * which are all that `count` is about. Absent where the data do not allow it: see `unknown`.
   */
  duplicates?: { count: number; sampled: number; exact: boolean };
  /** Records that lay in an index made more than an hour after their time. A lower bound. */
  lateArrivals?: { count: number; longestMs: number };
  unknown: CoverageUnknown[];
  /** Clusters by name, each followed by its misread lines and its hosts. */
  lines: CoverageLine[];
  /** Hosts or clusters that are not in `lines`; about. */
  linesBeyond: number;
  /** Of the source as a whole; those of a line are with it. */
  findings: CoverageFinding[];
}

export interface CoverageResponse {
  range: ResolvedRange;
  step: CoverageStep;
  stepMs: number;
  /** ISO 8601 starts of the bars that touch the period; the first may begin before it. */
  bars: string[];
  /** In the order of `COVERAGE_SOURCES`; always all. */
  sources: CoverageSource[];
  completeness: Completeness;
}
