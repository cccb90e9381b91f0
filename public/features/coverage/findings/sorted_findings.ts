/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  CoverageFinding,
  CoverageFindingKind,
  CoverageSource,
} from '../../../../common/api/coverage';

/** What nobody looked at comes first, then what is not there, then what is there but not as it should be. */
const SEVERITY: readonly CoverageFindingKind[] = [
  'not_allowed',
  'failed',
  'missing',
  'failed_shards',
  'stopped_reporting',
  'silence',
  'retention_starts_later',
  'fields',
  'not_listed',
  'unparsed',
  'started_late',
  'repaired',
  'duplicates',
  'late_arrivals',
];

/** A whole cluster before its nodes, more missing records before fewer, earlier before later. */
function compare(a: CoverageFinding, b: CoverageFinding): number {
  return (
    SEVERITY.indexOf(a.kind) - SEVERITY.indexOf(b.kind) ||
    Number(a.host !== undefined) - Number(b.host !== undefined) ||
    (b.expected ?? 0) - (a.expected ?? 0) ||
    (a.from ?? '').localeCompare(b.from ?? '', 'en')
  );
}

/** Everything that is wrong with sources and their lines, most serious first. */
export function sortedFindings(sources: readonly CoverageSource[]): CoverageFinding[] {
  return sources
    .flatMap(({ findings, lines }) => [...findings, ...lines.flatMap((line) => line.findings)])
    .sort(compare);
}
