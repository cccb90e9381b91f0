/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewConflict, ReviewDraft, ReviewSignResponse } from '../../common/api/review';
import type { ReviewRecord, ReviewSigner } from '../../common/api/review_record';
import { AuditError, isAuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import { readVersion } from '../status/status_service';
import { resolveTimeRange, toResolvedRange } from '../time/resolve_time_range';
import { hashOf } from './canonical_json';
import { toSignedFindings } from './check_draft';
import { assertReviewable, computeReview, notYet } from './compute_review';
import { readChainFor, type ChainWithPrevious } from './prepare_review';
import { holds, readRecordDocument, sealed } from './review_documents';
import { readSigner } from './read_signer';
import type { ReviewOptions } from './review_options';
import { appendRecord, readPlace } from './review_store';

function somebodySigned(sequence: number): AuditError {
  const details: ReviewConflict = { conflict: 'somebody_signed' };
  return new AuditError(
    'conflict',
    `Somebody else signed a review since this one was prepared (record ${sequence}): prepare it again. Nothing of yours was signed`,
    { ...details }
  );
}

const isBy = (record: ReviewRecord, signer: ReviewSigner) =>
  record.signer.name === signer.name && record.signer.authenticated === signer.authenticated;

function assertSignable(stored: ChainWithPrevious, index: string): void {
  if (stored.chain.state === 'forbidden') {
    throw new AuditError(
      'forbidden',
      `You may not read ${index}, so you may not sign: ask for a role that may`
    );
  }
  if (!stored.whole) {
    throw new AuditError(
      'upstream_unavailable',
      'Not all signed reviews could be read, so none can be added: try again'
    );
  }
}

/**
 * Answers `reviews` with `sign`: looks at everything anew, and adds the record to the chain. Either the whole
 * record is there afterwards, or nothing.
 *
 * @throws AuditError `conflict` where the logs or the chain are no longer as they were prepared
 */
export async function signReview(
  draft: ReviewDraft,
  search: ScopedSearch,
  options: ReviewOptions,
  now: Date
): Promise<ReviewSignResponse> {
  const { pattern, seed, conclusion, previousHash } = draft;
  const { index, versions, group } = options;
  const period = resolveTimeRange(draft.period, now);
  assertReviewable(period);
  const wait = notYet(period, now);
  if (wait !== undefined) throw new AuditError('invalid_request', wait);
  const draftHash = hashOf(draft);
  const [signer, stored] = await Promise.all([
    readSigner(search),
    readChainFor(pattern, period, search, index, draftHash),
  ]);
  assertSignable(stored, index);
  const { chain, signed, previous } = stored;
  if (signed && isBy(signed, signer)) return { record: signed, alreadySigned: true };
  if (previousHash !== chain.headHash) throw somebodySigned(chain.headSequence);

  const [review, opensearch] = await Promise.all([
    computeReview(pattern, period, seed, signer, previous, search, options, now),
    readVersion(search),
  ]);
  const findings = toSignedFindings(draft, review.findings);
  const { kubeAudit, ssh } = group;
  const record = sealed({
    recordVersion: 1,
    sequence: chain.headSequence + 1,
    pattern,
    indexPattern: pattern === 'kubeaudit' ? kubeAudit.indexPattern : ssh.authlog.indexPattern,
    period: toResolvedRange(period),
    seed,
    findings,
    conclusion,
    signer,
    ownActivity: review.ownActivity,
    signedAt: now.toISOString(),
    versions: { ...versions, ...(opensearch === undefined ? {} : { opensearch }) },
    completeness: review.completeness,
    chainBefore: { intact: chain.intact, problems: chain.problems.length + chain.problemsLeftOut },
    draftHash,
    previousHash,
  });
  return append(record, search, index, chain.state === 'readable');
}

async function append(
  record: ReviewRecord,
  search: ScopedSearch,
  index: string,
  indexExists: boolean
): Promise<ReviewSignResponse> {
  try {
    await appendRecord(search, index, record, indexExists);
    return { record, alreadySigned: false };
  } catch (error) {
    if (!isAuditError(error)) throw error;
    if (error.code === 'conflict') {
      const there = await standingAt(record.sequence, search, index);
      const own = there?.draftHash === record.draftHash && isBy(there, record.signer);
      if (there && own) return { record: there, alreadySigned: true };
      throw somebodySigned(record.sequence);
    }
    // OpenSearch was reached and refused: nothing was written.
    if (error.details.upstreamStatus !== undefined) throw error;
    return afterSilence(error, record, search, index);
  }
}

/** No answer came: the record may be there nevertheless. */
async function afterSilence(
  error: AuditError,
  record: ReviewRecord,
  search: ScopedSearch,
  index: string
): Promise<ReviewSignResponse> {
  try {
    const there = await standingAt(record.sequence, search, index);
    if (there?.hash === record.hash) return { record: there, alreadySigned: false };
  } catch (failed) {
    if (!isAuditError(failed)) throw failed;
  }
  throw new AuditError(
    error.code,
    'OpenSearch did not answer when the review was written: it may be signed or not. Sign again: you are told if it already is',
    { ...error.details, unknownWhetherSigned: true }
  );
}

async function standingAt(
  sequence: number,
  search: ScopedSearch,
  index: string
): Promise<ReviewRecord | undefined> {
  const record = readRecordDocument(await readPlace(search, index, sequence));
  return record && holds(record) ? record : undefined;
}
