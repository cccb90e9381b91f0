/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import type { DirectoryRequest } from '../../../common/api/directory';
import { ENDPOINTS } from '../../../common/api/endpoints';
import type { GroupAccountsRequest } from '../../../common/api/group_accounts';
import { httpError, never, renderView, type FakeServer } from '../../components/test_render_view';
import { GroupAccountsView } from './group_accounts_view';
import { testGroupAnswer, testUse } from './test_group';

jest.setTimeout(30_000);

function setUp(server: FakeServer, search = '') {
  const view = renderView(<GroupAccountsView />, `/group-accounts${search}`, server);
  return {
    ...view,
    questions: () => view.sentTo<GroupAccountsRequest>(ENDPOINTS.groupAccounts),
  };
}

const answering = (answer: unknown): FakeServer => ({ [ENDPOINTS.groupAccounts]: () => answer });

describe('the view of group accounts', () => {
  it('asks one question and shows who was behind each use', async () => {
    const { questions } = setUp(answering(testGroupAnswer()));
    const row = (await screen.findByRole('button', { name: /show the use of root/ })).closest('tr');
    expect(row).toHaveTextContent('/usr/bin/id');
    expect(row).toHaveTextContent('by the account ubuntu');
    expect(
      within(row as HTMLElement).getByRole('link', { name: 'alice@example.com' })
    ).toHaveAttribute('href', expect.stringContaining('/people/alice%40example.com'));
    expect(questions()).toEqual([
      { timeRange: { from: 'now-7d', to: 'now' }, filters: {}, limit: 200 },
    ]);
  });

  it('names nobody where several were possible, and says who they are', async () => {
    const attribution = {
      status: 'ambiguous' as const,
      candidates: [{ person: 'alice' }, { person: 'bob' }, {}],
      reasons: [{ code: 'several_persons_with_session_open' as const, message: 'Two were there.' }],
    };
    const { input } = setUp(answering(testGroupAnswer({ uses: [testUse({ attribution })] })));
    await input.click(await screen.findByRole('button', { name: /show the use of root/ }));
    const who = within(await screen.findByRole('dialog')).getByRole('region', {
      name: 'Who it was',
    });
    expect(who).toHaveTextContent('Ambiguous: alice or bob or somebody not known');
    expect(who).toHaveTextContent('Two were there.');
  });

  it('says that a log is not allowed, beside what the other one holds', async () => {
    const reasons = [
      {
        code: 'sources_forbidden' as const,
        source: 'authlog',
        message: 'You may not read authlog.',
      },
    ];
    setUp(answering(testGroupAnswer({ completeness: { complete: false, reasons } })));
    expect(await screen.findByText(/You may not read authlog\./)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /show the use of root/ })).toBeInTheDocument();
  });

  it('does not take an incomplete answer without uses for proof of nothing', async () => {
    const nothing = { uses: [], accounts: [], total: { value: 0, relation: 'gte' as const } };
    const reasons = [{ code: 'scan_limit_reached' as const, message: 'Too much.' }];
    setUp(answering(testGroupAnswer({ ...nothing, completeness: { complete: false, reasons } })));
    expect(
      await screen.findByText('No use of a group account was found, but not everything was read')
    ).toBeInTheDocument();
  });

  it('says plainly that there was no use when everything was read', async () => {
    setUp(
      answering(testGroupAnswer({ uses: [], accounts: [], total: { value: 0, relation: 'eq' } }))
    );
    expect(await screen.findByText('No use of a group account in this period')).toBeInTheDocument();
  });

  it.each([
    [httpError(403, 'forbidden'), 'You are not allowed to read the audit logs'],
    [httpError(404, 'index_missing'), 'There are no audit logs here'],
  ])('tells a failure by its name', async (error, title) => {
    setUp({ [ENDPOINTS.groupAccounts]: () => Promise.reject(error) });
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('shows log content as text, whatever it holds', async () => {
    const use = testUse({ command: '<img src=x onerror=alert(1)>\u202e' });
    setUp(answering(testGroupAnswer({ uses: [use] })));
    expect(await screen.findByText(/<img src=x onerror=alert\(1\)>⟨U\+202E⟩/)).toBeInTheDocument();
  });
});

it('persons that are not listed are counted, in the table and in the assessment', async () => {
  const [account] = testGroupAnswer().accounts;
  const accounts = [{ ...account, personsLeftOut: 7 }];
  const { input } = setUp(answering(testGroupAnswer({ accounts })));
  // Of those listed eight are named; here one is.
  const table = await screen.findByTestId('auditUserGroupAccounts');
  expect(table).toHaveTextContent('alice@example.com (1)');
  expect(table).toHaveTextContent('and 7 other persons');
  await input.click(screen.getByRole('tab', { name: 'Assessment' }));
  const row = (await screen.findByText('Persons identified')).closest('tr');
  expect(row).toHaveTextContent('≥ 1');
});

