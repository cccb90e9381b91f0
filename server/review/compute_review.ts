/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { MAX_REVIEW_DAYS, type ReviewFinding } from '../../common/api/review';
import { toCompleteness, type Completeness } from '../../common/api/completeness';
import type {
  OwnActivity,
  ReviewPattern,
  ReviewRecord,
  ReviewSigner,
} from '../../common/api/review_record';
import { AuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import type { Period } from '../time/resolve_time_range';
import { lookAtAuthlog } from './authlog_review';
import { compareFigures, daysOf } from './compare_reviews';
import { lookAtCoverage, toGapsFinding } from './gaps_finding';
import { lookAtKube } from './kube_review';
import { toOwnActivity } from './own_activity';
import type { ReviewOptions } from './review_options';

/** What a review is made of: the same for whoever asks with the same question, data and rights. */
export interface ComputedReview {
  findings: ReviewFinding[];
  ownActivity: OwnActivity;
  completeness: Completeness;
}

/** Collectors deliver late: what is looked at sooner may miss some of the period. */
const SETTLED_MS = 10 * 60_000;

/** Why a period cannot be signed yet; undefined when it can. */
export function notYet({ toMs }: Period, now: Date): string | undefined {
  const until = toMs + SETTLED_MS;
  if (now.getTime() > until) return undefined;
  return `The period ends at ${new Date(toMs).toISOString()}: it can be signed after ${new Date(until).toISOString()}, since records arrive late.`;
}

/** @throws AuditError `invalid_request` for more than a quarter */
export function assertReviewable(period: Period): void {
  if (daysOf(period) > MAX_REVIEW_DAYS) {
    throw new AuditError(
      'invalid_request',
      `timeRange: a review covers ${MAX_REVIEW_DAYS} days at most`
    );
  }
}

/**
 * Looks at everything that a review of one pattern must look at.
 *
 * @param previous the review that the figures are compared with
 * @throws AuditError where the log cannot be read
 */
export async function computeReview(
  pattern: ReviewPattern,
  period: Period,
  seed: number,
  signer: ReviewSigner,
  previous: ReviewRecord | undefined,
  search: ScopedSearch,
  options: ReviewOptions,
  now: Date
): Promise<ComputedReview> {
  const look = pattern === 'kubeaudit' ? lookAtKube : lookAtAuthlog;
  const [{ findings, reasons, own }, coverage] = await Promise.all([
    look(period, seed, signer, search, options, now),
    lookAtCoverage(pattern, period, search, options.group, now),
  ]);
  const days = daysOf(period);
  const before = previous && {
    figures: new Map(previous.findings.map(({ id, figures }) => [id, figures])),
    days: daysOf({
      fromMs: Date.parse(previous.period.from),
      toMs: Date.parse(previous.period.to),
    }),
  };
  const all = [...findings, toGapsFinding(coverage, reasons)];
  return {
    findings: all.map((finding): ReviewFinding => {
      const { figures } = finding;
      const change =
        before && compareFigures(figures, days, before.figures.get(finding.id), before.days);
      return {
        ...finding,
        ...(change ? { change } : {}),
        needsVerdict: figures.count > 0 || figures.looked !== 'whole',
      };
    }),
    ownActivity: toOwnActivity(signer, own.names, own.found, own.possible, own.unsure),
    completeness: toCompleteness(reasons),
  };
}
