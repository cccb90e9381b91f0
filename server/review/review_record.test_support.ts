/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { FIRST_PREVIOUS_HASH, type ReviewRecord } from '../../common/api/review_record';
import type { ReviewFinding } from '../../common/api/review';
import { toFigures } from './found_finding';
import { documentId, sealed } from './review_documents';
import type { ChainDocument } from './review_chain';

/** A finding of the given count; everything else is as usual. */
export function finding(
  id: string,
  count: number,
  more: Partial<ReviewFinding> = {}
): ReviewFinding {
  return {
    id,
    kind: 'search',
    title: id,
    basis: 'A test.',
    source: 'A test.',
    figures: toFigures({ count, unit: 'records' }),
    sample: [],
    needsVerdict: count > 0,
    ...more,
  };
}

/** A record of a week. */
export function reviewRecord(more: Partial<ReviewRecord> = {}): ReviewRecord {
  return sealed({
    recordVersion: 1,
    sequence: 1,
    pattern: 'kubeaudit',
    indexPattern: 'kubeaudit*',
    period: { from: '2026-01-19T00:00:00.000Z', to: '2026-01-25T23:59:59.999Z' },
    seed: 7,
    findings: [],
    conclusion: 'In order.',
    signer: { name: 'ann', authenticated: true },
    ownActivity: { state: 'not_found', names: ['ann'], found: [], message: 'None.' },
    signedAt: '2026-01-26T08:00:00.000Z',
    versions: { plugin: '1', dashboards: '2' },
    completeness: { complete: true, reasons: [] },
    chainBefore: { intact: true, problems: 0 },
    draftHash: '1'.repeat(64),
    previousHash: FIRST_PREVIOUS_HASH,
    ...more,
  });
}

/** So many records, each tied to the one before. */
export function chainOf(count: number): ReviewRecord[] {
  const records: ReviewRecord[] = [];
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const previousHash = records[sequence - 2]?.hash ?? FIRST_PREVIOUS_HASH;
    records.push(reviewRecord({ sequence, previousHash, seed: sequence }));
  }
  return records;
}

/** As they are kept. */
export const documentsOf = (records: readonly ReviewRecord[]): ChainDocument[] =>
  records.map((record) => ({ id: documentId(record.sequence), version: 1, source: record }));
