/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, waitFor, within } from '@testing-library/react';
import { testEvent } from './event_words/test_event';
import { answer, openButton, setUp, summary } from './test_view';

jest.setTimeout(30_000);

/** The list measures itself, which jsdom cannot. */
beforeEach(() => {
  jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
  jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400);
});

afterEach(() => jest.restoreAllMocks());

const valueButton = (name: string | RegExp) => screen.findByLabelText(name);

describe('a value of the table', () => {
  it('filters for itself', async () => {
    const { input, last, address } = setUp(() => answer());
    await input.click(await valueButton('prod-wc (Cluster): filter'));
    await input.click(await screen.findByText('Filter for prod-wc'));
    await waitFor(() => expect(last().filters?.clusters).toEqual(['prod-wc']));
    expect(address().getAll('clusters')).toEqual(['prod-wc']);
  });

  it('leaves itself out', async () => {
    const { input, last, address } = setUp(() => answer());
    await input.click(await valueButton('get (Verb): filter'));
    await input.click(await screen.findByText('Exclude get'));
    await waitFor(() => expect(last().filters?.exclude).toEqual({ verbs: ['get'] }));
    expect(address().getAll('exclude.verbs')).toEqual(['get']);
  });

  it('is asked for by its exact text, however hostile', async () => {
    const name = '\u202e&users=x <b>"\'%00+';
    const { input, last } = setUp(() => answer({ events: [testEvent({ name })] }));
    await input.click(await valueButton(/Object name\): filter$/));
    await input.click(await screen.findByText(/^Filter for/));
    await waitFor(() => expect(last().filters?.names).toEqual([name]));
  });

  it('whom somebody acted as cannot be left out, which the API does not know', async () => {
    const { input, last } = setUp(() =>
      answer({ events: [testEvent({ impersonatedUser: 'bob' })] })
    );
    await input.click(await valueButton('bob (Acting as): filter'));
    expect(screen.queryByText('Exclude bob')).not.toBeInTheDocument();
    await input.click(await screen.findByText('Filter for bob'));
    await waitFor(() => expect(last().filters?.impersonated).toEqual(['bob']));
  });
});

describe('system traffic', () => {
  const system = () => screen.getByRole('switch', { name: /system traffic/i });

  it('is left out visibly, and asked for with the switch', async () => {
    const { input, last, address } = setUp(() => answer());
    await openButton(/read/);
    expect(screen.getByText(/Persons, group accounts and failed/)).toBeInTheDocument();
    await input.click(system());
    await waitFor(() => expect(last().filters).toEqual({}));
    expect(address().get('system')).toBe('true');
    expect(screen.queryByText(/Persons, group accounts and failed/)).not.toBeInTheDocument();
  });

  it('that is left out is counted', async () => {
    const userKinds = {
      values: [
        { value: 'person', count: 3 },
        { value: 'node', count: 1000 },
        { value: 'service_account', count: 234 },
      ],
      moreValues: 0,
      approximate: true,
    };
    setUp(() => answer({ summary: summary({ userKinds }) }));
    expect(
      await screen.findByText('Include system traffic (≈ 1,234 requests)')
    ).toBeInTheDocument();
  });

  it('is asked for by the pill too', async () => {
    const { input, last } = setUp(() => answer());
    const pills = within(await screen.findByRole('group', { name: 'Active filters' }));
    await input.click(pills.getByRole('button', { name: 'Include system traffic' }));
    await waitFor(() => expect(last().filters).toEqual({}));
  });

  it.each([
    ['users', '?from=now-7d&to=now&users=system:node:a', { users: ['system:node:a'] }],
    ['kinds', '?from=now-7d&to=now&userKinds=node', { userKinds: ['node'] }],
  ])('is not filtered when %s are chosen', async (_what, search, filters) => {
    const { requests } = setUp(() => answer(), search);
    await openButton(/read/);
    expect(requests[0].filters).toEqual(filters);
    expect(screen.queryByText(/Persons, group accounts and failed/)).not.toBeInTheDocument();
  });
});

describe('active filters', () => {
  const SEARCH =
    '?from=now-7d&to=now&users=alice&users=bob&exclude.verbs=list&outcomes=forbidden&impersonated=true';

  it('are all shown, and each is cleared with one click', async () => {
    const { input, last } = setUp(() => answer(), SEARCH);
    const pills = within(await screen.findByRole('group', { name: 'Active filters' }));
    for (const text of [
      'User: alice',
      'User: bob',
      'Not Verb: list',
      'Outcome: Denied',
      'Acting as somebody else',
    ]) {
      expect(pills.getByText(text)).toBeInTheDocument();
    }
    await input.click(pills.getByRole('button', { name: 'Remove the filter User: alice' }));
    await waitFor(() => expect(last().filters?.users).toEqual(['bob']));
    expect(last().filters).toMatchObject({ exclude: { verbs: ['list'] }, impersonated: true });
  });

  it('are all cleared at once, the period stays', async () => {
    const { input, last, address } = setUp(() => answer(), SEARCH);
    await input.click(await screen.findByText('Clear all filters'));
    await waitFor(() =>
      expect(last().filters).toEqual({
        userKinds: ['person', 'group_account', 'unauthenticated'],
      })
    );
    expect(address().toString()).toBe('from=now-7d&to=now');
  });
});

describe('a facet', () => {
  const clusters = {
    values: [
      { value: 'prod-wc', count: 1200 },
      { value: 'prod-sc', count: 34 },
    ],
    moreValues: 2,
    approximate: false,
  };

  it('offers values with counts, several at once', async () => {
    const { input, last } = setUp(() => answer({ summary: summary({ clusters }) }));
    await openButton(/read/);
    await input.click(screen.getByTestId('auditUserFilter-clusters'));
    expect(await screen.findByText('1,200')).toBeInTheDocument();
    await input.click(screen.getByRole('option', { name: /prod-wc/ }));
    await waitFor(() => expect(last().filters?.clusters).toEqual(['prod-wc']));
    await input.click(screen.getByRole('option', { name: /prod-sc/ }));
    await waitFor(() => expect(last().filters?.clusters).toEqual(['prod-wc', 'prod-sc']));
  });

  it('says that there are more values, and takes one that is typed', async () => {
    const { input, last } = setUp(() => answer({ summary: summary({ clusters }) }));
    await openButton(/read/);
    await input.click(screen.getByTestId('auditUserFilter-clusters'));
    expect(await screen.findByText(/At least 2 more values exist/)).toBeInTheDocument();
    await input.type(screen.getByLabelText('Find a value of Cluster'), 'test-wc');
    await input.click(await screen.findByText(/Filter for exactly/));
    await waitFor(() => expect(last().filters?.clusters).toEqual(['test-wc']));
  });
});

describe('the activity', () => {
  it('is a table too, and narrows the period', async () => {
    const { input, last } = setUp(() => answer());
    await input.click(await screen.findByText('Show as table'));
    const table = screen.getAllByRole('table')[0];
    expect(within(table).getAllByText('Succeeded').length).toBeGreaterThan(0);
    await input.click(within(table).getByRole('button', { name: /Narrow the period/ }));
    await waitFor(() =>
      expect(last().timeRange).toEqual({
        from: '2026-01-27T10:00:00.000Z',
        to: '2026-01-27T10:59:59.999Z',
      })
    );
  });
});
