/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, waitFor } from '@testing-library/react';
import { testEvent } from './event_words/test_event';
import { answer, setUp } from './test_view';

jest.setTimeout(30_000);

describe('rows at a time', () => {
  it('are 50 until more are asked for, which is asked as one question', async () => {
    const next = answer({ events: [testEvent({ document: { index: 'i', id: 'next' } })] });
    const { input, requests, last } = setUp(({ cursor }) =>
      cursor === undefined ? answer({ nextCursor: 'C1' }) : next
    );
    const select = await screen.findByRole('combobox', { name: 'Rows at a time' });
    expect(requests.map(({ limit }) => limit)).toEqual([50]);
    await input.selectOptions(select, '1,000');
    await waitFor(() => expect(last()).toMatchObject({ limit: 1000, summary: true }));
    await input.click(await screen.findByText('Load more'));
    await waitFor(() => expect(last()).toMatchObject({ limit: 1000, cursor: 'C1' }));
  });

  it('are no matter when all are shown', async () => {
    setUp(() => answer());
    expect(await screen.findByText('1 shown of 1')).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });
});
