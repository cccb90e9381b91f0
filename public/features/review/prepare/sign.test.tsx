/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, waitFor, within } from '@testing-library/react';
import type { ReviewConflict } from '../../../../common/api/review';
import { httpError } from '../../../components/test_render_view';
import {
  PREPARE,
  testChain,
  testFigures,
  testFinding,
  testPrepared,
  testRecord,
  WEEK,
} from '../test_review';
import { renderReview, type ReviewServer } from '../test_review_view';

jest.setTimeout(60_000);

beforeEach(() => window.sessionStorage.clear());

const conflict = (details: ReviewConflict) => {
  const error = httpError(409, 'conflict');
  Object.assign(error.body.attributes, details);
  return error;
};

const signButton = () => screen.getByRole('button', { name: 'Sign …' });

/** Decides the one finding, concludes, and opens the dialog. */
async function toDialog(server: ReviewServer = {}) {
  const view = renderReview(PREPARE, server);
  const { input } = view;
  await input.click(await screen.findByRole('radio', { name: 'Escalated as …' }));
  await input.type(screen.getByLabelText(/Ticket or incident/), ' INC-42 ');
  await input.type(screen.getByLabelText(/^Conclusion \(/), 'One incident.');
  await input.click(signButton());
  return { ...view, dialog: await screen.findByRole('dialog') };
}

async function signed(server: ReviewServer = {}) {
  const view = await toDialog(server);
  await view.input.click(screen.getByRole('button', { name: 'Sign as reviewer' }));
  return view;
}

const failure = () => screen.findByTestId('auditUserSignFailure');

function expectDraftKept() {
  expect(screen.getByLabelText(/Ticket or incident/)).toHaveValue(' INC-42 ');
  expect(screen.getByLabelText(/^Conclusion \(/)).toHaveValue('One incident.');
  expect(screen.queryByTestId('auditUserReviewRecord')).toBeNull();
  expect(screen.queryByTestId('auditUserJustSigned')).toBeNull();
}

describe('what may be signed', () => {
  it('needs a decision on each finding, with its reason, and a conclusion', async () => {
    const { input } = renderReview(PREPARE);
    await screen.findByTestId('auditUserFinding');
    expect(signButton()).toBeDisabled();
    expect(screen.getByTestId('auditUserStillOpen')).toHaveTextContent('Shells in containers');
    await input.type(screen.getByLabelText(/^Conclusion \(/), 'all well');
    await input.click(screen.getByRole('radio', { name: 'Harmless because …' }));
    expect(signButton()).toBeDisabled();
    expect(screen.getByText('Say why it is harmless')).toBeInTheDocument();
    await input.type(screen.getByLabelText(/Why it is harmless/), 'a drill');
    expect(signButton()).toBeEnabled();
  });

  it('is no period that still runs', async () => {
    const { input } = renderReview(PREPARE, {
      prepare: () => testPrepared({ findings: [], notYet: 'The period ends tomorrow.' }),
    });
    expect(await screen.findByTestId('auditUserNotYet')).toHaveTextContent(
      'The period ends tomorrow.'
    );
    await input.type(screen.getByLabelText(/^Conclusion \(/), 'all well');
    expect(signButton()).toBeDisabled();
  });

  it('is nothing for who may not read signed reviews', async () => {
    renderReview(PREPARE, {
      prepare: () =>
        testPrepared({ findings: [], chain: testChain({ state: 'forbidden', intact: false }) }),
    });
    expect(
      await screen.findByText(/You cannot sign: the role review_signer is missing/)
    ).toBeInTheDocument();
  });
});

describe('the dialog', () => {
  it('says what is signed, as whom, and that it is for good', async () => {
    const { dialog } = await toDialog();
    expect(dialog).toHaveTextContent('You sign asreviewer');
    expect(dialog).toHaveTextContent('Mon 2026-01-19 to Sun 2026-01-25 (UTC)');
    expect(dialog).toHaveTextContent('0 reviewed, 0 harmless, 1 escalated, 1 with nothing found');
    expect(dialog).toHaveTextContent('One incident.');
    expect(dialog).toHaveTextContent('it cannot be changed or taken back');
    expect(dialog).toHaveTextContent('a'.repeat(64));
  });

  it('that is closed signs nothing', async () => {
    const { input, asked, dialog } = await toDialog();
    await input.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked('sign')).toEqual([]);
    expectDraftKept();
  });
});

describe('signing', () => {
  it('sends the figures as they came, opens the record that was read back, and forgets the draft', async () => {
    const { asked, history } = await signed();
    expect(await screen.findByTestId('auditUserJustSigned')).toHaveTextContent(
      'Signed. What follows was read back from OpenSearch.'
    );
    const [{ draft }] = asked('sign');
    const [finding, nothing] = testPrepared().findings;
    expect(draft).toEqual({
      pattern: 'kubeaudit',
      period: WEEK,
      seed: 7,
      findings: [
        {
          id: finding.id,
          title: finding.title,
          figures: JSON.parse(JSON.stringify(finding.figures)) as unknown,
          verdict: 'escalated',
          reference: 'INC-42',
        },
        {
          id: nothing.id,
          title: nothing.title,
          figures: JSON.parse(JSON.stringify(nothing.figures)) as unknown,
        },
      ],
      conclusion: 'One incident.',
      previousHash: 'a'.repeat(64),
    });
    expect(history.location.pathname).toBe('/reviews/1');
    expect(asked('read')).toHaveLength(1);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('twice says that it is the record of before', async () => {
    await signed({ sign: () => ({ record: testRecord(), alreadySigned: true }) });
    expect(await screen.findByTestId('auditUserJustSigned')).toHaveTextContent(
      'You had signed this already'
    );
  });

  it('after somebody else did is refused, keeps the draft, and can be prepared again', async () => {
    const { input, asked } = await signed({
      sign: () => Promise.reject(conflict({ conflict: 'somebody_signed' })),
    });
    const alert = await failure();
    expect(alert).toHaveTextContent('Not signed: another review was signed meanwhile');
    expectDraftKept();
    await input.click(screen.getByRole('button', { name: 'Prepare it again' }));
    await waitFor(() => expect(asked('prepare')).toHaveLength(2));
    expect(asked('prepare')[1].seed).toBe(7);
    await waitFor(() => expect(signButton()).toBeEnabled());
    expect(screen.queryByTestId('auditUserSignFailure')).toBeNull();
    expectDraftKept();
  });

  it('of figures that differ now says which, and asks to confirm these only', async () => {
    const now = testFigures({ count: 31 });
    const differences = [
      { id: 'risk:exec', title: 'Shells in containers', was: testFigures(), now },
    ];
    const { input } = await signed({
      sign: () => Promise.reject(conflict({ conflict: 'figures_differ', differences })),
      prepare: (_request, nth) =>
        nth === 1 ? testPrepared() : testPrepared({ findings: [testFinding({ figures: now })] }),
    });
    const alert = await failure();
    expect(alert).toHaveTextContent('Not signed: the log answers otherwise');
    expect(alert).toHaveTextContent(
      'Shells in containers: 30 records (30 requests ended) when you looked, 31 records'
    );
    await input.click(screen.getByRole('button', { name: 'Prepare it again' }));
    expect(await screen.findByRole('button', { name: 'It still stands' })).toBeInTheDocument();
    expect(signButton()).toBeDisabled();
    expectDraftKept();
  });

  it('without the right to names the role, and keeps the draft', async () => {
    await signed({ sign: () => Promise.reject(httpError(403, 'forbidden')) });
    const alert = await failure();
    expect(alert).toHaveTextContent('You may look, but not sign');
    expect(alert).toHaveTextContent('review_signer');
    expectDraftKept();
  });

  it.each([
    [
      'an answer that says so',
      () => {
        const error = httpError(503, 'upstream_unavailable', 'OpenSearch did not answer');
        Object.assign(error.body.attributes, { unknownWhetherSigned: true });
        return error;
      },
    ],
    ['a lost connection', () => new TypeError('Failed to fetch')],
    [
      'a proxy that gave up',
      () =>
        Object.assign(new Error('Gateway Timeout'), { body: '<html>', response: { status: 504 } }),
    ],
  ])('without knowing whether it was: %s; the same is sent again', async (_name, error) => {
    const { input, asked } = await signed({
      sign: (_request, nth) =>
        nth === 1 ? Promise.reject(error()) : { record: testRecord(), alreadySigned: true },
    });
    const alert = await failure();
    expect(alert).toHaveTextContent('It is not known whether the review was signed');
    expect(alert).not.toHaveTextContent('Nothing was signed');
    expectDraftKept();
    await input.click(screen.getByRole('button', { name: 'Sign again' }));
    expect(await screen.findByTestId('auditUserJustSigned')).toHaveTextContent('already');
    expect(asked('sign')[1]).toEqual(asked('sign')[0]);
  });

  it.each([
    [httpError(503, 'upstream_unavailable', 'takes no documents'), 'takes no documents'],
    [httpError(400, 'invalid_request', 'findings: no verdict for x'), 'no verdict for x'],
    [httpError(500, 'internal', 'a fault'), 'a fault'],
  ])('that fails says that nothing was signed', async (error, words) => {
    await signed({ sign: () => Promise.reject(error) });
    const alert = await failure();
    expect(alert).toHaveTextContent(words);
    expect(alert).toHaveTextContent('Nothing was signed.');
    expectDraftKept();
  });

  it('after the session ended says to log in, and keeps the draft', async () => {
    const error = httpError(401, 'forbidden');
    await signed({ sign: () => Promise.reject(error) });
    expect(await failure()).toHaveTextContent('Your session has ended');
    expectDraftKept();
  });
});
