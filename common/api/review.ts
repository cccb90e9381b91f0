/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { Completeness } from './completeness';
import type { DocumentRef } from './kube_events';
import type { KubeFilters } from './kube_filters';
import {
  REVIEW_PATTERNS,
  REVIEW_VERDICTS,
  reviewFiguresSchema,
  seedSchema,
  sha256Schema,
  type OwnActivity,
  type ReviewChange,
  type ReviewFigures,
  type ReviewKind,
  type ReviewPattern,
  type ReviewRecord,
  type ReviewSigner,
  type ReviewVerdict,
} from './review_record';
import { timeRangeSchema, type ResolvedRange } from './time_range';

/** Days that one review may cover: what was not looked at for a quarter is more than one review. */
export const MAX_REVIEW_DAYS = 92;

/** Records of each finding to read; the documented review asks for at least ten. */
export const REVIEW_SAMPLE_SIZE = 10;

const text = (max: number) => z.string().trim().min(1).max(max);

const draftFindingSchema = z
  .object({
    id: text(200),
    title: text(500),
    figures: reviewFiguresSchema,
    /** May be absent where the finding does not need one (`needsVerdict`). */
    verdict: z.enum(REVIEW_VERDICTS).optional(),
    /** Why it is harmless. */
    because: text(4000).optional(),
    /** Ticket or incident that it was escalated to. */
    reference: text(1000).optional(),
  })
  .strict()
  .superRefine(({ verdict, because, reference, id }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path: [path], message });
    if (verdict === 'harmless' && because === undefined) {
      complain('because', `finding ${id} is harmless because of what?`);
    }
    if (verdict === 'escalated' && reference === undefined) {
      complain('reference', `finding ${id} is escalated: name the ticket or incident`);
    }
  });

export const reviewDraftSchema = z
  .object({
    pattern: z.enum(REVIEW_PATTERNS),
    /** The instants of `prepare`'s answer. */
    period: z
      .object({
        from: z.string().datetime({ offset: true }),
        to: z.string().datetime({ offset: true }),
      })
      .strict(),
    seed: seedSchema,
    findings: z.array(draftFindingSchema).max(300),
    conclusion: text(10000),
    /** Of `prepare`'s answer: the chain as the reviewer saw it. */
    previousHash: sha256Schema,
  })
  .strict();

export type ReviewDraft = z.infer<typeof reviewDraftSchema>;

export const reviewRequestSchema = z.discriminatedUnion('action', [
  /** Calendar and records of a time, with the chain verified. Answers {@link ReviewListResponse}. */
  z.object({ action: z.literal('list'), timeRange: timeRangeSchema }).strict(),
  /** One record, whole. Answers {@link ReviewReadResponse}. */
  z.object({ action: z.literal('read'), sequence: z.number().int().min(1) }).strict(),
  /** What the review of a period must look at. Answers {@link ReviewPrepareResponse}. */
  z
    .object({
      action: z.literal('prepare'),
      pattern: z.enum(REVIEW_PATTERNS),
      timeRange: timeRangeSchema,
      /** Chosen by the server where absent, and told. */
      seed: seedSchema.optional(),
    })
    .strict(),
  /** Signs as the logged-in user. Answers {@link ReviewSignResponse}. */
  z.object({ action: z.literal('sign'), draft: reviewDraftSchema }).strict(),
]);

export type ReviewRequest = z.infer<typeof reviewRequestSchema>;

/** A record to read. Likely secrets are masked. All of it is log content. */
export interface ReviewSampleRow {
  document: DocumentRef;
  /** ISO 8601, as the log has it; absent where the record has none. */
  time?: string;
  cluster?: string;
  host?: string;
  /** User or account. */
  who?: string;
  /** Verb and resource, or the line. */
  what: string;
  outcome?: string;
  sourceIps?: string[];
}

/** Something that a review must look at, also where nothing was found. */
export interface ReviewFinding {
  /** Stable, such as `search:failed` or `risk:exec`. */
  id: string;
  kind: ReviewKind;
  title: string;
  /** What was looked for, in words: which fields, which baseline, from when. */
  basis: string;
  /** Where the rule comes from. */
  source: string;
  figures: ReviewFigures;
  sample: ReviewSampleRow[];
  /**
   * Filters by which the view of Kubernetes requests shows the same; absent where none do. They help to look on, and
   * are not signed.
   */
  filters?: KubeFilters;
  /** Absent without an earlier review of the pattern that has this finding. */
  change?: ReviewChange;
  /** False only where all was looked at and nothing found. */
  needsVerdict: boolean;
}

