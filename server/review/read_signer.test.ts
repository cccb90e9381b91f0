/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { scriptedSearch, type Reply } from '../directory/stored_directory.test_support';
import { readSigner } from './read_signer';

const signer = (reply: Reply) => readSigner(scriptedSearch(() => reply).search);

it('is whom the security plugin of OpenSearch names', async () => {
  expect(await signer({ body: { user_name: 'ann' } })).toEqual({
    name: 'ann',
    authenticated: true,
  });
});

it('is unknown without the plugin, and said to be so', async () => {
  const body = { error: 'no handler found for uri [/_plugins/_security/authinfo]' };
  expect(await signer({ status: 400, body })).toEqual({
    name: 'unknown (OpenSearch runs without its security plugin)',
    authenticated: false,
  });
});

it.each([
  ['a failure of OpenSearch', { status: 500 }],
  ['too much to do', { status: 429 }],
  ['no session', { status: 401 }],
  ['a plugin that names nobody', { body: { user_name: '' } }],
] as Array<[string, Reply]>)('%s is not taken for a missing plugin', async (_name, reply) => {
  await expect(signer(reply)).rejects.toMatchObject({ name: 'AuditError' });
});
