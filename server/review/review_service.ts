/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCompleteness, type CompletenessReason } from '../../common/api/completeness';
import type {
  ReviewListResponse,
  ReviewReadResponse,
  ReviewRecordSummary,
  ReviewRequest,
} from '../../common/api/review';
import { REVIEW_PATTERNS, type ReviewRecord } from '../../common/api/review_record';
import { AuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import { resolveTimeRange, toResolvedRange, type Period } from '../time/resolve_time_range';
import { toCalendar, type Covering } from './calendar';
import { prepareReview } from './prepare_review';
import type { ReviewOptions } from './review_options';
import { readChain } from './review_store';
import { signReview } from './sign_review';

export type { ReviewOptions, ReviewSettings } from './review_options';

/** Records listed in one answer. */
const MAX_LISTED = 1000;

const periodOf = ({ period }: ReviewRecord): Period => ({
  fromMs: Date.parse(period.from),
  toMs: Date.parse(period.to),
});

function toSummary(record: ReviewRecord, valid: boolean): ReviewRecordSummary {
  const verdicts = { reviewed: 0, harmless: 0, escalated: 0, nothing_found: 0 };
  for (const { verdict } of record.findings) {
    if (verdict in verdicts) verdicts[verdict] += 1;
  }
  const { sequence, pattern, period, signer, signedAt, conclusion, hash } = record;
  return {
    sequence,
    pattern,
    period,
    signer,
    signedAt,
    conclusion,
    verdicts,
    references: [...new Set(record.findings.flatMap(({ reference }) => reference ?? []))],
    selfReviewed: record.ownActivity.state,
    complete: record.completeness.complete,
    hash,
    valid,
  };
}

async function listReviews(
  { timeRange }: Extract<ReviewRequest, { action: 'list' }>,
  search: ScopedSearch,
  { index, everyDays }: ReviewOptions,
  now: Date
): Promise<ReviewListResponse> {
  const range = resolveTimeRange(timeRange, now);
  const covering: Covering[] = [];
  const summaries: ReviewRecordSummary[] = [];
  const { chain, whole, reasons } = await readChain(search, index, (record, valid) => {
    const period = periodOf(record);
    if (valid) covering.push({ sequence: record.sequence, pattern: record.pattern, period });
    if (period.fromMs <= range.toMs && period.toMs >= range.fromMs) {
      summaries.push(toSummary(record, valid));
    }
  });
  const records = summaries.reverse();
  // OpenSearch may be set up to answer alike where there is no index and where it may not be seen.
  const missing: CompletenessReason = {
    code: 'sources_missing',
    source: 'reviews',
    message: `There is no index ${index}, or none that you may see: as far as you can tell nothing was ever signed.`,
  };
  return {
    range: toResolvedRange(range),
    everyDays,
    periods: REVIEW_PATTERNS.flatMap((pattern) =>
      toCalendar(pattern, range, everyDays, covering, now, whole)
    ),
    records: records.slice(0, MAX_LISTED),
    recordsLeftOut: Math.max(0, records.length - MAX_LISTED),
    chain,
    completeness: toCompleteness(chain.state === 'missing' ? [...reasons, missing] : reasons),
  };
}

async function readReview(
  sequence: number,
  search: ScopedSearch,
  { index }: ReviewOptions
): Promise<ReviewReadResponse> {
  let found: { record: ReviewRecord; valid: boolean } | undefined;
  const { chain } = await readChain(search, index, (record, valid) => {
    if (record.sequence === sequence) found ??= { record, valid };
  });
  if (chain.state === 'forbidden') {
    throw new AuditError('forbidden', `You may not read ${index}: ask for a role that may`);
  }
  if (!found) throw new AuditError('invalid_request', `sequence: there is no record ${sequence}`);
  return {
    ...found,
    problems: chain.problems.filter((problem) => problem.sequence === sequence),
  };
}

/**
 * Records whose period touches this one, oldest first, with whether each holds: for evidence packages.
 *
 * @throws AuditError when OpenSearch fails; a chain that may not be read is a state of `chain`
 */
export async function readReviewsOf(
  { fromMs, toMs }: Period,
  search: ScopedSearch,
  index: string
): Promise<{
  records: Array<{ record: ReviewRecord; valid: boolean }>;
  chain: ReviewListResponse['chain'];
  reasons: ReviewListResponse['completeness']['reasons'];
}> {
  const records: Array<{ record: ReviewRecord; valid: boolean }> = [];
  const { chain, reasons } = await readChain(search, index, (record, valid) => {
    const period = periodOf(record);
    if (period.fromMs <= toMs && period.toMs >= fromMs) records.push({ record, valid });
  });
  return { records, chain, reasons };
}

/** Answers `reviews`. Preparing and signing read a log as a whole: `scan` lets some of them run at once. */
export async function answerReviews(
  request: ReviewRequest,
  search: ScopedSearch,
  options: ReviewOptions,
  now: Date,
  scan: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
): Promise<unknown> {
  switch (request.action) {
    case 'list':
      return listReviews(request, search, options, now);
    case 'read':
      return readReview(request.sequence, search, options);
    case 'prepare':
      return scan(() => prepareReview(request, search, options, now));
    case 'sign':
      return scan(() => signReview(request.draft, search, options, now));
  }
}
