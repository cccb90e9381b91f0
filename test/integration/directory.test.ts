/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { openSearchRequest } from '../opensearch';
import { adminConnection } from './support/connections';
import { routesAs, type PluginRoutes } from './support/plugin_routes';

const INDEX = 'audit-user-directory-test';
const open: PluginRoutes[] = [];
const as = (user: string, directoryIndex = INDEX, now = new Date('2026-02-01T00:00:00Z')) => {
  const routes = routesAs({
    indexPattern: 'kubeaudit-directory-*',
    directoryIndex,
    user,
    now,
    directorySeed: [{ kind: 'account', value: 'seeded', person: 'sam@example.com', shared: false }],
  });
  open.push(routes);
  return routes;
};
/** A fingerprint of the right form. */
const fingerprint = (name: string) => `SHA256:${name.padEnd(43, '0')}`;
const key = {
  kind: 'ssh_key' as const,
  value: fingerprint('one'),
  person: 'alice@example.com',
  shared: false,
};

afterAll(() => Promise.all(open.map((routes) => routes.close())));

it('an editor makes it, adds, ends, and every step stays visible', async () => {
  const editor = as('compliance');
  expect((await editor.directory()).body).toMatchObject({
    state: 'missing',
    completeness: { complete: true },
  });
  const added = await editor.changeDirectory({ action: 'add', entry: key });
  expect(added).toMatchObject({
    status: 200,
    body: {
      written: [{ ...key, recordedBy: 'compliance', recordedAt: '2026-02-01T00:00:00.000Z' }],
    },
  });
  const [{ id }] = added.body.written;
  const again = await editor.changeDirectory({ action: 'add', entry: key });
  expect(again.body).toMatchObject({
    written: [],
    skipped: [{ line: 1, reason: 'already in the directory' }],
  });

  const later = as('compliance', INDEX, new Date('2026-03-01T00:00:00Z'));
  const ended = await later.changeDirectory({ action: 'end', id, validTo: '2026-02-15T00:00:00Z' });
  expect(ended.status).toBe(200);
  const second = { ...key, person: 'bob@example.com' };
  const last = as('compliance', INDEX, new Date('2026-03-02T00:00:00Z'));
  expect((await last.changeDirectory({ action: 'add', entry: second })).body.conflicts).toEqual([
    expect.objectContaining({
      value: fingerprint('one'),
      persons: ['alice@example.com', 'bob@example.com'],
    }),
  ]);

  const { body } = await as('auditor').directory();
  expect(body.state).toBe('readable');
  expect(body.entries.map(({ person, validTo, endedBy }) => [person, validTo, endedBy])).toEqual([
    ['alice@example.com', '2026-02-15T00:00:00Z', 'compliance'],
    ['bob@example.com', undefined, undefined],
    ['sam@example.com', undefined, undefined],
  ]);
  expect(body.history.map(({ action, at }) => [action, at])).toEqual([
    ['add', '2026-03-02T00:00:00.000Z'],
    ['end', '2026-03-01T00:00:00.000Z'],
    ['add', '2026-02-01T00:00:00.000Z'],
  ]);
});

it('what is kept is what was added: no document is changed or deleted', async () => {
  const { count } = await openSearchRequest<{ count: number }>({
    ...adminConnection(),
    method: 'GET',
    path: `/${INDEX}/_count`,
  });
  expect(count).toBe(3);
});

it('a reader reads and does not write', async () => {
  const { status, body } = await as('auditor').changeDirectory({
    action: 'add',
    entry: { ...key, value: fingerprint('x') },
  });
  expect(status).toBe(403);
  expect(body).toMatchObject({ attributes: { code: 'forbidden' } });
});

it('a user without rights on it is told so, and so is every answer that rests on it', async () => {
  const routes = as('no-directory');
  const { status, body } = await routes.directory();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    state: 'forbidden',
    completeness: {
      complete: false,
      reasons: [{ code: 'sources_forbidden', source: 'directory' }],
    },
  });
  expect((await routes.changeDirectory({ action: 'add', entry: key })).status).toBe(403);
});

it('two editors at once lose nothing, also when both make the index', async () => {
  const index = 'audit-user-directory-race';
  const editors = Array.from({ length: 5 }, () => as('compliance', index));
  const answers = await Promise.all(
    editors.map((editor, i) =>
      editor.changeDirectory({ action: 'add', entry: { ...key, value: fingerprint(`${i}`) } })
    )
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(
    (await as('auditor', index).directory()).body.entries.filter(({ kind }) => kind === 'ssh_key')
  ).toHaveLength(5);
});

it('an import says what it would do, and then does that', async () => {
  const index = 'audit-user-directory-import';
  const editor = as('compliance', index);
  const request = {
    action: 'import' as const,
    format: 'csv' as const,
    text: `kind,value,person\nssh_key,${fingerprint('a')},a@example.com\nssh_key,,b@example.com\n`,
  };
  const looked = await editor.changeDirectory({ ...request, dryRun: true });
  expect(looked.body).toMatchObject({
    written: [{ value: fingerprint('a') }],
    skipped: [{ line: 3 }],
  });
  expect((await editor.directory()).body.state).toBe('missing');
  expect((await editor.changeDirectory(request)).body.written).toHaveLength(1);
  expect((await editor.directory()).body.entries.map(({ value }) => value)).toContain(
    fingerprint('a')
  );
});

it.each([
  ['an unknown key', { action: 'add', entry: { ...key, index: 'x' } }],
  ['no kind of ours', { action: 'add', entry: { ...key, kind: 'password' } }],
  [
    'an end before its beginning',
    {
      action: 'add',
      entry: {
        ...key,
        validFrom: '2026-02-01T00:00:00Z',
        validTo: '2026-01-01T00:00:00Z',
      },
    },
  ],
  ['no such entry', { action: 'end', id: 'nothing', validTo: '2026-01-01T00:00:00Z' }],
  [
    'an entry of the configuration',
    { action: 'end', id: 'configuration-1', validTo: '2026-01-01T00:00:00Z' },
  ],
  ['another action', { action: 'delete', id: 'x' }],
])('refuses %s', async (_name, body) => {
  const answer = await as('compliance').raw('/api/audit_user/directory', body);
  expect([answer.status, answer.body.attributes.code]).toEqual([400, 'invalid_request']);
});
