/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { reviewDraftSchema } from '../../../../common/api/review';
import { REVIEW_VERDICTS } from '../../../../common/api/review_record';
import { testFigures, testFinding, testNothing, testPrepared } from '../test_review';
import { decisionState, figuresKey, openFindings, toReviewDraft, type Decision } from './draft';

const finding = testFinding();
const seen = figuresKey(finding.figures);
const decision = (part: Partial<Decision> = {}): Decision => ({
  verdict: 'reviewed',
  because: '',
  reference: '',
  seen,
  ...part,
});

describe('how far a finding is decided', () => {
  it('is decided with a verdict on the figures that are shown', () => {
    expect(decisionState(finding, undefined)).toBe('undecided');
    expect(decisionState(finding, decision({ verdict: undefined }))).toBe('undecided');
    expect(decisionState(finding, decision())).toBe('decided');
    const other = testFinding({ figures: testFigures({ count: 31 }) });
    expect(decisionState(other, decision())).toBe('outdated');
  });

  it('needs a reason where it is harmless, and a reference where it is escalated', () => {
    expect(decisionState(finding, decision({ verdict: 'harmless', because: ' ' }))).toBe(
      'unfounded'
    );
    expect(decisionState(finding, decision({ verdict: 'harmless', because: 'a drill' }))).toBe(
      'decided'
    );
    expect(decisionState(finding, decision({ verdict: 'escalated', because: 'x' }))).toBe(
      'unfounded'
    );
    expect(decisionState(finding, decision({ verdict: 'escalated', reference: 'INC-1' }))).toBe(
      'decided'
    );
  });

  it('is not needed where all was looked at and nothing found', () => {
    expect(decisionState(testNothing(), undefined)).toBe('not_needed');
  });
});

describe('a draft that is sent', () => {
  it('has no verdict that was not given on these figures', () => {
    const decisions = { [finding.id]: decision({ seen: 'other' }) };
    const { findings } = toReviewDraft(testPrepared(), { decisions, conclusion: 'x' });
    expect(findings.map((each) => each.verdict)).toEqual([undefined, undefined]);
  });

  it('is one that the server understands as soon as nothing is open', () => {
    const text = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(
        fc.constantFrom(...REVIEW_VERDICTS),
        text,
        text,
        text.filter((conclusion) => conclusion.trim() !== ''),
        (verdict, because, reference, conclusion) => {
          const prepared = testPrepared();
          const decisions = { [finding.id]: { verdict, because, reference, seen } };
          const draft = { decisions, conclusion };
          fc.pre(openFindings(prepared.findings, draft).length === 0);
          const sent = reviewDraftSchema.safeParse(
            JSON.parse(JSON.stringify(toReviewDraft(prepared, draft)))
          );
          expect(sent.success).toBe(true);
        }
      )
    );
  });
});
