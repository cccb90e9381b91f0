/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, waitFor, within } from '@testing-library/react';
import { httpError, never } from '../../components/test_render_view';
import { testAnswer, testRun, testSession } from './test_ssh';
import { setUp } from './test_ssh_view';

jest.setTimeout(30_000);

const sessionButton = (name = /show the session of ubuntu on node-1/) =>
  screen.findByRole('button', { name });

describe('the SSH view', () => {
  it('asks one question for everything', async () => {
    const { requests } = setUp({ sessions: () => testAnswer() });
    await sessionButton();
    expect(requests.map(({ path, body }) => [path, body])).toEqual([
      [
        '/api/audit_user/ssh_sessions',
        {
          timeRange: { from: 'now-7d', to: 'now' },
          filters: {},
          foldRuns: true,
          failures: true,
          limit: 200,
        },
      ],
    ]);
  });

  it('shows who logged in where, with what, from where, for how long', async () => {
    setUp({
      sessions: () =>
        testAnswer({
          sessions: [
            testSession({
              commandsLeftOut: 3,
              marks: ['break_glass'],
              keyType: 'ED25519-CERT',
              certificate: { id: 'alice@example.com', serial: '7' },
            }),
          ],
        }),
    });
    const row = (await sessionButton()).closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('Closed');
    expect(row).toHaveTextContent('1 h 0 min');
    expect(row).toHaveTextContent('node-1');
    expect(row).toHaveTextContent('prod-sc');
    expect(row).toHaveTextContent('ubuntu');
    expect(row).toHaveTextContent('Certificate alice@example.com');
    expect(row).toHaveTextContent('ED25519-CERT SHA256:wn20');
    expect(row).toHaveTextContent('198.51.100.7');
    expect(row).toHaveTextContent('Break-glass account');
    expect(within(row).getByRole('link', { name: 'alice@example.com' })).toBeInTheDocument();
  });

  it('does not make up a start, an end or an hour that no line has', async () => {
    setUp({
      sessions: () =>
        testAnswer({
          sessions: [
            testSession({
              id: 'open',
              startedAt: undefined,
              endedAt: undefined,
              durationMs: undefined,
              state: 'open',
            }),
            testSession({
              id: 'lost',
              startedAt: '2026-01-05T00:15:02.000Z',
              endedAt: undefined,
              durationMs: undefined,
              state: 'end_not_logged',
              timePrecision: 'hour_unknown',
              repaired: true,
            }),
          ],
        }),
    });
    const open = (await sessionButton(/Before what was read: show/)).closest('tr');
    expect(open).toHaveTextContent('Open: no line says that it ended');
    const lost = (await sessionButton(/2026-01-05 \?\?:15:02: show/)).closest('tr');
    expect(lost).toHaveTextContent('hour not known');
    expect(lost).toHaveTextContent('Ended, but no line says when');
    expect(lost).toHaveTextContent('time stamp repaired');
  });

  it('has the figures, and on how many lines they rest', async () => {
    setUp({
      sessions: () =>
        testAnswer({
          figures: {
            ...testAnswer().figures,
            sessions: 1500,
            ambiguous: 12,
            unidentified: 34,
            lines: 98765,
            repaired: 120,
            unreadable: 3,
          },
        }),
    });
    await sessionButton();
    for (const words of [
      '1,500 sessions',
      '12 sessions of one of several persons',
      '34 sessions of nobody identified',
      '7 refused and failed attempts',
    ]) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
    expect(screen.getByTestId('auditUserSshLines')).toHaveTextContent(
      'Read for this answer: 98,765 lines of authlog. Time stamps repaired: 120. Not readable: 3.'
    );
    expect(screen.getByRole('tab', { name: 'Unreadable lines (3)' })).toBeInTheDocument();
  });

  it('never shows a lower bound as a total', async () => {
    const { figures } = testAnswer();
    setUp({
      sessions: () =>
        testAnswer({
          total: { value: 5000, relation: 'gte' },
          figures: { ...figures, sessions: 5000, unidentified: 40 },
        }),
    });
    expect(
      await screen.findByRole('tab', { name: 'Sessions (at least 5,000)' })
    ).toBeInTheDocument();
    expect(screen.getByText('at least 5,000 sessions')).toBeInTheDocument();
    expect(screen.getByText('≈ 40 sessions of nobody identified')).toBeInTheDocument();
  });

  it('has the chart as a table too', async () => {
    const { input } = setUp({ sessions: () => testAnswer() });
    await input.click(await screen.findByRole('button', { name: 'Show as table' }));
    expect(screen.getByRole('columnheader', { name: 'Sessions begun' })).toBeInTheDocument();
  });

  it('shows hostile values as text', async () => {
    const { container } = setUp({
      sessions: () =>
        testAnswer({ sessions: [testSession({ account: '<img src=x>\u202e\u001b[2Jroot' })] }),
    });
    expect(await screen.findByText('<img src=x>⟨U+202E⟩␛[2Jroot')).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
  });

  it('narrows down to a value that is clicked, in the address', async () => {
    const { input, address, questions } = setUp({ sessions: () => testAnswer() });
    await sessionButton();
    await input.click(screen.getByRole('button', { name: 'node-1: show this node only' }));
    expect(address().getAll('hosts')).toEqual(['node-1']);
    await waitFor(() => expect(questions()).toHaveLength(2));
    expect(questions()[1].filters).toEqual({ hosts: ['node-1'] });
  });

  it('takes all filters from the address, and names what it does not understand', async () => {
    const { questions } = setUp(
      { sessions: () => testAnswer() },
      '?from=now-1d&to=now&accounts=root&statuses=ambiguous&statuses=maybe&user=x'
    );
    await sessionButton();
    expect(questions()[0]).toMatchObject({
      timeRange: { from: 'now-1d', to: 'now' },
      filters: { accounts: ['root'], statuses: ['ambiguous'] },
    });
    const notice = screen.getByTestId('auditUserDropped');
    expect(notice).toHaveTextContent('statuses=maybe: not a valid value');
    expect(notice).toHaveTextContent('user=x: no such filter');
  });

  it('tells how many were found to those who do not see it', async () => {
    setUp({ sessions: () => testAnswer({ runs: [testRun()] }) });
    await waitFor(() =>
      expect(screen.getByTestId('auditUserAnnouncement')).toHaveTextContent(
        'Sessions found: 1. Rows shown: 2. Refused and failed attempts: 7.'
      )
    );
  });
});

