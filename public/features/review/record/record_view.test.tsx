/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, within } from '@testing-library/react';
import { httpError } from '../../../components/test_render_view';
import { testFigures, testRecord, WEEK } from '../test_review';
import { renderReview } from '../test_review_view';

jest.setTimeout(30_000);

const record = () => screen.findByTestId('auditUserReviewRecord');

describe('a signed review', () => {
  it('shows who signed what and when, its hash and its place in the chain', async () => {
    const { asked } = renderReview('/reviews/1');
    const page = await record();
    expect(asked('read')).toEqual([{ action: 'read', sequence: 1 }]);
    expect(page).toHaveTextContent('Signed log review, record 1');
    expect(page).toHaveTextContent('Verified just now');
    expect(page).toHaveTextContent('reviewer');
    expect(page).toHaveTextContent('2026-01-26 09:00:00.000 UTC');
    expect(page).toHaveTextContent('a'.repeat(64));
    expect(page).toHaveTextContent('None: this is the first record');
    expect(page).toHaveTextContent('One incident.');
    const finding = screen.getByTestId('auditUserSignedFinding');
    expect(finding).toHaveTextContent('Shells in containers: 30 records');
    expect(finding).toHaveTextContent('Escalated as: INC-42');
    expect(finding).toHaveTextContent('Sample to read: 1 of 30, seed 7');
    expect(screen.queryByTestId('auditUserJustSigned')).toBeNull();
  });

  it('says loudly that it does not hold', async () => {
    renderReview('/reviews/1', {
      read: () => ({
        record: testRecord(),
        valid: false,
        problems: [{ code: 'altered', sequence: 1, message: 'Content and hash do not agree.' }],
      }),
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('THIS RECORD DOES NOT HOLD');
    expect(alert).toHaveTextContent('Content and hash do not agree.');
    expect(screen.queryByText(/Verified just now/)).toBeNull();
  });

  it('keeps what stood against it: own activity, gaps, what was not looked at, a chain not intact', async () => {
    const [finding] = testRecord().findings;
    renderReview('/reviews/1', {
      read: () => ({
        record: testRecord({
          ownActivity: { state: 'found', names: ['a'], found: [], message: 'a reviews own.' },
          completeness: {
            complete: false,
            reasons: [{ code: 'gap_in_source', message: 'Silent from 10 to 12.' }],
          },
          chainBefore: { intact: false, problems: 2 },
          findings: [
            {
              ...finding,
              figures: testFigures({ looked: 'not', count: 0, limits: ['It took too long.'] }),
            },
          ],
        }),
        valid: true,
        problems: [],
      }),
    });
    const page = await record();
    expect(page).toHaveTextContent('Own activity is reviewed');
    expect(page).toHaveTextContent('The log was silent for a while. Silent from 10 to 12.');
    expect(page).toHaveTextContent('Not intact: 2 problems were known');
    expect(page).toHaveTextContent('Shells in containers: Not looked at');
    expect(page).toHaveTextContent('It took too long.');
  });

  it('prints, and leads to a package with the reviews of its period', async () => {
    const print = jest.fn();
    Object.assign(window, { print });
    const { input } = renderReview('/reviews/1');
    await record();
    await input.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledTimes(1);
    const href = screen.getByRole('link', { name: 'Prove this' }).getAttribute('href') ?? '';
    expect([...new URL(href, 'http://host').searchParams]).toEqual([
      ['from', WEEK.from],
      ['to', WEEK.to],
      ['source', 'reviews'],
    ]);
  });

  it('shows what was signed as text, whatever it holds', async () => {
    renderReview('/reviews/1', {
      read: () => ({
        record: testRecord({ conclusion: 'one\n<b>two</b>\u202e' }),
        valid: true,
        problems: [],
      }),
    });
    const page = await record();
    expect(page).toHaveTextContent('<b>two</b>⟨U+202E⟩');
    expect(within(page).queryByText('two')).toBeNull();
  });

  it.each([
    [httpError(403, 'forbidden'), /The role for it is review_reader/],
    [httpError(400, 'invalid_request', 'sequence: there is no record 9'), /there is no record 9/],
    [httpError(503, 'upstream_unavailable'), /Try again in a while/],
  ])('that cannot be shown says why', async (error, words) => {
    renderReview('/reviews/9', { read: () => Promise.reject(error) });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
