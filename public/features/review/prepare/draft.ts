/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type {
  ReviewDraft,
  ReviewFinding,
  ReviewPrepareResponse,
} from '../../../../common/api/review';
import { REVIEW_VERDICTS, type ReviewFigures } from '../../../../common/api/review_record';

const decisionSchema = z.object({
  verdict: z.enum(REVIEW_VERDICTS).optional(),
  because: z.string().max(4000),
  reference: z.string().max(1000),
  /** Which figures were decided on: see {@link figuresKey}. */
  seen: z.string().max(40),
});

/** What the reviewer says of one finding. */
export type Decision = z.infer<typeof decisionSchema>;

export const draftSchema = z.object({
  decisions: z.record(decisionSchema),
  conclusion: z.string().max(10000),
});

/** What the reviewer wrote so far. Nothing of the log is in it. */
export type Draft = z.infer<typeof draftSchema>;

export const EMPTY_DRAFT: Draft = { decisions: {}, conclusion: '' };

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Tells figures from others (FNV-1a with the length): a mark in the browser, no proof. */
export function figuresKey(figures: ReviewFigures): string {
  const text = JSON.stringify(figures);
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  }
  return `${(hash >>> 0).toString(16)}-${text.length}`;
}

/** How far a finding is decided. */
export type DecisionState =
  | 'not_needed'
  | 'undecided'
  /** A verdict that lacks its reason or reference. */
  | 'unfounded'
  /** Decided on other figures than those shown. */
  | 'outdated'
  | 'decided';

/** How far a finding is decided. */
export function decisionState(
  { needsVerdict, figures }: ReviewFinding,
  decision: Decision | undefined
): DecisionState {
  if (!needsVerdict) return 'not_needed';
  if (decision?.verdict === undefined) return 'undecided';
  if (decision.seen !== figuresKey(figures)) return 'outdated';
  const lacks =
    (decision.verdict === 'harmless' && decision.because.trim() === '') ||
    (decision.verdict === 'escalated' && decision.reference.trim() === '');
  return lacks ? 'unfounded' : 'decided';
}

/** The one decision on several findings; undefined where they were decided differently, or one was not. */
export function sharedDecision(
  findings: readonly ReviewFinding[],
  decisions: Draft['decisions']
): Decision | undefined {
  const [first, ...rest] = findings.map(({ id }) => decisions[id]);
  const same = (other: Decision | undefined) =>
    other?.verdict === first?.verdict &&
    other?.because === first?.because &&
    other?.reference === first?.reference;
  return rest.every(same) ? first : undefined;
}

const WORST_FIRST: readonly DecisionState[] = ['undecided', 'outdated', 'unfounded', 'decided'];

/** How far several findings are decided that are decided together. */
export function sharedState(
  findings: readonly ReviewFinding[],
  decision: Decision | undefined,
  decisions: Draft['decisions']
): DecisionState {
  if (!decision) return 'undecided';
  const states = findings.map((finding) => decisionState(finding, decisions[finding.id]));
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'not_needed';
}

/** Findings that stand in the way of a signature, in order. */
export function openFindings(
  findings: readonly ReviewFinding[],
  { decisions }: Draft
): ReviewFinding[] {
  return findings.filter((finding) => {
    const state = decisionState(finding, decisions[finding.id]);
    return state !== 'decided' && state !== 'not_needed';
  });
}

/** What is sent to be signed: the figures as they came, and what the reviewer said of them. */
export function toReviewDraft(prepared: ReviewPrepareResponse, draft: Draft): ReviewDraft {
  const { pattern, range, seed, previousHash } = prepared;
  return {
    pattern,
    period: range,
    seed,
    findings: prepared.findings.map((finding) => {
      const { id, title, figures } = finding;
      const decision = draft.decisions[id];
      if (decisionState(finding, decision) !== 'decided') return { id, title, figures };
      const { verdict, because, reference } = decision;
      return {
        id,
        title,
        figures,
        verdict,
        ...(verdict === 'harmless' ? { because: because.trim() } : {}),
        ...(verdict === 'escalated' ? { reference: reference.trim() } : {}),
      };
    }),
    conclusion: draft.conclusion.trim(),
    previousHash,
  };
}