describe('the work list', () => {
  const unknown = {
    kind: 'ssh_key' as const,
    value: 'SHA256:new',
    keyType: 'ED25519',
    uses: 3,
    firstUse: '2026-01-27T10:00:00Z',
    lastUse: '2026-01-27T11:00:00Z',
    accounts: ['ubuntu'],
    clusters: ['prod-wc'],
    hosts: ['node-1'],
    sourceIps: ['203.0.113.5'],
  };

  it('says how much of it is not listed', async () => {
    const entry = { ...unknown, placesLeftOut: 4 };
    setUp(
      answering(testGroupAnswer({ unknownCredentials: [entry], unknownLeftOut: 12 })),
      '?tab=unknown'
    );
    expect(
      await screen.findByText(/^The 1 most used are listed, 12 more are not\./)
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: /13/ })).toBeInTheDocument();
    expect(screen.getByTestId('auditUserUnknownKeys')).toHaveTextContent('203.0.113.5 and 4 more');
  });

  it('files an unknown key under a person, and asks anew', async () => {
    const written: DirectoryRequest[] = [];
    const { input, questions } = setUp(
      {
        [ENDPOINTS.groupAccounts]: () =>
          testGroupAnswer({ unknownCredentials: written.length === 0 ? [unknown] : [] }),
        [ENDPOINTS.directory]: (request: DirectoryRequest) => {
          written.push(request);
          return { written: [], skipped: [], conflicts: [] };
        },
      },
      '?tab=unknown'
    );
    await input.click(await screen.findByRole('button', { name: 'File it… SHA256:new' }));
    await input.click(screen.getByRole('button', { name: 'File it' }));
    expect(screen.getByText('Name the person, or say that several hold it')).toBeInTheDocument();
    expect(written).toEqual([]);
    const form = screen.getByRole('form', { name: 'File an entry' });
    await input.type(within(form).getByLabelText('Person'), 'alice@example.com');
    await input.click(screen.getByRole('button', { name: 'File it' }));
    await screen.findByText(/Every key, certificate and credential that logged in/);
    expect(written).toEqual([
      {
        action: 'add',
        entry: {
          kind: 'ssh_key',
          value: 'SHA256:new',
          person: 'alice@example.com',
          shared: false,
          source: 'Audit User',
        },
      },
    ]);
    await waitFor(() => expect(questions().length).toBeGreaterThan(1));
  });
});

describe('the directory', () => {
  it('can be kept while the logs cannot be read', async () => {
    setUp(
      {
        [ENDPOINTS.groupAccounts]: () => Promise.reject(httpError(403, 'forbidden')),
        [ENDPOINTS.directory]: () => ({
          entries: [],
          conflicts: [
            { kind: 'ssh_key', value: 'SHA256:x', persons: ['a', 'b'], entryIds: ['1', '2'] },
          ],
          history: [],
          state: 'readable',
          completeness: { complete: true, reasons: [] },
        }),
      },
      '?tab=directory'
    );
    expect(await screen.findByText(/1 value is filed for several persons/)).toBeInTheDocument();
  });

  it('says why a change was refused', async () => {
    const { input } = setUp(
      {
        [ENDPOINTS.groupAccounts]: never,
        [ENDPOINTS.directory]: (request: DirectoryRequest | undefined) =>
          request === undefined
            ? {
                entries: [],
                conflicts: [],
                history: [],
                state: 'missing',
                completeness: { complete: true, reasons: [] },
              }
            : Promise.reject(httpError(403, 'forbidden')),
      },
      '?tab=directory'
    );
    await input.click(await screen.findByRole('button', { name: 'File an entry' }));
    const form = screen.getByRole('form', { name: 'File an entry' });
    await input.type(within(form).getByLabelText('Value'), 'SHA256:x');
    await input.type(within(form).getByLabelText('Person'), 'alice');
    await input.click(within(form).getByRole('button', { name: 'File it' }));
    expect(await screen.findByText(/directory_editor to add to it/)).toBeInTheDocument();
  });
});

it('the assessment holds the figures and what is missing from them', async () => {
  const reasons = [{ code: 'retention_starts_later' as const, message: 'Kept since yesterday.' }];
  setUp(
    answering(testGroupAnswer({ completeness: { complete: false, reasons } })),
    '?tab=assessment&accounts=root'
  );
  const text = await screen.findByTestId('auditUserAssessment');
  expect(text).toHaveTextContent('… of which were attributed to exactly one person1');
  expect(text).toHaveTextContent('Kept since yesterday.');
  expect(text).toHaveTextContent('Filters are set');
});
