/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen } from '@testing-library/react';
import type { UsersResponse } from '../../../../common/api/users';
import {
  ALICE,
  answer,
  apiError,
  BOB,
  giveElementsASize,
  open,
  setUp,
  user,
} from './test_selector';

beforeEach(giveElementsASize);
afterEach(() => jest.restoreAllMocks());

describe('a search', () => {
  it('goes to the server once the typing pauses', async () => {
    const { users, input } = setUp(async ({ search }) => answer(search ? [BOB] : [ALICE]));
    await open(input);
    await screen.findByRole('option', { name: /alice/ });
    await input.type(screen.getByRole('searchbox'), ' BOB ');
    expect(await screen.findByRole('option', { name: /bob@example.com/ })).toBeInTheDocument();
    expect(users.mock.calls.map(([{ search }]) => search)).toEqual([undefined, 'BOB']);
  });

  it('aborts the request that it supersedes', async () => {
    const signals: AbortSignal[] = [];
    const { input } = setUp(async ({ search }, signal) => {
      if (signal) signals.push(signal);
      return search === 'b' ? answer([BOB]) : new Promise<UsersResponse>(() => undefined);
    });
    await open(input);
    await input.type(screen.getByRole('searchbox'), 'b');
    expect(await screen.findByRole('option', { name: /bob/ })).toBeInTheDocument();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('keeps a selected user who does not match', async () => {
    const { input } = setUp(async ({ search }) => answer(search ? [BOB] : [ALICE]), {
      selected: ['alice@example.com'],
    });
    await open(input);
    await input.type(screen.getByRole('searchbox'), 'bob');
    await screen.findByRole('option', { name: /bob@example.com/ });
    expect(screen.getByText('Selected, not in this list')).toBeInTheDocument();
    expect(screen.getByRole('option', { name: /alice@example.com/ })).toHaveAttribute(
      'aria-selected',
      'true'
    );
  });

  it('that finds nobody says what was searched, and lets the name be added all the same', async () => {
    const { onChange, input } = setUp(async () => answer([]), { clusters: ['prod-wc'] });
    await open(input);
    await input.type(screen.getByRole('searchbox'), 'mallory@example.com');
    expect(
      await screen.findByText(
        'No user with “mallory@example.com” in the name made a request from 2026-01-20T00:00:00.000Z to 2026-01-27T00:00:00.000Z.'
      )
    ).toBeInTheDocument();
    expect(screen.getByText('Only these clusters were searched: prod-wc.')).toBeInTheDocument();
    await input.click(
      screen.getByRole('button', { name: 'Add the exact name “mallory@example.com”' })
    );
    expect(onChange).toHaveBeenCalledWith(['mallory@example.com']);
  });
});

describe('what the list cannot show', () => {
  it('requests that name nobody are counted, not offered as a user', async () => {
    const { input } = setUp(async () => answer([user('', 'unauthenticated', 77), ALICE]));
    await open(input);
    expect(await screen.findByText(/^77 requests failed authentication/)).toBeInTheDocument();
    expect(screen.getAllByRole('option')).toHaveLength(1);
    expect(screen.getByText('1 user: all that match.')).toBeInTheDocument();
  });

  it('the reasons why it may be incomplete are given', async () => {
    const reasons = [{ code: 'shard_failures' as const, message: '2 shards did not answer.' }];
    const { input } = setUp(async () =>
      answer([ALICE], { completeness: { complete: false, reasons } })
    );
    await open(input);
    expect(
      await screen.findByText('A part of the log did not answer. 2 shards did not answer.')
    ).toBeInTheDocument();
  });

  it.each([
    ['forbidden', 'You are not allowed to read the Kubernetes audit log.'],
    ['index_missing', 'There is no Kubernetes audit log here, or none that you may see.'],
    ['timeout', 'The users could not be listed: took too long'],
  ])('a failure of the kind %s is not taken for an empty list', async (code, words) => {
    const { input } = setUp(async () => {
      throw apiError(code, 'took too long');
    });
    await open(input);
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByText('This does not mean that there are no users.')).toBeInTheDocument();
    expect(screen.queryByText(/No user/)).toBeNull();
  });

  it('can be asked for again after a failure', async () => {
    let failures = 1;
    const { input } = setUp(async () => {
      if (failures-- > 0) throw apiError('timeout', 'took too long');
      return answer([ALICE]);
    });
    await open(input);
    await input.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('option', { name: /alice/ })).toBeInTheDocument();
  });
});
