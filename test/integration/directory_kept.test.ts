/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import { join } from 'path';
import { DIRECTORY_MAPPING } from '../../server/directory/directory_documents';
import { openSearchRequest, OpenSearchRequestError } from '../opensearch';
import { adminConnection, connectionOf } from './support/connections';
import { routesAs, type PluginRoutes, type RouteSettings } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const open: PluginRoutes[] = [];
const as = (user: string, directoryIndex: string, more: Partial<RouteSettings> = {}) => {
  const routes = routesAs({ indexPattern: 'kubeaudit-kept-*', directoryIndex, user, ...more });
  open.push(routes);
  return routes;
};
afterAll(() => Promise.all(open.map((routes) => routes.close())));

const ENTRY = {
  kind: 'account' as const,
  value: 'alice',
  person: 'alice@example.com',
  shared: false,
};
const ADD = {
  action: 'add',
  entryId: 'e1',
  at: '2026-01-01T00:00:00.000Z',
  by: 'somebody',
  entry: ENTRY,
};

const admin = <Body>(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object) =>
  openSearchRequest<Body>({ ...adminConnection(), method, path, body });

/** Status by which OpenSearch answers a user who goes around the plugin. */
async function directly(user: string, method: string, path: string, body?: object) {
  const { url, authorization } = connectionOf(user);
  const { status } = await fetch(`${url}${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return status;
}

const firstDocument = async (index: string): Promise<string> => {
  const found = await admin<{ hits: { hits: Array<{ _id: string }> } }>('GET', `/${index}/_search`);
  return found.hits.hits[0]._id;
};

describe('the index', () => {
  const INDEX = 'audit-user-directory-kept';

  it('is made with the plugin’s mapping by the first change, and takes nothing else', async () => {
    expect(
      (await as('compliance', INDEX).changeDirectory({ action: 'add', entry: ENTRY })).status
    ).toBe(200);
    const mapping = await admin<Record<string, { mappings: object }>>('GET', `/${INDEX}/_mapping`);
    expect(mapping[INDEX].mappings).toEqual(DIRECTORY_MAPPING_AS_STRINGS);
    await expect(admin('POST', `/${INDEX}/_doc`, { ...ADD, colour: 'red' })).rejects.toBeInstanceOf(
      OpenSearchRequestError
    );
  });

  it('is not made by a reader, who is told why', async () => {
    const routes = as('auditor', 'audit-user-directory-never');
    expect((await routes.directory()).body.state).toBe('missing');
    const { status, body } = await routes.changeDirectory({ action: 'add', entry: ENTRY });
    expect([status, body]).toMatchObject([
      403,
      { message: expect.stringContaining('you may not make it') },
    ]);
    expect((await routes.directory()).body.state).toBe('missing');
  });

  it('an editor changes and deletes nothing in it, also not around the plugin', async () => {
    const id = await firstDocument(INDEX);
    expect([
      await directly('compliance', 'POST', `/${INDEX}/_update/${id}`, { doc: { by: 'x' } }),
      await directly('compliance', 'DELETE', `/${INDEX}/_doc/${id}`),
      await directly('compliance', 'DELETE', `/${INDEX}`),
      await directly('compliance', 'PUT', `/${INDEX}/_mapping`, { dynamic: true }),
      await directly('auditor', 'POST', `/${INDEX}/_doc`, ADD),
    ]).toEqual([403, 403, 403, 403, 403]);
    expect((await as('auditor', INDEX).directory()).body.completeness.complete).toBe(true);
  });

  it('a document that was written over, which OpenSearch cannot forbid, is told', async () => {
    const id = await firstDocument(INDEX);
    expect(await directly('compliance', 'PUT', `/${INDEX}/_doc/${id}?refresh=true`, ADD)).toBe(200);
    const { body } = await as('auditor', INDEX).directory();
    expect(body.completeness).toMatchObject({
      complete: false,
      reasons: [{ code: 'unparsed_lines', source: 'directory', count: 1 }],
    });
    expect(body.completeness.reasons[0].message).toContain('overwritten');
  });
});

/** OpenSearch answers `dynamic` as text and leaves nothing out. */
const DIRECTORY_MAPPING_AS_STRINGS = {
  dynamic: 'strict',
  properties: DIRECTORY_MAPPING.properties,
};

it('what others wrote there names nobody where it cannot be read', async () => {
  const index = 'audit-user-directory-hostile';
  await admin('PUT', `/${index}`, { mappings: DIRECTORY_MAPPING });
  await writeRecords(index, [
    ADD,
    { ...ADD, entryId: 'e2', entry: { kind: 'account', value: 'bob', person: ['bob', 'eve'] } },
    { action: 'end', entryId: 'not-there', at: ADD.at, by: 'x', validTo: ADD.at },
    { action: 'end', entryId: 'e1', at: '2026-01-02', by: 'x', validTo: '2026-02-01' },
    {},
  ]);
  const { status, body } = await as('auditor', index).directory();
  expect(status).toBe(200);
  expect(body.entries).toMatchObject([
    { value: 'alice', validTo: '2026-02-01T00:00:00Z', endedBy: 'x' },
    { value: 'bob', shared: true },
  ]);
  expect(body.entries[1]).not.toHaveProperty('person');
  expect(body.completeness.reasons.map(({ code, count }) => [code, count])).toEqual([
    ['unparsed_lines', 2],
    ['unparsed_lines', 1],
  ]);
});

it('an import of more than a page is read again in full, from several shards', async () => {
  const index = 'audit-user-directory-large';
  await admin('PUT', `/${index}`, {
    settings: { number_of_shards: 3 },
    mappings: DIRECTORY_MAPPING,
  });
  const editor = as('compliance', index);
  const lines = Array.from({ length: 12_345 }, (_, i) => `account,a${i},p${i}@example.com`);
  const { status, body } = await editor.changeDirectory({
    action: 'import',
    format: 'csv',
    text: ['kind,value,person', ...lines].join('\n'),
  });
  expect([status, body.written.length]).toEqual([200, 12_345]);
  const { body: read } = await as('auditor', index).directory();
  expect(new Set(read.entries.map(({ value }) => value)).size).toBe(12_345);
  expect(read.entries).toHaveLength(12_345);
  expect(read.history).toHaveLength(1_000);
  expect(read.completeness.complete).toBe(true);
});

it('keeps any value and any words as they are', async () => {
  const index = 'audit-user-directory-text';
  const entry = {
    ...ENTRY,
    value: '<b>&"\u0000\u001b[31m\u202e',
    person: 'Åsa Öberg 😀',
    note: '=1+1 "x";,'.repeat(150),
    source: 'x',
  };
  const editor = as('compliance', index);
  expect((await editor.changeDirectory({ action: 'add', entry })).status).toBe(200);
  expect((await editor.directory()).body.entries).toMatchObject([entry]);
});

it('half a character is an error of the request, and nothing is written', async () => {
  const index = 'audit-user-directory-half';
  const editor = as('compliance', index);
  const { status } = await editor.changeDirectory({
    action: 'add',
    entry: { ...ENTRY, value: 'a\ud800' },
  });
  expect(status).toBe(400);
  expect((await editor.directory()).body.entries).toEqual([]);
});

it('who may not read the directory sees sessions, and nobody’s name by it', async () => {
  const index = 'audit-user-directory-hidden';
  const fixture = (name: string) => readFileSync(join(__dirname, '../fixtures', name), 'utf8');
  const lines = fixture('authlog.ndjson').trim().split('\n');
  await writeRecords(
    'authlog-hidden-directory',
    lines.map((line) => JSON.parse(line) as object)
  );
  const settings = {
    authlogPattern: 'authlog-hidden-directory',
    now: new Date('2026-11-24T00:00:00Z'),
    // Also what the configuration says may be contradicted by what is hidden.
    directorySeed: [{ ...ENTRY, value: 'carol', person: 'carol@example.com' }],
  };
  const timeRange = { from: '2026-11-23T00:00:00Z', to: '2026-11-23T23:59:59Z' };
  await as('compliance', index, settings).changeDirectory({
    action: 'import',
    format: 'authorized_keys',
    text: fixture('authorized_keys'),
  });
  const seen = await as('auditor', index, settings).sshSessions({ timeRange });
  expect(seen.body.figures.identified).toBeGreaterThan(5);
  const { status, body } = await as('no-directory', index, settings).sshSessions({ timeRange });
  expect(status).toBe(200);
  expect(body.total).toEqual(seen.body.total);
  expect(body.figures).toMatchObject({ identified: 0, ambiguous: 0 });
  for (const { attribution, marks } of body.sessions) {
    expect(attribution.reasons.map(({ code }) => code)).toContain('directory_not_readable');
    expect(marks).not.toContain('unknown_key');
  }
  expect(body.completeness.reasons).toContainEqual(
    expect.objectContaining({ code: 'sources_forbidden', source: 'directory' })
  );
});
