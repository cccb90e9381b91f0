/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { Completeness } from './completeness';
import type { DocumentRef } from './kube_events';
import type { ResolvedRange } from './time_range';

/** Sources that are reviewed, each by itself. */
export const REVIEW_PATTERNS = ['kubeaudit', 'authlog'] as const;

export type ReviewPattern = (typeof REVIEW_PATTERNS)[number];

/** What a reviewer may say of a finding. */
export const REVIEW_VERDICTS = ['reviewed', 'harmless', 'escalated'] as const;

export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** Largest seed of a sample. */
export const MAX_REVIEW_SEED = 2147483647;

/** `previousHash` of the first record of a chain. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

export const seedSchema = z.number().int().min(0).max(MAX_REVIEW_SEED);
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal');

/** What a finding counts. A request may have several records: one a stage, and repeated deliveries. */
export const REVIEW_UNITS = ['records', 'attempts', 'uses', 'keys', 'values', 'gaps'] as const;

export type ReviewUnit = (typeof REVIEW_UNITS)[number];

/** `name` is the user or account. */
const byUserSchema = z
  .object({ name: z.string().max(4096), count: z.number().int().min(0) })
  .strict();

const factSchema = z
  .object({
    /** What it is about: a value, a key, an account, a source. Log content. */
    subject: z.string().max(4096),
    /** More about it, in words. Log content. */
    detail: z.string().max(4096).optional(),
    count: z.number().int().min(0).optional(),
    /** ISO 8601. */
    time: z.string().max(64).optional(),
  })
  .strict();

/**
 * The figures that are signed. The browser sends them back as they came; the server computes them anew and
 * refuses where they differ.
 */
export const reviewFiguresSchema = z
  .object({
    count: z.number().int().min(0),
    /** Of Kubernetes records: those that end a request. Open requests are none, repeated deliveries several. */
    requests: z.number().int().min(0).optional(),
    /** `gte`: something was cut off or not looked at; there may be more. */
    relation: z.enum(['eq', 'gte']),
    unit: z.enum(REVIEW_UNITS),
    /**
     * `whole`: all of the period was looked at. `partly`: not all; `not`: nothing, so that 0 means nothing.
     * Why is in `limits`.
     */
    looked: z.enum(['whole', 'partly', 'not']),
    limits: z.array(z.string().max(2000)).max(50),
    /** Most first. */
    byUser: z.array(byUserSchema).max(50),
    /** Of `count`, those of nobody in `byUser`: of further users, and of none. */
    byOthers: z.number().int().min(0),
    facts: z.array(factSchema).max(100),
    /** Facts beyond those listed. */
    factsLeftOut: z.number().int().min(0),
    /** "10 of 4,812, seed 7"; the SHA-256 is over `index`, tab, `id`, new line of each record, in order. */
    sample: z
      .object({
        size: z.number().int().min(0),
        of: z.number().int().min(0),
        seed: seedSchema,
        sha256: sha256Schema,
      })
      .strict()
      .optional(),
  })
  .strict();

export type ReviewFigures = z.infer<typeof reviewFiguresSchema>;
export type ReviewFact = z.infer<typeof factSchema>;

/** How a count stands against that of the review before, by day since periods differ in length. */
export interface ReviewChange {
  previousCount: number;
  perDay: number;
  previousPerDay: number;
  /** Marked: at least doubled or halved, and by more than a few. */
  jump?: 'up' | 'down';
}

/** Groups of findings, in the order of a review. */
export const REVIEW_KINDS = [
  'search',
  'risk',
  'first_seen',
  'login',
  'group_account',
  'coverage',
  'totals',
] as const;

export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** Somebody reviews what they did themselves. */
export interface OwnActivity {
  /**
   * `found`: names of the signer are among the users of the period. `not_found`: they are not. `unknown`: it
   * could not be told, or not with certainty; why is in `message`.
   */
  state: 'found' | 'not_found' | 'unknown';
  /** Names by which the signer is known. */
  names: string[];
  /** Those of the period, with records, sessions or uses. */
  found: Array<{ name: string; count: number }>;
  message: string;
}

/** Who is logged in, as OpenSearch's security plugin says. */
export interface ReviewSigner {
  name: string;
  /** False where OpenSearch runs without its security plugin: then nobody knows who signed. */
  authenticated: boolean;
}

/** A finding as signed. */
export interface SignedFinding {
  id: string;
  kind: ReviewKind;
  title: string;
  basis: string;
  source: string;
  figures: ReviewFigures;
  /** Records of the sample, in order. */
  sample: DocumentRef[];
  change?: ReviewChange;
  /** `nothing_found` where all was looked at, nothing found, and no verdict given. */
  verdict: ReviewVerdict | 'nothing_found';
  because?: string;
  reference?: string;
}

/** What was signed. Kept as it is, never changed. */
export interface ReviewRecord {
  recordVersion: 1;
  /** 1, 2, 3 … over all patterns. */
  sequence: number;
  pattern: ReviewPattern;
  indexPattern: string;
  period: ResolvedRange;
  seed: number;
  findings: SignedFinding[];
  conclusion: string;
  signer: ReviewSigner;
  ownActivity: OwnActivity;
  signedAt: string;
  versions: { plugin: string; dashboards: string; opensearch?: string };
  completeness: Completeness;
  /** The chain as it was before this record. */
  chainBefore: { intact: boolean; problems: number };
  /** SHA-256 of the draft in canonical JSON: tells a repeated request from another one. */
  draftHash: string;
  previousHash: string;
  /** SHA-256 of the record without this key, in canonical JSON (RFC 8785). */
  hash: string;
}
