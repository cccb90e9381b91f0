/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, within } from '@testing-library/react';
import {
  ALICE,
  answer,
  BOB,
  CONTROLLER,
  giveElementsASize,
  open,
  setUp,
  TIME_RANGE,
  user,
} from './test_selector';

beforeEach(giveElementsASize);
afterEach(() => jest.restoreAllMocks());

describe('before it is opened', () => {
  it('asks nothing', () => {
    const { users } = setUp(async () => answer([]));
    expect(screen.getByRole('button', { name: 'Users: all' })).toBeInTheDocument();
    expect(users).not.toHaveBeenCalled();
  });

  it('says who is selected', () => {
    setUp(async () => answer([]), { selected: ['alice@example.com', 'bob@example.com', 'x'] });
    expect(
      screen.getByRole('button', { name: 'Users: alice@example.com and 2 more' })
    ).toBeInTheDocument();
  });
});

describe('the list', () => {
  it('is asked for once, with the period and the scope', async () => {
    const { users, input } = setUp(async () => answer([ALICE]), {
      clusters: ['prod-wc'],
      kinds: ['person'],
    });
    await open(input);
    await screen.findByRole('option', { name: /alice@example.com/ });
    expect(users.mock.calls.map(([request]) => request)).toEqual([
      { timeRange: TIME_RANGE, clusters: ['prod-wc'], kinds: ['person'] },
    ]);
  });

  it('groups by kind and says how active each is', async () => {
    const { input } = setUp(async () => answer([CONTROLLER, ALICE]));
    await open(input);
    const list = await screen.findByRole('listbox', { name: 'Users' });
    expect(within(list).getByText('Persons')).toBeInTheDocument();
    expect(within(list).getByText('Service accounts')).toBeInTheDocument();
    const options = within(list).getAllByRole('option');
    expect(options[0]).toHaveTextContent(/alice@example.com.*1,234 requests, last .* ago/);
    expect(options[1]).toHaveTextContent(/argocd:controller.*9,000 requests/);
    expect(within(options[0]).getByTitle(/\(2026-01-27 00:00:00\.000 UTC\)/)).toBeInTheDocument();
  });

  it('says that counts are approximate', async () => {
    const { input } = setUp(async () => answer([ALICE], { countsApproximate: true }));
    await open(input);
    expect(await screen.findByText(/^about 1,234 requests/)).toBeInTheDocument();
  });

  it('chooses several users', async () => {
    const { onChange, input } = setUp(async () => answer([ALICE, BOB]));
    await open(input);
    await input.click(await screen.findByRole('option', { name: /bob@example.com/ }));
    await input.click(screen.getByRole('option', { name: /alice@example.com/ }));
    expect(onChange.mock.calls).toEqual([
      [['bob@example.com']],
      [['bob@example.com', 'alice@example.com']],
    ]);
  });

  it('is reached and used with the keyboard', async () => {
    const { onChange, input } = setUp(async () => answer([ALICE, BOB]));
    await input.tab();
    await input.keyboard('{Enter}');
    await screen.findByRole('option', { name: /alice@example.com/ });
    await input.type(screen.getByRole('searchbox'), '{ArrowDown}');
    expect(screen.getByRole('listbox')).toHaveFocus();
    await input.keyboard('{ArrowDown}{Enter}');
    expect(onChange).toHaveBeenCalledWith(['bob@example.com']);
  });

  it('renders only what fits of 20,000 users', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => user(`user-${i}@example.com`, 'person'));
    const { input } = setUp(async () => answer(many));
    await open(input);
    await screen.findByRole('option', { name: /user-0@example.com/ });
    expect(screen.getAllByRole('option').length).toBeLessThan(40);
    expect(screen.getByText('20,000 users: all that match.')).toBeInTheDocument();
  });

  it('shows a name as text, whatever it holds', async () => {
    const { input } = setUp(async () => answer([user('<img src=x onerror=alert(1)>', 'person')]));
    await open(input);
    expect(await screen.findByText(/<img src=x onerror/)).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('a list that was cut', () => {
  it('says of how many, and adds the persons whom controllers pushed out', async () => {
    const { users, input } = setUp(async ({ kinds }) =>
      kinds ? answer([BOB]) : answer([CONTROLLER], { population: 18_231 })
    );
    await open(input);
    expect(await screen.findByRole('option', { name: /bob@example.com/ })).toBeInTheDocument();
    expect(screen.getByRole('option', { name: /argocd/ })).toBeInTheDocument();
    expect(
      await screen.findByText('Showing 2 of 18,231 users; type to narrow.')
    ).toBeInTheDocument();
    expect(users.mock.calls[1][0]).toEqual({
      timeRange: TIME_RANGE,
      kinds: ['person', 'group_account'],
    });
  });

  it('is not asked about persons again when only some kinds were wanted', async () => {
    const { users, input } = setUp(async () => answer([ALICE], { population: 5000 }), {
      kinds: ['person'],
    });
    await open(input);
    await screen.findByText('Showing 1 of 5,000 users; type to narrow.');
    expect(users).toHaveBeenCalledTimes(1);
  });
});

describe('the selection', () => {
  it('is cleared at once', async () => {
    const { onChange, input } = setUp(async () => answer([ALICE, BOB]), {
      selected: ['alice@example.com', 'bob@example.com'],
    });
    await open(input);
    await input.click(screen.getByRole('button', { name: 'Clear the selection (2)' }));
    expect(onChange).toHaveBeenCalledWith([]);
  });

  it('does not grow past what a filter takes', async () => {
    const selected = Array.from({ length: 60 }, (_, index) => `user-${index}`);
    const { onChange, input } = setUp(async () => answer([ALICE]), { selected });
    await open(input);
    expect(
      await screen.findByText('At most 60 users can be selected at once.')
    ).toBeInTheDocument();
    await input.type(screen.getByRole('searchbox'), 'zoe');
    expect(screen.queryByRole('button', { name: /Add the exact name/ })).toBeNull();
    expect(onChange).not.toHaveBeenCalled();
  });
});
