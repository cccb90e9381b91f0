/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  ReviewChain,
  ReviewFinding,
  ReviewListResponse,
  ReviewPrepareResponse,
  ReviewRecordSummary,
} from '../../../common/api/review';
import {
  FIRST_PREVIOUS_HASH,
  type ReviewFigures,
  type ReviewRecord,
} from '../../../common/api/review_record';

/** A week, from Monday to Sunday, in UTC. */
export const WEEK = { from: '2026-01-19T00:00:00.000Z', to: '2026-01-25T23:59:59.999Z' };

/** The address of the preparation of that week. */
export const PREPARE = `/reviews/prepare?from=${WEEK.from}&to=${WEEK.to}&pattern=kubeaudit`;

const HASH = 'a'.repeat(64);

/** A chain of one record. */
export function testChain(part: Partial<ReviewChain> = {}): ReviewChain {
  return {
    state: 'readable',
    intact: true,
    records: 1,
    headHash: HASH,
    headSequence: 1,
    problems: [],
    problemsLeftOut: 0,
    ...part,
  };
}

/** Figures of something that was found. */
export function testFigures(part: Partial<ReviewFigures> = {}): ReviewFigures {
  return {
    count: 30,
    requests: 30,
    relation: 'eq',
    unit: 'records',
    looked: 'whole',
    limits: [],
    byUser: [{ name: 'mallory@example.com', count: 30 }],
    byOthers: 0,
    facts: [],
    factsLeftOut: 0,
    sample: { size: 1, of: 30, seed: 7, sha256: HASH },
    ...part,
  };
}

/** Shells in containers. */
export function testFinding(part: Partial<ReviewFinding> = {}): ReviewFinding {
  return {
    id: 'risk:exec',
    kind: 'risk',
    title: 'Shells in containers',
    basis: 'Records with resources: pods/exec.',
    source: 'T1609.',
    figures: testFigures(),
    sample: [
      {
        document: { index: 'kubeaudit-1', id: 'r1' },
        time: '2026-01-20T10:00:00.000Z',
        cluster: 'prod-wc',
        who: 'mallory@example.com',
        what: 'create pods/exec production/db',
        outcome: 'success (101)',
        sourceIps: ['203.0.113.66'],
      },
    ],
    filters: { resources: ['pods/exec'] },
    needsVerdict: true,
    ...part,
  };
}

/** Of which there was nothing. */
export function testNothing(part: Partial<ReviewFinding> = {}): ReviewFinding {
  return testFinding({
    id: 'search:blocked',
    kind: 'search',
    title: 'The word "blocked"',
    figures: testFigures({ count: 0, requests: 0, byUser: [], sample: undefined }),
    sample: [],
    filters: undefined,
    needsVerdict: false,
    ...part,
  });
}

/** A review with one finding to decide on. */
export function testPrepared(part: Partial<ReviewPrepareResponse> = {}): ReviewPrepareResponse {
  return {
    pattern: 'kubeaudit',
    range: WEEK,
    seed: 7,
    findings: [testFinding(), testNothing()],
    previousMissing: 'Nothing was ever reviewed here.',
    previousHash: HASH,
    chain: testChain(),
    signer: { name: 'reviewer', authenticated: true },
    ownActivity: {
      state: 'not_found',
      names: ['reviewer'],
      found: [],
      message: 'reviewer is not among the users of the period, by the names reviewer.',
    },
    completeness: { complete: true, reasons: [] },
    ...part,
  };
}

/** A record of the list. */
export function testSummary(part: Partial<ReviewRecordSummary> = {}): ReviewRecordSummary {
  return {
    sequence: 1,
    pattern: 'kubeaudit',
    period: WEEK,
    signer: { name: 'reviewer', authenticated: true },
    signedAt: '2026-01-26T09:00:00.000Z',
    conclusion: 'Nothing that needs action.',
    verdicts: { reviewed: 1, harmless: 0, escalated: 0, nothing_found: 1 },
    references: [],
    selfReviewed: 'not_found',
    complete: true,
    hash: HASH,
    valid: true,
    ...part,
  };
}

/** A calendar of one week: kubeaudit was reviewed, authlog was not. */
export function testList(part: Partial<ReviewListResponse> = {}): ReviewListResponse {
  return {
    range: WEEK,
    everyDays: 7,
    periods: [
      { pattern: 'kubeaudit', range: WEEK, state: 'reviewed', sequences: [1], uncovered: [] },
      { pattern: 'authlog', range: WEEK, state: 'missed', sequences: [], uncovered: [WEEK] },
    ],
    records: [testSummary()],
    recordsLeftOut: 0,
    chain: testChain(),
    completeness: { complete: true, reasons: [] },
    ...part,
  };
}

/** A record as it was signed. */
export function testRecord(part: Partial<ReviewRecord> = {}): ReviewRecord {
  return {
    recordVersion: 1,
    sequence: 1,
    pattern: 'kubeaudit',
    indexPattern: 'kubeaudit*',
    period: WEEK,
    seed: 7,
    findings: [
      {
        id: 'risk:exec',
        kind: 'risk',
        title: 'Shells in containers',
        basis: 'Records with resources: pods/exec.',
        source: 'T1609.',
        figures: testFigures(),
        sample: [{ index: 'kubeaudit-1', id: 'r1' }],
        verdict: 'escalated',
        reference: 'INC-42',
      },
    ],
    conclusion: 'One incident.',
    signer: { name: 'reviewer', authenticated: true },
    ownActivity: testPrepared().ownActivity,
    signedAt: '2026-01-26T09:00:00.000Z',
    versions: { plugin: '1.0.0', dashboards: '2.19.4', opensearch: '2.19.4' },
    completeness: { complete: true, reasons: [] },
    chainBefore: { intact: true, problems: 0 },
    draftHash: 'c'.repeat(64),
    previousHash: FIRST_PREVIOUS_HASH,
    hash: HASH,
    ...part,
  };
}
