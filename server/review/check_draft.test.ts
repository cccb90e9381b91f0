/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { reviewRequestSchema, type ReviewDraft, type ReviewFinding } from '../../common/api/review';
import { FIRST_PREVIOUS_HASH } from '../../common/api/review_record';
import { toSignedFindings } from './check_draft';
import { toFigures } from './found_finding';
import { finding } from './review_record.test_support';

const COMPUTED = [finding('search:failed', 3), finding('search:bad', 0)];

function draft(findings: ReviewDraft['findings']): ReviewDraft {
  return {
    pattern: 'kubeaudit',
    period: { from: '2026-01-19T00:00:00.000Z', to: '2026-01-25T23:59:59.999Z' },
    seed: 7,
    findings,
    conclusion: 'In order.',
    previousHash: FIRST_PREVIOUS_HASH,
  };
}

const drafted = ({ id, title, figures }: ReviewFinding, more: object = {}) => ({
  id,
  title,
  figures,
  ...more,
});
const reviewed = COMPUTED.map((each) => drafted(each, { verdict: 'reviewed' as const }));

it('signs what the server found, with the verdicts of the draft', () => {
  const [failed] = toSignedFindings(
    draft([
      { ...reviewed[0], title: 'Another title', verdict: 'escalated', reference: 'INC-1' },
      reviewed[1],
    ]),
    COMPUTED
  );
  expect(failed).toMatchObject({
    title: 'search:failed',
    figures: { count: 3 },
    verdict: 'escalated',
    reference: 'INC-1',
  });
});

it('where all was looked at and nothing found, no verdict is needed', () => {
  const [, bad] = toSignedFindings(draft([reviewed[0]]), COMPUTED);
  expect(bad).toMatchObject({ id: 'search:bad', verdict: 'nothing_found' });
});

it.each([
  ['one without a verdict', [drafted(COMPUTED[0]), reviewed[1]], /no verdict for search:failed/],
  ['one that was left out', [reviewed[1]], /no verdict for search:failed/],
  ['one that is none', [...reviewed, { ...reviewed[0], id: 'x' }], /x are none of this review/],
  ['one twice', [...reviewed, reviewed[0]], /there twice/],
])('refuses %s', (_name, findings, message) => {
  expect(() => toSignedFindings(draft(findings), COMPUTED)).toThrow(message);
});

it('0 of what was not looked at needs a verdict', () => {
  const unseen = finding('search:bad', 0, {
    figures: toFigures({ count: 0, unit: 'records', looked: 'not', relation: 'gte' }),
    needsVerdict: true,
  });
  expect(() => toSignedFindings(draft([drafted(unseen)]), [unseen])).toThrow(/no verdict/);
});

it('refuses other figures, and tells what differs', () => {
  const now = [finding('search:failed', 4), COMPUTED[1]];
  expect(() => toSignedFindings(draft(reviewed), now)).toThrow(
    expect.objectContaining({
      code: 'conflict',
      details: {
        conflict: 'figures_differ',
        differences: [
          expect.objectContaining({
            id: 'search:failed',
            was: expect.objectContaining({ count: 3 }) as unknown,
            now: expect.objectContaining({ count: 4 }) as unknown,
          }),
        ],
        differencesLeftOut: 0,
      },
    }) as Error
  );
});

it('figures with other order of keys are the same figures', () => {
  const turned = (figures: ReviewFinding['figures']) =>
    Object.fromEntries(Object.entries(figures).reverse()) as ReviewFinding['figures'];
  const findings = reviewed.map((each) => ({ ...each, figures: turned(each.figures) }));
  expect(toSignedFindings(draft(findings), COMPUTED)).toHaveLength(2);
});

it.each([
  ['a harmless one without a reason', { verdict: 'harmless' }],
  ['an escalated one without a reference', { verdict: 'escalated' }],
  ['an empty reason', { verdict: 'harmless', because: '  ' }],
  ['a name from the browser', { verdict: 'reviewed', signer: 'somebody' }],
])('%s is no draft', (_name, more) => {
  const request = { action: 'sign', draft: draft([drafted(COMPUTED[0], more)]) };
  expect(reviewRequestSchema.safeParse(request).success).toBe(false);
});
