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
import type { ReviewFact, ReviewPattern } from '../../common/api/review_record';
import { allFindings } from '../coverage/coverage_reasons';
import { readCoverage } from '../coverage/coverage_service';
import { AuditError } from '../errors/audit_error';
import type { GroupOptions } from '../group_accounts/group_options';
import type { ScopedSearch } from '../search/scoped_search';
import { toResolvedRange, type Period } from '../time/resolve_time_range';
import { limitedBy, listFacts, notLooked, toFigures, type FoundFinding } from './found_finding';

/** What of a source was not looked at for gaps: none found there means nothing. */
const UNSEEN: ReadonlySet<CoverageFindingKind> = new Set(['failed_shards', 'not_listed', 'fields']);

/** Reasons that the coverage of a source tells better. */
const TOLD: ReadonlySet<CompletenessCode> = new Set([
  'gap_in_source',
  'retention_starts_later',
  'unparsed_lines',
]);

/**
 * How well a log was kept in a period.
 *
 * @throws AuditError where that could not be asked: a review without it would sign that there was no gap
 */
export async function lookAtCoverage(
  pattern: ReviewPattern,
  period: Period,
  search: ScopedSearch,
  { kubeAudit, ssh }: GroupOptions,
  now: Date
): Promise<CoverageSource> {
  const timeRange = toResolvedRange(period);
  const options = { kubeAudit, authlog: ssh.authlog };
  const { sources } = await readCoverage({ timeRange }, search, options, now);
  const found = sources.find(({ source }) => source === pattern);
  if (!found || found.state === 'failed') {
    const why = found?.findings.map(({ message }) => message).join(' ') ?? '';
    throw new AuditError(
      'upstream_unavailable',
      `Gaps of ${pattern} could not be looked for: ${why}`
    );
  }
  return found;
}

function subjectOf({ cluster, host, source }: CoverageFinding): string {
  if (host !== undefined) return cluster ? `${host} (${cluster})` : host;
  return cluster === undefined || cluster === '' ? source : cluster;
}

/** What still goes on is told without the figures that grow with each hour: they would differ when it is signed. */
function toFact(finding: CoverageFinding): ReviewFact {
  const { message, ongoing, from, count } = finding;
  return {
    subject: subjectOf(finding),
    detail: ongoing ? 'Nothing since this time, as far as the log was kept since.' : message,
    ...(count === undefined ? {} : { count }),
    ...(from === undefined ? {} : { time: from }),
  };
}

/**
 * Gaps of a log: where it was silent, what stopped or began late, and what of it could not be read.
 *
 * @param reasons what else stands against the log being whole
 */
export function toGapsFinding(
  coverage: CoverageSource,
  reasons: readonly CompletenessReason[]
): FoundFinding {
  const { source, state, unknown } = coverage;
  const found = allFindings(coverage);
  const others = reasons.filter((reason) => reason.source === source && !TOLD.has(reason.code));
  const facts = [
    ...found.map(toFact),
    ...others.map(({ message, count, instant }) => ({
      subject: source,
      detail: message,
      ...(count === undefined ? {} : { count }),
      ...(instant === undefined ? {} : { time: instant }),
    })),
  ];
  const limits = [
    ...found.filter(({ kind }) => UNSEEN.has(kind)).map(({ message }) => message),
    ...unknown.map(({ message }) => message),
  ];
  return {
    id: 'coverage:gaps',
    kind: 'coverage',
    title: 'Gaps: what the log does not hold, or not readably',
    basis: `Every cluster and node of ${source}: silences, measured against what is usual at these hours; what stopped or began late; records that cannot be read, came late or twice; how far back the log reaches.`,
    source: 'ISO/IEC 27002:2022 8.15: logs are complete, protected and analysed.',
    figures:
      state === 'read'
        ? limitedBy(toFigures({ count: facts.length, unit: 'gaps', ...listFacts(facts) }), limits)
        : notLooked(
            'gaps',
            found.map(({ message }) => message)
          ),
    sample: [],
  };
}
