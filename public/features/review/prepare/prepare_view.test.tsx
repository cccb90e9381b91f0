/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, waitFor, within } from '@testing-library/react';
import { httpError, never } from '../../../components/test_render_view';
import {
  PREPARE,
  testChain,
  testFigures,
  testFinding,
  testList,
  testPrepared,
  WEEK,
} from '../test_review';
import { renderReview } from '../test_review_view';

jest.setTimeout(60_000);

beforeEach(() => window.sessionStorage.clear());

const finding = () => screen.findByTestId('auditUserFinding');
const noReviews = () => testList({ records: [], periods: [] });

describe('preparing a review', () => {
  it('asks once, and shows what was found with its figures, and of what nothing was found', async () => {
    const { asked } = renderReview(PREPARE);
    const panel = await finding();
    expect(asked('prepare')).toEqual([
      { action: 'prepare', pattern: 'kubeaudit', timeRange: WEEK },
    ]);
    expect(panel).toHaveTextContent('Shells in containers');
    expect(panel).toHaveTextContent('30 records (30 requests ended)');
    expect(panel).toHaveTextContent('Source: T1609.');
    expect(screen.getByTestId('auditUserNothingOf')).toHaveTextContent('The word "blocked"');
  });

  it('reviews instants, also where "the last days" were chosen', async () => {
    const { asked, address } = renderReview('/reviews/prepare?from=now-7d&to=now');
    await finding();
    const [{ timeRange }] = asked('prepare');
    expect(timeRange.from).toMatch(/^\d{4}-.*Z$/);
    expect([address().get('from'), address().get('to')]).toEqual([timeRange.from, timeRange.to]);
    expect(asked('prepare')).toHaveLength(1);
  });

  it('leads to the same in the other views, in the period of the review', async () => {
    renderReview(PREPARE, { list: noReviews });
    const all = within(await finding()).getByRole('link', { name: /Show all in their view/ });
    expect(all).toHaveAttribute('target', '_blank');
    const { searchParams, pathname } = new URL(all.getAttribute('href') ?? '', 'http://host');
    expect(pathname).toBe('/');
    expect([...searchParams]).toEqual([
      ['from', WEEK.from],
      ['to', WEEK.to],
      ['resources', 'pods/exec'],
      ['system', 'true'],
    ]);
  });

  it('shows the sample when asked to, each record a link to its event', async () => {
    const { input } = renderReview(PREPARE);
    await input.click(await screen.findByRole('button', { name: /^Read the sample \(1 of 30/ }));
    const sample = screen.getByTestId('auditUserReviewSample');
    expect(sample).toHaveTextContent('create pods/exec production/db');
    expect(within(sample).getByRole('link').getAttribute('href')).toContain(
      `event=${encodeURIComponent('kubeaudit-1/r1')}`
    );
  });

  it('marks jumps since the last review', async () => {
    const change = { previousCount: 7, perDay: 4.29, previousPerDay: 1, jump: 'up' as const };
    renderReview(PREPARE, {
      prepare: () =>
        testPrepared({
          findings: [testFinding({ change })],
          previous: {
            sequence: 1,
            range: WEEK,
            signedAt: '2026-01-19T09:00:00.000Z',
            signer: { name: 'bob', authenticated: true },
          },
        }),
    });
    const panel = await finding();
    expect(panel).toHaveTextContent('Jump: at least doubled');
    expect(panel).toHaveTextContent('4.29 a day; last review: 7, 1 a day');
    expect(screen.getByText(/signed by bob/)).toBeInTheDocument();
  });

  it('does not pass off what was not looked at as nothing', async () => {
    const figures = testFigures({
      count: 0,
      requests: undefined,
      looked: 'not',
      relation: 'gte',
      limits: ['The search took too long.'],
      byUser: [],
      sample: undefined,
    });
    renderReview(PREPARE, {
      prepare: () => testPrepared({ findings: [testFinding({ figures, sample: [] })] }),
    });
    const panel = await finding();
    expect(panel).toHaveTextContent('Not looked at');
    expect(panel).toHaveTextContent('The search took too long.');
    expect(panel).not.toHaveTextContent('0 records');
  });

  it('has one decision on a gap that several findings share, and signs it with each', async () => {
    const blind = (id: string, title: string) =>
      testFinding({
        id,
        title,
        sample: [],
        figures: testFigures({
          count: 0,
          relation: 'gte',
          looked: 'partly',
          limits: ['Silent from 10 to 12.'],
          byUser: [],
          sample: undefined,
        }),
      });
    const { input } = renderReview(PREPARE, {
      prepare: () => testPrepared({ findings: [blind('risk:a', 'One'), blind('risk:b', 'Two')] }),
    });
    const panel = await screen.findByTestId('auditUserNothingSeen');
    expect(panel).toHaveTextContent('Nothing found in what could be looked at: 2 findings');
    expect(panel).toHaveTextContent('Silent from 10 to 12.');
    expect(screen.queryByTestId('auditUserFinding')).toBeNull();
    expect(screen.getByTestId('auditUserStillOpen')).toHaveTextContent('OneTwo');
    await input.click(screen.getByRole('radio', { name: 'Harmless because …' }));
    await input.type(screen.getByLabelText(/Why it is harmless/), 'maintenance');
    expect(panel).toHaveTextContent('Decided');
    expect(screen.queryByTestId('auditUserStillOpen')).toBeNull();
    const [stored] = Object.values({ ...window.sessionStorage }) as string[];
    expect(
      (JSON.parse(stored) as { bySigner: { reviewer: { decisions: unknown } } }).bySigner.reviewer
        .decisions
    ).toMatchObject({
      'risk:a': { verdict: 'harmless', because: 'maintenance' },
      'risk:b': { verdict: 'harmless', because: 'maintenance' },
    });
  });

  it('flags own activity, what stands against completeness, and a broken chain', async () => {
    const reasons = [{ code: 'gap_in_source' as const, message: 'Silent from 10 to 12.' }];
    renderReview(PREPARE, {
      prepare: () =>
        testPrepared({
          ownActivity: { state: 'found', names: ['reviewer'], found: [], message: 'Own: 3.' },
          completeness: { complete: false, reasons },
          chain: testChain({
            intact: false,
            problems: [{ code: 'missing', sequence: 2, message: 'Record 2 is not there.' }],
          }),
        }),
    });
    expect(await screen.findByTestId('auditUserOwnActivity')).toHaveTextContent(
      'Own activity is reviewed'
    );
    expect(screen.getByTestId('auditUserCompleteness')).toHaveTextContent('Silent from 10 to 12.');
    expect(screen.getByTestId('auditUserChain')).toHaveTextContent('Record 2 is not there.');
  });

  it('says that the period was reviewed before', async () => {
    renderReview(PREPARE);
    expect(
      await screen.findByText('This period, or a part of it, was reviewed before')
    ).toBeInTheDocument();
  });

  it('shows log content as text, whatever it holds', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e';
    renderReview(PREPARE, {
      prepare: () =>
        testPrepared({
          findings: [testFinding({ figures: testFigures({ byUser: [{ name, count: 30 }] }) })],
        }),
    });
    expect(await finding()).toHaveTextContent('<img src=x onerror=alert(1)>⟨U+202E⟩');
    expect(document.querySelector('img')).toBeNull();
  });

  it.each([
    [httpError(403, 'forbidden'), /needs the role audit_reader/],
    [httpError(404, 'index_missing'), 'This log is not there, so it cannot be reviewed'],
    [httpError(504, 'timeout'), 'The search took too long and was stopped'],
    [httpError(400, 'invalid_request', 'timeRange: 92 days at most'), /92 days at most/],
  ])('that fails says why, and shows no review without findings', async (error, words) => {
    renderReview(PREPARE, { prepare: () => Promise.reject(error), list: noReviews });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByTestId('auditUserPreparedReview')).toBeNull();
  });

  it('says that it is looking', () => {
    renderReview(PREPARE, { prepare: never });
    expect(screen.getByTestId('auditUserLoading')).toHaveTextContent('This can take a minute');
  });
});

