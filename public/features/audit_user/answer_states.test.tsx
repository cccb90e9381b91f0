/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, waitFor } from '@testing-library/react';
import { COMPLETENESS_CODES, toCompleteness } from '../../../common/api/completeness';
import type { KubeEventsResponse } from '../../../common/api/kube_events';
import { testEvent } from './event_words/test_event';
import { reasonTitle } from '../../components/states/reason_words';
import { answer, httpError, nothing, openButton, setUp } from './test_view';

jest.setTimeout(30_000);

/** A server that answers nothing yet. */
const never = () => new Promise<KubeEventsResponse>(() => undefined);

describe('before there is an answer', () => {
  it('says that it searches, and claims nothing', () => {
    setUp(never);
    expect(screen.getByTestId('auditUserLoading')).toBeInTheDocument();
    expect(screen.queryByTestId('auditUserNothing')).not.toBeInTheDocument();
  });

  it.each([
    [403, 'forbidden', /not allowed to read/],
    [404, 'index_missing', /no Kubernetes audit log here/],
    [504, 'timeout', /took too long/],
    [503, 'upstream_unavailable', /cannot be reached/],
    [500, 'internal', /could not be searched/],
  ])('tells %i (%s) from everything else', async (status, code, title) => {
    setUp(() => Promise.reject(httpError(status, code)));
    expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
    expect(screen.queryByTestId('auditUserNothing')).not.toBeInTheDocument();
    expect(screen.queryByTestId('auditUserEvents')).not.toBeInTheDocument();
  });

  it('asks once, and again only when told to', async () => {
    let fail = true;
    const { requests, input } = setUp(() =>
      fail ? Promise.reject(httpError(503, 'upstream_unavailable')) : answer()
    );
    const button = await screen.findByText('Try again');
    expect(requests).toHaveLength(1);
    fail = false;
    await input.click(button);
    expect(await openButton(/read/)).toBeInTheDocument();
    expect(requests).toHaveLength(2);
  });
});

describe('when nothing matches', () => {
  it('says where and for what it looked, and among how many records', async () => {
    setUp(() => nothing(), '?from=now-7d&to=now&users=alice&exclude.verbs=list');
    const state = await screen.findByTestId('auditUserNothing');
    expect(state).toHaveTextContent('2026-01-20 12:00:00.000 UTC to 2026-01-27 12:00:00.000 UTC');
    expect(state).toHaveTextContent('User: alice');
    expect(state).toHaveTextContent('Not Verb: list');
    expect(state).toHaveTextContent('1,234 records');
  });

  it('offers system traffic in one click while only people were looked for', async () => {
    const { input, last } = setUp(() => nothing());
    await screen.findByTestId('auditUserNothing');
    await input.click(screen.getByText('Include system traffic', { selector: 'button *' }));
    await waitFor(() => expect(last().filters).toEqual({}));
  });

  it('does not pass an empty log for people who did nothing', async () => {
    setUp(() => nothing({ recordsInRange: 0 }));
    expect(await screen.findByTestId('auditUserNothing')).toHaveTextContent(/not? (proof|record)/i);
  });
});

describe('an answer that is not all there is', () => {
  it.each(COMPLETENESS_CODES)('says so in words for %s', async (code) => {
    const reason = { code, message: 'The words of the server.' };
    setUp(() => answer({ completeness: toCompleteness([reason]) }));
    const note = await screen.findByTestId('auditUserCompleteness');
    expect(note).toHaveTextContent(reasonTitle(reason));
    expect(note).toHaveTextContent('The words of the server.');
  });

  it('tells of requests that began before the period, and widens it in one click', async () => {
    const { input, last } = setUp(() => answer({ beganEarlier: 3 }));
    const note = await screen.findByTestId('auditUserCompleteness');
    expect(note).toHaveTextContent('3 records belong to requests that began before this period');
    await input.click(screen.getByText('Start the period a day earlier'));
    await waitFor(() =>
      expect(last().timeRange).toEqual({
        from: '2026-01-19T12:00:00.000Z',
        to: '2026-01-27T12:00:00.000Z',
      })
    );
  });
});

