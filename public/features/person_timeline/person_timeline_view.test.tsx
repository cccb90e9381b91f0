/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { screen, within } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { ENDPOINTS } from '../../../common/api/endpoints';
import type { PersonTimelineRequest } from '../../../common/api/person_timeline';
import { httpError, renderView, type FakeServer } from '../../components/test_render_view';
import { VIEW_PATHS } from '../../url_state/view_paths';
import { PersonTimelineView } from './person_timeline_view';
import { testEntry, testTimeline } from './test_timeline';

jest.setTimeout(60_000);

function setUp(server: FakeServer, address = '/people/alice%40example.com') {
  const view = renderView(
    <Route path={VIEW_PATHS.person}>
      <PersonTimelineView />
    </Route>,
    address,
    server
  );
  return {
    ...view,
    questions: () => view.sentTo<PersonTimelineRequest>(ENDPOINTS.personTimeline),
  };
}

const answering = (answer: unknown): FakeServer => ({ [ENDPOINTS.personTimeline]: () => answer });

describe('the timeline of a person', () => {
  it('asks one question about the person of the address', async () => {
    const { questions } = setUp(answering(testTimeline([testEntry()])));
    expect(await screen.findByText('ubuntu as root: /usr/bin/id')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('alice@example.com');
    expect(questions()).toEqual([
      { person: 'alice@example.com', timeRange: { from: 'now-7d', to: 'now' }, limit: 200 },
    ]);
  });

  it('tells what is certain from what is only possible, and who else it may have been', async () => {
    const possible = testEntry({
      id: 'sudo/2',
      certainty: 'possible',
      text: 'ubuntu as root: /usr/bin/vi',
      others: ['bob@example.com'],
      reasons: [{ code: 'several_persons_with_session_open', message: 'Two were there.' }],
    });
    setUp(answering(testTimeline([testEntry(), possible])));
    const row = (await screen.findByText(/usr\/bin\/vi/)).closest('tr');
    expect(row).toHaveTextContent('Possible');
    expect(row).toHaveTextContent('It may have been: bob@example.com');
    expect(row).toHaveTextContent('Two were there.');
    expect(screen.getByText(/usr\/bin\/id/).closest('tr')).toHaveTextContent('Certain');
    expect(screen.getByText('sudo and su: 2, 1 certain, 1 possible')).toBeInTheDocument();
  });

  it('says in the lanes of a log that it may not be looked at', async () => {
    const reasons = [
      {
        code: 'sources_forbidden' as const,
        source: 'authlog',
        message: 'You may not read authlog.',
      },
    ];
    setUp(answering(testTimeline([], { completeness: { complete: false, reasons } })));
    const lanes = await screen.findByTestId('auditUserTimeline');
    expect(
      within(lanes).getAllByText(/You may not look: authlog is not allowed for you/)
    ).toHaveLength(2);
    expect(
      screen.getByText('Nothing of this person was found, but not everything was read')
    ).toBeInTheDocument();
  });

  it('zooms by buttons into the address, so that back leads back', async () => {
    const { input, address, history } = setUp(answering(testTimeline([testEntry()])));
    await input.click(await screen.findByRole('button', { name: 'Zoom in' }));
    expect([address().get('from'), address().get('to')]).toEqual([
      '2026-01-27T06:00:00.000Z',
      '2026-01-27T18:00:00.000Z',
    ]);
    history.goBack();
    expect(address().get('from')).toBe('now-7d');
  });

  it('leads to the session of a command and to the request of an event', async () => {
    const event = testEntry({
      id: 'kubernetes/1',
      lane: 'kubernetes',
      text: 'get pods',
      account: 'alice@example.com',
      document: { index: 'kubeaudit-1', id: 'x' },
    });
    setUp(answering(testTimeline([testEntry(), event])));
    expect(await screen.findByRole('link', { name: 'SSH session' })).toHaveAttribute(
      'href',
      expect.stringContaining('/ssh?from=now-7d&to=now&session=s1')
    );
    expect(screen.getByRole('link', { name: 'Request' })).toHaveAttribute(
      'href',
      expect.stringContaining('event=kubeaudit-1%2Fx')
    );
  });

  it('draws fifty thousand events as a few hundred bars', async () => {
    const entries = Array.from({ length: 200 }, (_, i) => testEntry({ id: `sudo/${i}` }));
    const answer = testTimeline(entries, { nextCursor: 'more' }, 50_000);
    const { container, input } = setUp(answering(answer));
    await screen.findByTestId('auditUserTimelineEntries');
    expect(container.querySelectorAll('rect').length).toBeLessThan(500);
    expect(screen.getByText(/200 shown of 250,000/)).toBeInTheDocument();
    await input.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.getAllByText(/2,083 certain, 0 possible/).length).toBeGreaterThan(100);
  });

  it.each([
    [httpError(403, 'forbidden'), 'You are not allowed to read the audit logs'],
    [httpError(404, 'index_missing'), 'There are no audit logs here'],
  ])('tells a failure by its name', async (error, title) => {
    setUp({ [ENDPOINTS.personTimeline]: () => Promise.reject(error) });
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('without a person shows the way to one', async () => {
    const { input, history, requests } = setUp({}, '/people');
    await input.type(await screen.findByLabelText('Person'), 'bob@example.com');
    expect(requests).toEqual([]);
    await input.click(screen.getByRole('button', { name: 'Show' }));
    expect(history.location.pathname).toContain('bob');
  });
});
