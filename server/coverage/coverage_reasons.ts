/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessCode, CompletenessReason } from '../../common/api/completeness';
import type {
  CoverageFinding,
  CoverageFindingKind,
  CoverageSource,
} from '../../common/api/coverage';

/** Reasons in one answer about gaps; more are counted. */
const MAX_GAPS = 10;

/** What each finding says against the completeness of an answer; the others take nothing away from it. */
const CODES: Partial<Record<CoverageFindingKind, CompletenessCode>> = {
  not_allowed: 'sources_forbidden',
  missing: 'sources_missing',
  failed: 'shard_failures',
  failed_shards: 'shard_failures',
  silence: 'gap_in_source',
  stopped_reporting: 'gap_in_source',
  retention_starts_later: 'retention_starts_later',
  unparsed: 'unparsed_lines',
  repaired: 'unparsed_lines',
  fields: 'fields_unavailable',
  not_listed: 'scan_limit_reached',
};

/** A finding as a reason; undefined where it takes nothing away from an answer. */
export function toReason(finding: CoverageFinding): CompletenessReason | undefined {
  const { kind, source, message, cluster, host, from, to, count, indices } = finding;
  const code = CODES[kind];
  if (code === undefined) return undefined;
  const gap = code === 'gap_in_source';
  const instant = gap ? from : code === 'retention_starts_later' ? to : undefined;
  return {
    code,
    source,
    message,
    ...(cluster === undefined ? {} : { cluster }),
    ...(host === undefined ? {} : { host }),
    ...(instant === undefined ? {} : { instant }),
    ...(gap && to !== undefined ? { until: to } : {}),
    ...(count === undefined ? {} : { count }),
    ...(indices === undefined ? {} : { indices }),
  };
}

/** Reasons of findings; of very many gaps, those of clusters come first and the rest is counted. */
export function toReasons(findings: readonly CoverageFinding[]): CompletenessReason[] {
  const reasons = findings.flatMap((finding) => toReason(finding) ?? []);
  const gaps = reasons.filter(({ code }) => code === 'gap_in_source');
  gaps.sort((a, b) => Number(a.host !== undefined) - Number(b.host !== undefined));
  const shown = gaps.slice(0, MAX_GAPS);
  const rest = gaps.length - shown.length;
  if (rest > 0) {
    const { source } = gaps[0];
    const message = `There are ${rest} more gaps: see the coverage of this period.`;
    shown.push({ code: 'gap_in_source', source, count: rest, message });
  }
  return [...reasons.filter(({ code }) => code !== 'gap_in_source'), ...shown];
}

/** Everything that is wrong with a source and its lines. */
export function allFindings({ findings, lines }: CoverageSource): CoverageFinding[] {
  return [...findings, ...lines.flatMap((line) => line.findings)];
}
