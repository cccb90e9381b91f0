/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { act, screen, waitFor, within } from '@testing-library/react';
import { testEvent } from './event_words/test_event';
import { answer, openButton, setUp } from './test_view';

jest.setTimeout(30_000);

describe('the view', () => {
  it('asks one question for everything, about people only', async () => {
    const { requests } = setUp(() => answer());
    await openButton(/read.*pods web-0/);
    expect(requests).toEqual([
      {
        timeRange: { from: 'now-7d', to: 'now' },
        filters: { userKinds: ['person', 'group_account', 'unauthenticated'] },
        limit: 50,
        summary: true,
      },
    ]);
  });

  it('shows who did what, on what, where, with what outcome, from where', async () => {
    setUp(() =>
      answer({ events: [testEvent({ verb: 'delete', impersonatedUser: 'bob@example.com' })] })
    );
    const row = (await openButton(/deleted.*pods web-0/)).closest('tr') as HTMLElement;
    for (const words of [
      'alice@example.com',
      'bob@example.com',
      'delete',
      'pods',
      'web-0',
      'prod-wc',
      'production',
      'Succeeded (200)',
      '198.51.100.7',
    ]) {
      expect(within(row).getByText(words)).toBeInTheDocument();
    }
  });

  it('shows the period as instants, in the zone of the user and in UTC', async () => {
    setUp(() => answer());
    expect(await screen.findByTestId('auditUserPeriod')).toHaveTextContent(
      '2026-01-20 12:00:00.000 UTC to 2026-01-27 12:00:00.000 UTC'
    );
  });

  it('writes the usual period into an address without one, without a step for "back"', async () => {
    const { history, address } = setUp(() => answer());
    await openButton(/read/);
    expect(address().get('from')).toBe('now-7d');
    expect(history.length).toBe(1);
  });

  it('tells how many were found to those who do not see it', async () => {
    setUp(() => answer({ total: { value: 1234, relation: 'eq' } }));
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Requests found: 1,234. Shown: 1.')
    );
  });

  it('never shows a lower bound as a total', async () => {
    setUp(() => answer({ total: { value: 10_000, relation: 'gte', approximate: 73_500 } }));
    await openButton(/read/);
    expect(screen.getAllByText(/at least 10,000 \(about 73,500\)/).length).toBeGreaterThan(0);
    expect(screen.queryByText('10,000')).not.toBeInTheDocument();
  });

  it('opens an event by keyboard, in the address too, and closes it', async () => {
    const { input, address } = setUp(() => answer());
    (await openButton(/read.*show the event/)).focus();
    await input.keyboard('{Enter}');
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    expect(address().get('event')).toBe('kubeaudit-default-2026.01.27-000001/doc-1');
    await input.click(screen.getByTestId('euiFlyoutCloseButton'));
    await waitFor(() => expect(address().get('event')).toBeNull());
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('shows hostile values as text', async () => {
    const user = '\u202e<img src=x onerror=alert(1)>\u001b[2J';
    const { container } = setUp(() => answer({ events: [testEvent({ user, name: '__proto__' })] }));
    expect(await screen.findByText('⟨U+202E⟩<img src=x onerror=alert(1)>␛[2J')).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
  });

  it('names what of the address it did not understand', async () => {
    setUp(() => answer(), '?from=now-7d&to=now&user=alice&outcomes=fine');
    const notice = await screen.findByTestId('auditUserDropped');
    expect(notice).toHaveTextContent('user=alice: no such filter');
    expect(notice).toHaveTextContent('outcomes=fine: not a valid value');
  });

  it('goes back to the question before with the history', async () => {
    const { history, input, last } = setUp(() => answer());
    await openButton(/read/);
    await input.click(screen.getByRole('switch', { name: /system traffic/ }));
    await waitFor(() => expect(last().filters?.userKinds).toBeUndefined());
    act(() => history.goBack());
    await waitFor(() =>
      expect(screen.getByRole('switch', { name: /system traffic/ })).not.toBeChecked()
    );
  });
});