describe('while another question about SSH is on its way', () => {
  it('the old answer is marked as old, and the superseded question is aborted', async () => {
    let calls = 0;
    const { input, requests } = setUp(
      { sessions: () => (calls++ === 0 ? testAnswer() : never()) },
      '?from=now-7d&to=now&accounts=ubuntu'
    );
    await sessionButton();
    await input.click(screen.getByText('Clear all filters'));
    expect(await screen.findByTestId('auditUserStale')).toBeInTheDocument();
    await input.click(screen.getByRole('button', { name: 'node-1: show this node only' }));
    await waitFor(() => expect(requests).toHaveLength(3));
    expect(requests.map(({ signal }) => signal?.aborted)).toEqual([false, true, false]);
  });
});

describe('further sessions', () => {
  const second = testSession({ id: 's2', host: 'node-2', startedAt: '2026-01-26T08:00:00.000Z' });
  const total = { value: 2, relation: 'eq' } as const;

  it('are asked for with the cursor and stand below the first', async () => {
    const { input, questions } = setUp({
      sessions: ({ cursor }) =>
        cursor === undefined
          ? testAnswer({ nextCursor: 'C1', total })
          : testAnswer({ sessions: [second], total }),
    });
    await input.click(await screen.findByText('Load more'));
    expect(await sessionButton(/on node-2/)).toBeInTheDocument();
    expect(await sessionButton()).toBeInTheDocument();
    expect(questions()[1]).toEqual({ ...questions()[0], cursor: 'C1' });
    expect(screen.getByText('2 shown of 2')).toBeInTheDocument();
  });

  it('that fail leave what is there, and say so', async () => {
    const { input } = setUp({
      sessions: ({ cursor }) =>
        cursor === undefined
          ? testAnswer({ nextCursor: 'C1', total })
          : Promise.reject(httpError(504, 'timeout')),
    });
    await input.click(await screen.findByText('Load more'));
    expect(await screen.findByText(/the list ends too early/)).toBeInTheDocument();
    expect(await sessionButton()).toBeInTheDocument();
  });
});