describe('while another question is on its way', () => {
  const SEARCH = '?from=now-7d&to=now&users=alice';

  it('marks the old answer as old', async () => {
    let calls = 0;
    const { input } = setUp(() => (calls++ === 0 ? answer() : never()), SEARCH);
    await openButton(/read/);
    expect(screen.queryByTestId('auditUserStale')).not.toBeInTheDocument();
    await input.click(screen.getByText('Clear all filters'));
    expect(await screen.findByTestId('auditUserStale')).toBeInTheDocument();
    expect(screen.getByTestId('auditUserAnnouncement')).toHaveTextContent('Searching');
  });

  it('takes the old answer away when the new question fails', async () => {
    let calls = 0;
    const { input } = setUp(
      () => (calls++ === 0 ? answer() : Promise.reject(httpError(504, 'timeout'))),
      SEARCH
    );
    await openButton(/read/);
    await input.click(screen.getByText('Clear all filters'));
    expect(await screen.findByTestId('auditUserFailure')).toBeInTheDocument();
    expect(screen.queryByTestId('auditUserEvents')).not.toBeInTheDocument();
  });

  it('does not say that an old answer of nothing answers the new question', async () => {
    let calls = 0;
    const { input } = setUp(() => (calls++ === 0 ? nothing() : never()), SEARCH);
    await screen.findByTestId('auditUserNothing');
    await input.click(screen.getByText('Clear all filters'));
    await screen.findByTestId('auditUserStale');
    expect(screen.queryByTestId('auditUserNothing')).not.toBeInTheDocument();
  });

  it('aborts the question that is superseded', async () => {
    const { input, signals } = setUp(never, SEARCH);
    await waitFor(() => expect(signals).toHaveLength(1));
    await input.click(screen.getByText('Clear all filters'));
    await waitFor(() => expect(signals).toHaveLength(2));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('aborts it when the view is left', async () => {
    const { signals, unmount } = setUp(never);
    await waitFor(() => expect(signals).toHaveLength(1));
    unmount();
    expect(signals[0].aborted).toBe(true);
  });
});

describe('further pages', () => {
  const second = testEvent({ name: 'web-1', document: { index: 'i', id: 'doc-2' } });
  const paged = (cursor?: string) =>
    cursor === undefined
      ? answer({ nextCursor: 'C1', total: { value: 2, relation: 'eq' } })
      : answer({ events: [second], summary: undefined, total: { value: 2, relation: 'eq' } });

  it('are asked for with the cursor and stand below the first', async () => {
    const { input, requests } = setUp(({ cursor }) => paged(cursor));
    await input.click(await screen.findByText('Load more'));
    expect(await openButton(/read pods web-1/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /read pods web-0/ })).toBeInTheDocument();
    expect(requests[1]).toEqual({
      timeRange: requests[0].timeRange,
      filters: requests[0].filters,
      limit: 50,
      cursor: 'C1',
    });
    expect(screen.queryByText('Load more')).not.toBeInTheDocument();
    expect(screen.getByText('2 shown of 2')).toBeInTheDocument();
  });

  it('that fail leave what is there, say so, and can be asked for again', async () => {
    let fail = true;
    const { input } = setUp(({ cursor }) =>
      cursor !== undefined && fail ? Promise.reject(httpError(504, 'timeout')) : paged(cursor)
    );
    await input.click(await screen.findByText('Load more'));
    expect(await screen.findByText(/the list ends too early/)).toBeInTheDocument();
    expect(await openButton(/read pods web-0/)).toBeInTheDocument();
    fail = false;
    await input.click(screen.getByText('Load more'));
    expect(await openButton(/read pods web-1/)).toBeInTheDocument();
    expect(screen.queryByText(/the list ends too early/)).not.toBeInTheDocument();
  });
});
