/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, waitFor, within } from '@testing-library/react';
import { toCompleteness } from '../../../../common/api/completeness';
import { httpError } from '../../../components/test_render_view';
import { testAnswer, testRun, testSession } from '../test_ssh';
import { setUp, type SshServer } from '../test_ssh_view';

jest.setTimeout(30_000);

const WEEK = '?from=now-7d&to=now';

/** Sessions of the run: two of them, and one of another key that the filters let through. */
const OF_RUN = [
  testSession({ id: 'a1', host: 'node-1', startedAt: '2026-01-26T02:01:00.000Z' }),
  testSession({ id: 'a2', host: 'node-2', startedAt: '2026-01-26T02:00:00.000Z' }),
  testSession({ id: 'other', host: 'node-3', method: 'password', fingerprint: undefined }),
];

const server = (run = testRun({ sessions: 2 })): SshServer => ({
  sessions: ({ foldRuns }) =>
    foldRuns ? testAnswer({ runs: [run] }) : testAnswer({ sessions: OF_RUN }),
});

const toggle = () => screen.findByRole('button', { name: '2 sessions of ubuntu' });

describe('a run of short sessions', () => {
  it('is one row, with its nodes and how many sessions it holds', async () => {
    const hosts = ['n1', 'n2', 'n3', 'n4', 'n5'];
    setUp(server(testRun({ sessions: 2, hosts, commands: 1234 })));
    const row = (await toggle()).closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('n1n2n3and 2 more nodes');
    expect(row).toHaveTextContent('Short sessions, one after another, until');
    expect(row).toHaveTextContent('1,234');
    expect(row).toHaveTextContent('Shared key');
    expect(row).toHaveTextContent('Not identified');
  });

  it('opens to its sessions by a question of its own, in the address', async () => {
    const { input, questions, address } = setUp(server(), `${WEEK}&statuses=unidentified`);
    await input.click(await toggle());
    const content = await screen.findByTestId('auditUserSshRun');
    expect(address().get('run')).toBe('r1');
    expect(questions()).toHaveLength(2);
    expect(questions()[1]).toEqual({
      timeRange: { from: '2026-01-26T02:00:00.000Z', to: '2026-01-26T02:20:00.000Z' },
      filters: {
        accounts: ['ubuntu'],
        clusters: ['prod-sc'],
        hosts: ['node-1', 'node-2'],
        sourceIps: ['198.51.100.7'],
        fingerprints: [testRun().fingerprint],
        statuses: ['unidentified'],
      },
      foldRuns: false,
      limit: 1000,
    });
    expect(within(content).getAllByRole('button', { name: /show the session/ })).toHaveLength(2);
    expect(content).not.toHaveTextContent('node-3');
    expect(await toggle()).toHaveAttribute('aria-expanded', 'true');
    await input.click(await toggle());
    await waitFor(() => expect(address().get('run')).toBeNull());
    expect(screen.queryByTestId('auditUserSshRun')).not.toBeInTheDocument();
  });

  it('is open again when its address is opened, and so is a session of it', async () => {
    setUp(server(), `${WEEK}&run=r1&session=a2`);
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog).toHaveTextContent('ubuntu @ node-2'));
  });

  it('says when it lists other than it counts', async () => {
    setUp(server(testRun({ sessions: 240 })), `${WEEK}&run=r1`);
    expect(await screen.findByTestId('auditUserSshRun')).toHaveTextContent(
      'The run holds 240 sessions; 2 are listed here'
    );
  });

  it('says when it is not among the rows', async () => {
    setUp(server(), `${WEEK}&run=gone`);
    expect(await screen.findByText(/run that this address unfolds is not among/)).toBeVisible();
  });

  it('says what its own answer lacks', async () => {
    const reason = { code: 'timed_out', message: 'A node was slow.' } as const;
    setUp(
      {
        sessions: ({ foldRuns }) =>
          foldRuns
            ? testAnswer({ runs: [testRun()] })
            : testAnswer({ sessions: OF_RUN, completeness: toCompleteness([reason]) }),
      },
      `${WEEK}&run=r1`
    );
    expect(await screen.findByTestId('auditUserSshRun')).toHaveTextContent('A node was slow.');
  });

  it('that cannot be read says so, and can be asked for again', async () => {
    let fail = true;
    const { input } = setUp(
      {
        sessions: ({ foldRuns }) => {
          if (foldRuns) return testAnswer({ runs: [testRun({ sessions: 2 })] });
          if (fail) return Promise.reject(httpError(504, 'timeout'));
          return testAnswer({ sessions: OF_RUN });
        },
      },
      `${WEEK}&run=r1`
    );
    expect(await screen.findByText(/The search took too long/)).toBeInTheDocument();
    fail = false;
    await input.click(screen.getByText('Try again'));
    expect(await screen.findByTestId('auditUserSshRun')).toBeInTheDocument();
  });
});
