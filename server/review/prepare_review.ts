/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { randomInt } from 'crypto';
import { toCompleteness } from '../../common/api/completeness';
import type { ReviewPrepareResponse, ReviewRequest } from '../../common/api/review';
import {
  MAX_REVIEW_SEED,
  type ReviewPattern,
  type ReviewRecord,
} from '../../common/api/review_record';
import type { ScopedSearch } from '../search/scoped_search';
import { resolveTimeRange, toResolvedRange, type Period } from '../time/resolve_time_range';
import { assertReviewable, computeReview, notYet } from './compute_review';
import { distinct } from './looked_at';
import { readSigner } from './read_signer';
import type { ReviewOptions } from './review_options';
import { readChain, type StoredReviews } from './review_store';

/** The chain, and the review with which a new one is compared. */
export interface ChainWithPrevious extends StoredReviews {
  previous?: ReviewRecord;
  /** The valid record of this draft, where it was signed already. */
  signed?: ReviewRecord;
}

/**
 * Reads the chain, and keeps of it what a review of a period needs: the last valid review of the pattern that
 * ended before this period does.
 */
export async function readChainFor(
  pattern: ReviewPattern,
  { toMs }: Period,
  search: ScopedSearch,
  index: string,
  draftHash?: string
): Promise<ChainWithPrevious> {
  let previous: ReviewRecord | undefined;
  let signed: ReviewRecord | undefined;
  const endOf = (record: ReviewRecord) => Date.parse(record.period.to);
  const stored = await readChain(search, index, (record, valid) => {
    if (!valid) return;
    if (draftHash !== undefined && record.draftHash === draftHash) signed = record;
    if (record.pattern !== pattern || endOf(record) >= toMs) return;
    if (!previous || endOf(record) >= endOf(previous)) previous = record;
  });
  return { ...stored, ...(previous ? { previous } : {}), ...(signed ? { signed } : {}) };
}

function whyNoPrevious({ chain, whole }: StoredReviews, pattern: ReviewPattern): string {
  if (chain.state === 'forbidden')
    return 'You may not read the signed reviews: there is nothing to compare with.';
  if (!whole) return 'Not all signed reviews could be read: the last one may be among the others.';
  return chain.records === 0
    ? 'Nothing was ever reviewed here.'
    : `No valid review of ${pattern} ended before this period does.`;
}

/** Answers `reviews` with `prepare`: everything that the review of a period must look at. */
export async function prepareReview(
  request: Extract<ReviewRequest, { action: 'prepare' }>,
  search: ScopedSearch,
  options: ReviewOptions,
  now: Date
): Promise<ReviewPrepareResponse> {
  const { pattern, timeRange, seed = randomInt(MAX_REVIEW_SEED) } = request;
  const period = resolveTimeRange(timeRange, now);
  assertReviewable(period);
  const [signer, stored] = await Promise.all([
    readSigner(search),
    readChainFor(pattern, period, search, options.index),
  ]);
  const { previous, chain } = stored;
  const review = await computeReview(pattern, period, seed, signer, previous, search, options, now);
  const wait = notYet(period, now);
  return {
    pattern,
    range: toResolvedRange(period),
    seed,
    findings: review.findings,
    ...(previous
      ? {
          previous: {
            sequence: previous.sequence,
            range: previous.period,
            signedAt: previous.signedAt,
            signer: previous.signer,
          },
        }
      : { previousMissing: whyNoPrevious(stored, pattern) }),
    previousHash: chain.headHash,
    chain,
    signer,
    ownActivity: review.ownActivity,
    ...(wait === undefined ? {} : { notYet: wait }),
    completeness: toCompleteness(distinct([...review.completeness.reasons, ...stored.reasons])),
  };
}