/** What is wrong with the chain of records. */
export const CHAIN_PROBLEMS = [
  'altered',
  'overwritten',
  'missing',
  'forked',
  'broken',
  'unreadable',
] as const;

export type ChainProblemCode = (typeof CHAIN_PROBLEMS)[number];

export interface ChainProblem {
  /**
   * `altered`: content and hash do not agree. `overwritten`: the document was written more than once.
   * `missing`: a number of the sequence is not there. `forked`: two records follow the same one.
   * `broken`: it does not follow the record before it. `unreadable`: no record of ours.
   */
  code: ChainProblemCode;
  sequence?: number;
  documentId?: string;
  message: string;
}

/** The chain of signed records, verified for this answer. */
export interface ReviewChain {
  /** `missing`: nothing was ever signed, or none that this user may see. */
  state: 'readable' | 'missing' | 'forbidden';
  /** False also where it could not be read to its end. */
  intact: boolean;
  records: number;
  /** Of the newest record; {@link FIRST_PREVIOUS_HASH} where there is none. */
  headHash: string;
  headSequence: number;
  /** At most 200. */
  problems: ChainProblem[];
  problemsLeftOut: number;
}

export interface ReviewPrepareResponse {
  pattern: ReviewPattern;
  range: ResolvedRange;
  seed: number;
  findings: ReviewFinding[];
  /** The review that the figures are compared with; why there is none is in `previousMissing`. */
  previous?: { sequence: number; range: ResolvedRange; signedAt: string; signer: ReviewSigner };
  previousMissing?: string;
  previousHash: string;
  chain: ReviewChain;
  /** Who would sign. */
  signer: ReviewSigner;
  ownActivity: OwnActivity;
  /** Why this period cannot be signed now (it has not ended, or too little time has passed for late records). */
  notYet?: string;
  completeness: Completeness;
}

/** A record without its findings. */
export interface ReviewRecordSummary {
  sequence: number;
  pattern: ReviewPattern;
  period: ResolvedRange;
  signer: ReviewSigner;
  signedAt: string;
  conclusion: string;
  /** Findings by verdict. */
  verdicts: Record<ReviewVerdict | 'nothing_found', number>;
  references: string[];
  selfReviewed: OwnActivity['state'];
  complete: boolean;
  hash: string;
  /** Its place in the chain and its content hold. Only then does it count in the calendar. */
  valid: boolean;
}

/** One period of the calendar. */
export interface ReviewPeriod {
  pattern: ReviewPattern;
  range: ResolvedRange;
  /**
   * `reviewed`: all of it is covered by valid records. `open`: it runs, or ended less than one period ago.
   * `missed`: longer ago. `unknown`: the records could not be read.
   */
  state: 'reviewed' | 'open' | 'missed' | 'unknown';
  /** Valid records that cover some of it. */
  sequences: number[];
  /** What no valid record covers. */
  uncovered: ResolvedRange[];
}

export interface ReviewListResponse {
  range: ResolvedRange;
  /** Length of a period of the calendar; periods begin on Mondays at 00:00 UTC where it is 7. */
  everyDays: number;
  /** By pattern, oldest first. */
  periods: ReviewPeriod[];
  /** Those that touch the range, newest first. At most 1,000. */
  records: ReviewRecordSummary[];
  recordsLeftOut: number;
  chain: ReviewChain;
  completeness: Completeness;
}

export interface ReviewReadResponse {
  record: ReviewRecord;
  valid: boolean;
  /** Those of this record. */
  problems: ChainProblem[];
}

export interface ReviewSignResponse {
  record: ReviewRecord;
  /** The same draft had been signed by the same person before: this is that record. */
  alreadySigned: boolean;
}

/** Details of the error `conflict` of `sign`. */
export interface ReviewConflict {
  /** `somebody_signed`: the chain grew since `prepare`. `figures_differ`: the logs answer otherwise now. */
  conflict: 'somebody_signed' | 'figures_differ';
  /** Of `figures_differ`. */
  differences?: Array<{ id: string; title: string; was: ReviewFigures; now: ReviewFigures }>;
  differencesLeftOut?: number;
}
