/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageLine, CoverageResponse, CoverageSource } from '../../../common/api/coverage';

const HOUR_MS = 3600000;
const FROM_MS = Date.parse('2026-01-27T00:00:00.000Z');

/** The start of an hour of the period. */
export const testHour = (hour: number): string => new Date(FROM_MS + hour * HOUR_MS).toISOString();

/** A cluster with ten records in each of six hours. */
export function testLine(part: Partial<CoverageLine> = {}): CoverageLine {
  return {
    kind: 'cluster',
    cluster: 'prod-wc',
    records: 60,
    first: testHour(0),
    last: testHour(5),
    keptFrom: '2026-01-01T00:00:00.000Z',
    keptTo: '2026-01-30T00:00:00.000Z',
    counts: [10, 10, 10, 10, 10, 10],
    expectedPerBar: 10,
    shortestSilenceMs: HOUR_MS,
    findings: [],
    ...part,
  };
}

/** A log that was read, without shortcomings. */
export function testSource(part: Partial<CoverageSource> = {}): CoverageSource {
  return {
    source: 'kubeaudit',
    indexPattern: 'kubeaudit*',
    state: 'read',
    indices: [{ index: 'kubeaudit-2026.01.27', records: 60 }],
    recordsOfOtherIndices: 0,
    records: 60,
    first: testHour(0),
    last: testHour(5),
    keptFrom: '2026-01-01T00:00:00.000Z',
    keptTo: '2026-01-30T00:00:00.000Z',
    unparsed: 0,
    repaired: 0,
    duplicates: { count: 0, sampled: 60, exact: true },
    lateArrivals: { count: 0, longestMs: 0 },
    unknown: [],
    lines: [testLine()],
    linesBeyond: 0,
    findings: [],
    ...part,
  };
}

/** A log that may not be read. */
export function testForbidden(): CoverageSource {
  return testSource({
    source: 'authlog',
    indexPattern: 'authlog*',
    state: 'forbidden',
    indices: [],
    records: 0,
    first: undefined,
    last: undefined,
    keptFrom: undefined,
    keptTo: undefined,
    duplicates: undefined,
    lateArrivals: undefined,
    lines: [],
    findings: [{ kind: 'not_allowed', source: 'authlog', message: 'authlog* may not be read.' }],
  });
}

/** An answer of six hours. */
export function testCoverage(sources: CoverageSource[]): CoverageResponse {
  return {
    range: { from: testHour(0), to: '2026-01-27T05:59:59.999Z' },
    step: 'hour',
    stepMs: HOUR_MS,
    bars: [0, 1, 2, 3, 4, 5].map(testHour),
    sources,
    completeness: { complete: true, reasons: [] },
  };
}
