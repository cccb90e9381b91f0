/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, within } from '@testing-library/react';
import { testAnswer, testFailures } from '../test_ssh';
import { setUp } from '../test_ssh_view';

jest.setTimeout(30_000);

const SEARCH = '?from=now-7d&to=now&tab=failures';

const table = () => screen.findByRole('table', { name: /Refused and failed attempts to log in/ });

describe('refused and failed attempts', () => {
  it('are a part of their own, with their number on the tab, in the address', async () => {
    const { input, address } = setUp({ sessions: () => testAnswer() });
    await input.click(await screen.findByRole('tab', { name: 'Refused and failed attempts (7)' }));
    expect(address().get('tab')).toBe('failures');
    expect(await table()).toBeInTheDocument();
  });

  it('are by source and account, with ways, counts and what came after', async () => {
    const [group] = testFailures().groups;
    setUp(
      {
        sessions: () =>
          testAnswer({
            failures: testFailures({
              groups: [group, { ...group, account: '', sourceIp: undefined, succeededAfter: true }],
            }),
          }),
      },
      SEARCH
    );
    const [, first, second] = within(await table()).getAllByRole('row');
    expect(first).toHaveTextContent('203.0.113.9');
    expect(first).toHaveTextContent('admin');
    expect(first).toHaveTextContent('no such account, or it may not log in');
    expect(first).toHaveTextContent('wrong password (5)');
    expect(first).toHaveTextContent('connection closed before login (2)');
    expect(first).toHaveTextContent('no login within the hour');
    expect(second).toHaveTextContent('no account named');
    expect(second).toHaveTextContent('not logged');
    expect(second).toHaveTextContent('a login followed within the hour');
  });

  it('show their lines on demand', async () => {
    const { input, lineQuestions } = setUp(
      {
        sessions: () => testAnswer(),
        lines: ({ documents }) => ({
          lines: [
            { document: documents[0], source: { message: 'Failed password' }, masked: false },
          ],
          missing: [],
          leftOut: [],
          canUnmask: false,
          completeness: { complete: true, reasons: [] },
        }),
      },
      SEARCH
    );
    await input.click(
      await screen.findByRole('button', { name: 'Lines of admin from 203.0.113.9' })
    );
    expect(await screen.findByText('Failed password')).toBeInTheDocument();
    expect(lineQuestions()).toEqual([{ documents: testFailures().groups[0].lines }]);
  });

  it('say how many are not listed', async () => {
    const failures = testFailures({ groupsLeftOut: 1200, attemptsLeftOut: 34_000 });
    setUp({ sessions: () => testAnswer({ failures }) }, SEARCH);
    expect(
      await screen.findByText(/1,200 more pairs of source and account with 34,000 attempts/)
    ).toBeInTheDocument();
  });

  it('are not narrowed down to a person, and say so', async () => {
    setUp({ sessions: () => testAnswer() }, `${SEARCH}&persons=alice`);
    expect(await screen.findByText(/proves nothing about who made it/)).toBeInTheDocument();
  });

  it('that were not answered are not none', async () => {
    setUp({ sessions: () => testAnswer({ failures: undefined }) }, SEARCH);
    expect(
      await screen.findByText(/The answer says nothing about refused and failed attempts/)
    ).toBeInTheDocument();
    expect(
      screen.getByRole('tab', { name: 'Refused and failed attempts (–)' })
    ).toBeInTheDocument();
  });
});

describe('unreadable lines', () => {
  const line = (id: string) => ({
    document: { index: 'authlog-1', id },
    time: '2026-01-27T08:00:00.000Z',
    host: 'Accepted',
    message: '<b>ED25519</b> SHA256:x',
    why: 'The account and the address are lost.',
  });

  it('are shown as they are, with why, and how many there are in all', async () => {
    const { figures } = testAnswer();
    setUp(
      {
        sessions: () =>
          testAnswer({
            unreadable: [line('a'), line('b')],
            figures: { ...figures, unreadable: 60 },
          }),
      },
      '?from=now-7d&to=now&tab=unreadable'
    );
    const panel = await screen.findByRole('tabpanel');
    expect(panel).toHaveTextContent('60 lines of this period could not be read');
    expect(panel).toHaveTextContent('2 of them are listed.');
    expect(panel).toHaveTextContent('<b>ED25519</b> SHA256:x');
    expect(panel).toHaveTextContent('The account and the address are lost.');
  });

  it('have no part while there are none', async () => {
    setUp({ sessions: () => testAnswer() });
    await screen.findByRole('tab', { name: /^Sessions/ });
    expect(screen.queryByRole('tab', { name: /Unreadable/ })).not.toBeInTheDocument();
  });
});
