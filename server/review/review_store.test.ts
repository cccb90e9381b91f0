/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { scriptedSearch, type Reply } from '../directory/stored_directory.test_support';
import type { TransportParams } from '../host_types';
import { documentsOf, chainOf } from './review_record.test_support';
import { appendRecord, readChain } from './review_store';

const [RECORD] = chainOf(1);
const WRITTEN: Reply = { body: { errors: false, items: [{ create: { status: 201 } }] } };
const refused = (status: number, type: string, reason = '') => ({
  status,
  body: { error: { type, reason, root_cause: [{ type, reason }] }, status },
});
const item = (status: number, type: string): Reply => ({
  body: { errors: true, items: [{ create: { status, error: { type, reason: '' } } }] },
});

async function append(reply: (params: TransportParams) => Reply, exists = true) {
  const { search, sent } = scriptedSearch(reply);
  const error: unknown = await appendRecord(search, 'reviews', RECORD, exists).then(
    () => undefined,
    (thrown: unknown) => thrown
  );
  return { error, sent };
}

it('writes a record once, in its place', async () => {
  const { error, sent } = await append(() => WRITTEN);
  expect(error).toBeUndefined();
  expect(sent).toHaveLength(1);
  expect(sent[0].bulkBody).toEqual([{ create: { _id: '00000001' } }, RECORD]);
});

it('makes the index append-only, and without that where OpenSearch does not know it', async () => {
  const unknown = refused(
    400,
    'illegal_argument_exception',
    'unknown setting [index.append_only.enabled]'
  );
  const { error, sent } = await append(({ method, body }) => {
    if (method !== 'PUT') return WRITTEN;
    return JSON.stringify(body).includes('append_only') ? unknown : { body: {} };
  }, false);
  expect(error).toBeUndefined();
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /reviews',
    'PUT /reviews',
    'POST /reviews/_bulk',
  ]);
});

it.each([
  ['a place that is taken', item(409, 'version_conflict_engine_exception'), 'conflict', /id/],
  [
    'disks that are full',
    item(429, 'cluster_block_exception'),
    'upstream_unavailable',
    /takes no documents.*Nothing was signed/,
  ],
  [
    'an index that somebody made read-only',
    refused(403, 'cluster_block_exception'),
    'upstream_unavailable',
    /takes no documents/,
  ],
  ['no right', item(403, 'security_exception'), 'forbidden', /may not write/],
])('names %s', async (_name, reply, code, message) => {
  const { error } = await append(() => reply);
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) as unknown });
});

describe('reading the chain', () => {
  const answer = (more: object = {}): Reply => ({
    body: {
      responses: [
        {
          timed_out: false,
          _shards: { total: 1, successful: 1, failed: 0 },
          hits: {
            hits: documentsOf(chainOf(2)).map(({ id, version, source }, i) => ({
              _index: 'reviews',
              _id: id,
              _version: version,
              _source: source,
              sort: [i],
            })),
          },
          ...more,
        },
      ],
    },
  });
  const read = async (reply: Reply) => {
    const taken: Array<[number, boolean]> = [];
    const { search } = scriptedSearch(() => reply);
    const stored = await readChain(search, 'reviews', ({ sequence }, valid) => {
      taken.push([sequence, valid]);
    });
    return { ...stored, taken };
  };

  it('gives each record with whether it holds', async () => {
    expect(await read(answer())).toMatchObject({
      chain: { state: 'readable', intact: true, headSequence: 2 },
      whole: true,
      taken: [
        [1, true],
        [2, true],
      ],
    });
  });

  it('a chain of which a part did not answer is not intact', async () => {
    expect(await read(answer({ timed_out: true }))).toMatchObject({
      chain: { intact: false },
      whole: false,
      reasons: [{ code: 'timed_out', source: 'reviews' }],
    });
  });

  it('forbidden is neither missing nor empty', async () => {
    const item403 = { status: 403, error: { type: 'security_exception', reason: 'no' } };
    expect(await read({ body: { responses: [item403] } })).toMatchObject({
      chain: { state: 'forbidden', intact: false },
      whole: false,
      reasons: [{ code: 'sources_forbidden', source: 'reviews' }],
    });
  });

  it('a failure is a failure', async () => {
    await expect(read({ status: 503 })).rejects.toMatchObject({ code: 'upstream_unavailable' });
  });
});