describe('the draft', () => {
  it('survives a reload, with the same sample, and is not shown to somebody else', async () => {
    const first = renderReview(PREPARE);
    await first.input.click(await screen.findByRole('radio', { name: 'Harmless because …' }));
    await first.input.type(screen.getByLabelText(/Why it is harmless/), 'a drill');
    await first.input.type(screen.getByLabelText(/^Conclusion \(/), 'all well');
    await screen.findByText(/was reviewed before/);
    first.unmount();

    const second = renderReview(PREPARE);
    expect(await screen.findByLabelText(/Why it is harmless/)).toHaveValue('a drill');
    expect(screen.getByLabelText(/^Conclusion \(/)).toHaveValue('all well');
    expect(second.asked('prepare')).toEqual([
      { action: 'prepare', pattern: 'kubeaudit', timeRange: WEEK, seed: 7 },
    ]);
    second.unmount();

    renderReview(PREPARE, {
      prepare: () => testPrepared({ signer: { name: 'other', authenticated: true } }),
    });
    await finding();
    expect(screen.getByLabelText(/^Conclusion \(/)).toHaveValue('');
    expect(screen.getByRole('radio', { name: 'Harmless because …' })).not.toBeChecked();
  });

  it('asks to confirm a decision on other figures', async () => {
    const first = renderReview(PREPARE);
    await first.input.click(await screen.findByRole('radio', { name: 'Reviewed' }));
    await waitFor(() =>
      expect(screen.getByTestId('auditUserFinding')).toHaveTextContent('Decided')
    );
    first.unmount();
    const { input } = renderReview(PREPARE, {
      prepare: () =>
        testPrepared({ findings: [testFinding({ figures: testFigures({ count: 31 }) })] }),
    });
    const panel = await finding();
    expect(panel).toHaveTextContent('The figures are not those that you decided on');
    expect(panel).toHaveTextContent('To decide');
    await input.click(screen.getByRole('button', { name: 'It still stands' }));
    expect(panel).toHaveTextContent('Decided');
  });

  it('that the browser does not keep is said', async () => {
    const setItem = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('quota');
    });
    renderReview(PREPARE);
    expect(await screen.findByText(/does not keep the draft/)).toBeInTheDocument();
    setItem.mockRestore();
  });
});
