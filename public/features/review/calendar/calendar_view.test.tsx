/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, within } from '@testing-library/react';
import { httpError, never } from '../../../components/test_render_view';
import { testChain, testList, testSummary, WEEK } from '../test_review';
import { renderReview } from '../test_review_view';

jest.setTimeout(30_000);

const period = `?from=${WEEK.from}&to=${WEEK.to}`;
const calendar = () => screen.findByTestId('auditUserReviewCalendar');

describe('the calendar of log reviews', () => {
  it('shows who reviewed a period and when, and leads to what was missed', async () => {
    renderReview(`/reviews${period}`);
    const table = await calendar();
    expect(table).toHaveTextContent('Mon 2026-01-19 to Sun 2026-01-25 (UTC)');
    expect(table).toHaveTextContent('Reviewed');
    expect(table).toHaveTextContent('Record 1, signed by reviewer on 2026-01-26');
    expect(within(table).getByRole('link', { name: 'Record 1' })).toHaveAttribute(
      'href',
      `/reviews/1?from=${encodeURIComponent(WEEK.from)}&to=${encodeURIComponent(WEEK.to)}`
    );
    const link = within(table).getByRole('link', { name: /^Review it ?: SSH, sudo, su/ });
    expect(link.getAttribute('href')).toContain('/reviews/prepare?');
    expect(link.getAttribute('href')).toContain('pattern=authlog');
  });

  it('shows a quarter at least, whatever period is chosen', async () => {
    const { asked } = renderReview(`/reviews${period}`);
    await calendar();
    expect(asked('list')).toEqual([
      { action: 'list', timeRange: { from: '2025-10-26T23:59:59.999Z', to: WEEK.to } },
    ]);
    expect(screen.getByText(/shows 91 days at least/)).toBeInTheDocument();
  });

  it('tells what ended just now from what was missed, and says which part is not covered', async () => {
    const soon = { from: '2026-01-19T00:00:00.000Z', to: '2026-01-22T23:59:59.999Z' };
    const periods = [
      {
        pattern: 'kubeaudit' as const,
        range: WEEK,
        state: 'open' as const,
        sequences: [1],
        uncovered: [soon],
      },
    ];
    renderReview(`/reviews${period}`, { list: () => testList({ periods }) });
    const table = await calendar();
    expect(table).toHaveTextContent('Due');
    expect(table).toHaveTextContent('Not covered: Mon 2026-01-19 to Thu 2026-01-22 (UTC)');
    expect(
      within(table)
        .getByRole('link', { name: /^Review it/ })
        .getAttribute('href')
    ).toContain(`to=${encodeURIComponent(soon.to)}`);
  });

  it('says that the chain was verified, with the newest hash', async () => {
    renderReview(`/reviews${period}`);
    const notice = await screen.findByTestId('auditUserChain');
    expect(notice).toHaveTextContent('The chain of signed reviews was verified just now');
    expect(notice).toHaveTextContent('a'.repeat(64));
  });

  it('says loudly that the chain is broken, and that a record does not count', async () => {
    const chain = testChain({
      intact: false,
      problems: [{ code: 'altered', sequence: 1, message: 'Content and hash do not agree.' }],
    });
    renderReview(`/reviews${period}`, {
      list: () => testList({ chain, records: [testSummary({ valid: false })] }),
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('THE CHAIN OF SIGNED REVIEWS IS BROKEN');
    expect(alert).toHaveTextContent('Record 1: Content and hash do not agree.');
    expect(screen.getByTestId('auditUserReviewRecords')).toHaveTextContent(
      'Does not hold: does not count'
    );
    expect(screen.queryByText(/was verified just now/)).toBeNull();
  });

  it('does not call a chain intact that was not read to its end', async () => {
    const reasons = [{ code: 'shard_failures' as const, message: '1 of 1 shards failed.' }];
    renderReview(`/reviews${period}`, {
      list: () =>
        testList({
          chain: testChain({ intact: false }),
          completeness: { complete: false, reasons },
        }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'could not be read to its end: whether it is intact is not known'
    );
    expect(screen.getByTestId('auditUserCompleteness')).toHaveTextContent('1 of 1 shards failed.');
  });

  it('names the role that is missing, and claims nothing to be missed', async () => {
    renderReview(`/reviews${period}`, {
      list: () =>
        testList({
          chain: testChain({ state: 'forbidden', intact: false, records: 0 }),
          records: [],
          periods: [
            { pattern: 'kubeaudit', range: WEEK, state: 'unknown', sequences: [], uncovered: [] },
          ],
          completeness: {
            complete: false,
            reasons: [{ code: 'sources_forbidden', source: 'reviews', message: 'Forbidden.' }],
          },
        }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('review_reader is missing');
    expect(await calendar()).toHaveTextContent('Not known');
    expect(screen.queryByTestId('auditUserReviewRecords')).toBeNull();
    expect(screen.queryByText(/Review it/)).toBeNull();
  });

  it('says that nothing was ever signed', async () => {
    renderReview(`/reviews${period}`, {
      list: () => testList({ chain: testChain({ state: 'missing', records: 0 }), records: [] }),
    });
    expect(await screen.findByText(/No review was ever signed here/)).toBeInTheDocument();
    expect(screen.getByText('No signed review touches this time')).toBeInTheDocument();
  });

  it('marks who reviewed own activity, and shows what was written as text', async () => {
    const record = testSummary({
      selfReviewed: 'found',
      complete: false,
      conclusion: '<img src=x onerror=alert(1)>\u202e',
      references: ['INC-42'],
    });
    renderReview(`/reviews${period}`, { list: () => testList({ records: [record] }) });
    const table = await screen.findByTestId('auditUserReviewRecords');
    expect(table).toHaveTextContent('Reviewed own activity');
    expect(table).toHaveTextContent('Log was not complete');
    expect(table).toHaveTextContent('Escalated as INC-42');
    expect(table).toHaveTextContent('<img src=x onerror=alert(1)>⟨U+202E⟩');
    expect(document.querySelector('img')).toBeNull();
  });

  it.each([
    [httpError(403, 'forbidden'), 'You are not allowed to read signed reviews'],
    [httpError(503, 'upstream_unavailable'), 'OpenSearch cannot be reached at the moment'],
    [httpError(502, 'upstream_error'), 'The signed reviews could not be read'],
  ])('tells a failure by its name', async (error, title) => {
    renderReview(`/reviews${period}`, { list: () => Promise.reject(error) });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.queryByTestId('auditUserReviewCalendar')).toBeNull();
  });

  it('says that it is reading', () => {
    renderReview(`/reviews${period}`, { list: never });
    expect(screen.getByTestId('auditUserLoading')).toBeInTheDocument();
  });

  it('says that an address names no review', () => {
    renderReview('/reviews/none');
    expect(screen.getByText('This address names no review')).toBeInTheDocument();
  });
});
