/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { appendDocuments, readDocuments } from './directory_store';
import { foundDocuments, scriptedSearch, type Reply } from './stored_directory.test_support';

const ADD = {
  action: 'add' as const,
  entryId: 'e1',
  at: '2026-01-01T00:00:00.000Z',
  by: 'compliance',
  entry: { kind: 'account' as const, value: 'alice', person: 'alice@example.com', shared: false },
};

const read = (reply: Reply, max?: number) =>
  readDocuments(scriptedSearch(() => reply).search, 'directory', max);
const codes = ({ reasons }: Awaited<ReturnType<typeof read>>) => reasons.map(({ code }) => code);
const refusal = { error: { type: 'security_exception', reason: 'no permissions' } };
const item = (status: number, body: object): Reply => ({
  body: { responses: [{ status, ...body }] },
});

it('reads what is there', async () => {
  expect(await read(foundDocuments([ADD]))).toEqual({
    documents: [ADD],
    state: 'readable',
    whole: true,
    reasons: [],
  });
});

it('an index without documents is readable, and one that is not there is missing', async () => {
  expect(await read(foundDocuments([]))).toMatchObject({ state: 'readable', whole: true });
  expect(await read(foundDocuments([], { shards: 0 }))).toMatchObject({
    state: 'missing',
    whole: true,
  });
});

it.each([
  ['an index', item(403, refusal)],
  ['searching at all', { status: 403, body: refusal }],
])('without the right to %s it is forbidden, and not whole', async (_what, reply) => {
  const stored = await read(reply);
  expect(stored).toMatchObject({ documents: [], state: 'forbidden', whole: false });
  expect(codes(stored)).toEqual(['sources_forbidden']);
});

it('a session that has ended is not a matter of rights', async () => {
  await expect(read({ status: 401 })).rejects.toMatchObject({
    code: 'forbidden',
    details: { authentication: true },
  });
});

it('is not whole when time ran out or a shard failed, and says so', async () => {
  const late = await read(foundDocuments([ADD], { timedOut: true }));
  expect([late.whole, codes(late)]).toEqual([false, ['timed_out']]);
  const partial = await read(foundDocuments([ADD], { shards: 2, failed: 1 }));
  expect([partial.whole, codes(partial)]).toEqual([false, ['shard_failures']]);
});

it('is not empty when no shard answers', async () => {
  await expect(read(foundDocuments([], { shards: 1, failed: 1 }))).rejects.toMatchObject({
    code: 'upstream_error',
  });
});

it('is not whole at its limit, and says so', async () => {
  const documents = [1, 2, 3].map((n) => ({ ...ADD, entryId: `e${n}` }));
  const stored = await read(foundDocuments(documents), 2);
  expect([stored.documents.length, stored.whole, codes(stored)]).toEqual([
    2,
    false,
    ['scan_limit_reached'],
  ]);
});

it('counts what it cannot read, and stays whole: it names nobody by it', async () => {
  const stored = await read(foundDocuments([ADD, { ...ADD, by: undefined }, {}]));
  expect([stored.documents.length, stored.whole]).toEqual([2, true]);
  expect(stored.reasons).toMatchObject([{ code: 'unparsed_lines', source: 'directory', count: 2 }]);
});

it('asks page after page', async () => {
  const page = Array.from({ length: 10_000 }, (_, i) => ({ ...ADD, entryId: `e${i}` }));
  const { search, sent } = scriptedSearch(() =>
    foundDocuments(sent.length === 1 ? page : [{ ...ADD, entryId: 'last' }])
  );
  expect((await readDocuments(search, 'directory')).documents).toHaveLength(10_001);
  expect(sent.map(({ bulkBody }) => bulkBody?.[1].search_after)).toEqual([undefined, [9_999]]);
});

describe('writing', () => {
  const written: Reply = { body: { errors: false, items: [{ create: { status: 201 } }] } };

  it('only ever creates documents', async () => {
    const { search, sent } = scriptedSearch(() => written);
    await appendDocuments(search, 'directory', [ADD], true);
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/directory/_bulk',
        querystring: { refresh: 'wait_for' },
        bulkBody: [{ create: {} }, ADD],
      },
    ]);
  });

  it('makes the index first where there is none, unless somebody else just has', async () => {
    for (const made of [
      { body: {} },
      { status: 400, body: { error: { type: 'resource_already_exists_exception' } } },
    ] as Reply[]) {
      const { search, sent } = scriptedSearch(({ method }) => (method === 'PUT' ? made : written));
      await appendDocuments(search, 'directory', [ADD], false);
      expect(sent.map(({ method, path }) => [method, path])).toEqual([
        ['PUT', '/directory'],
        ['POST', '/directory/_bulk'],
      ]);
      expect(sent[0].body).toMatchObject({ mappings: { dynamic: 'strict' } });
    }
  });

  it('writes nothing where the index is missing and may not be made', async () => {
    const { search, sent } = scriptedSearch(() => ({ status: 403, body: refusal }));
    await expect(appendDocuments(search, 'directory', [ADD], false)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('you may not make it'),
    });
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Reply, number]>([
    ['as a whole', { status: 403, body: refusal }, 0],
    [
      'in part',
      {
        body: {
          errors: true,
          items: [{ create: { status: 201 } }, { create: { status: 403, ...refusal } }],
        },
      },
      1,
    ],
  ])(
    'refused %s says that writing is not allowed, and which right is missing',
    async (_how, reply, done) => {
      const { search } = scriptedSearch(() => reply);
      await expect(appendDocuments(search, 'directory', [ADD, ADD], true)).rejects.toMatchObject({
        code: 'forbidden',
        message: `You may read the directory (directory), but not write to it: ask for a role that may add documents there, with indices:data/write/bulk and indices:data/write/index (${done} of 2 were written)`,
      });
    }
  );

  it('by a session that has ended says so', async () => {
    const { search } = scriptedSearch(() => ({ status: 401, body: 'Unauthorized' }));
    await expect(appendDocuments(search, 'directory', [ADD], true)).rejects.toMatchObject({
      message: 'OpenSearch did not accept your session: log in again',
    });
  });

  it('says how many were written where some were refused', async () => {
    const { search } = scriptedSearch(() => ({
      body: {
        errors: true,
        items: [
          { create: { status: 201 } },
          { create: { status: 400, error: { type: 'mapper_parsing_exception' } } },
        ],
      },
    }));
    await expect(appendDocuments(search, 'directory', [ADD, ADD], true)).rejects.toMatchObject({
      message: expect.stringContaining('1 of 2 were written'),
      details: { written: 1 },
    });
  });
});
