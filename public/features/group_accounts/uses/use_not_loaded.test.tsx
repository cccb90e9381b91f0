/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { ENDPOINTS } from '../../../../common/api/endpoints';
import type {
  GroupAccountsRequest,
  GroupAccountsResponse,
} from '../../../../common/api/group_accounts';
import { renderView } from '../../../components/test_render_view';
import { GroupAccountsView } from '../group_accounts_view';
import { keyOfUse } from '../key_of_use';
import { testGroupAnswer, testUse } from '../test_group';

jest.setTimeout(30_000);

describe('a use that the address names and that is not among the rows', () => {
  const other = testUse({ account: 'other', lines: [{ index: 'authlog-1', id: '2' }] });
  const LINKED = `?use=${encodeURIComponent(keyOfUse(other))}`;

  const open = (answer: (request: GroupAccountsRequest) => GroupAccountsResponse) =>
    renderView(<GroupAccountsView />, `/group-accounts${LINKED}`, {
      [ENDPOINTS.groupAccounts]: answer,
    });

  it('is found by loading more', async () => {
    const { input } = open(({ cursor }) =>
      cursor === undefined
        ? testGroupAnswer({ nextCursor: 'C1', total: { value: 2, relation: 'eq' } })
        : testGroupAnswer({ uses: [other] })
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('This use is not among the rows that are loaded');
    await input.click(within(dialog).getByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(dialog).toHaveTextContent('Use of a group account: other'));
  });

  it('is said not to be there when all rows are loaded', async () => {
    open(() => testGroupAnswer());
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('all of them are loaded');
    expect(within(dialog).queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });
});
