/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { filed } from '../directory/directory_entry.test_support';
import { Directory } from '../directory/directory_lookup';
import type { DirectoryPicture } from '../directory/directory_service';
import { scriptedSearch } from '../directory/stored_directory.test_support';
import { KUBE_TEST_OPTIONS } from '../review/kube_options.test_support';
import { directoryNames, isNameOf, kubeNames } from './person_names';

const NOW = new Date('2026-01-28T00:00:00Z');
const DAY = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-28T00:00:00Z'),
};

/** Kubernetes users that are found for any name. */
function usersOfLog(users: readonly string[]) {
  const buckets = users.map((user) => ({
    key: { user },
    doc_count: 1,
    first: { value: DAY.fromMs },
    last: { value: DAY.toMs },
    final: { doc_count: 1 },
  }));
  return scriptedSearch(({ path, bulkBody }) => ({
    body: path.endsWith('/_field_caps')
      ? { fields: {} }
      : {
          responses: Array.from({ length: (bulkBody ?? []).length / 2 }, () => ({
            timed_out: false,
            _shards: { total: 1, successful: 1, failed: 0 },
            hits: { total: { value: 0, relation: 'eq' }, hits: [] },
            aggregations: { users: { buckets } },
          })),
        },
  })).search;
}

const found = (names: readonly string[], users: readonly string[]) =>
  kubeNames(names, undefined, DAY, usersOfLog(users), KUBE_TEST_OPTIONS, NOW);
const cuts = ({ reasons }: Awaited<ReturnType<typeof kubeNames>>) =>
  reasons.filter(({ code }) => code === 'scan_limit_reached').map(({ message }) => message);

describe('a user of Kubernetes', () => {
  it.each([
    ['alice@example.com', 'alice@example.com'],
    ['ALICE@example.com', 'alice@Example.com'],
    ['oidc:alice@example.com', 'alice@example.com'],
    ['https://issuer.example.com#alice@example.com', 'alice@example.com'],
    ['carol', 'carol'],
  ])('%s is the person %s', (user, name) => expect(isNameOf(user, name)).toBe(true));

  it.each([
    ['malice@example.com', 'alice@example.com'],
    ['alice@example.com.evil.example', 'alice@example.com'],
    // Without an at sign the end of a name proves nothing: a service account is called so too.
    ['system:serviceaccount:prod:carol', 'carol'],
    ['oidc:carol', 'carol'],
  ])('%s is not the person %s', (user, name) => expect(isNameOf(user, name)).toBe(false));
});

it('names of a person are those of the directory, without shared accounts', () => {
  const directory = new Directory([
    filed({ kind: 'account', value: 'al', person: 'alice' }),
    filed({ kind: 'account', value: 'ubuntu', shared: true }),
    filed({ kind: 'ssh_key', value: 'SHA256:a', person: 'alice' }),
    filed({ kind: 'account', value: 'bob', person: 'bob' }),
  ]);
  expect(directoryNames('alice', { directory } as unknown as DirectoryPicture)).toEqual([
    'alice',
    'al',
  ]);
});

describe('users of Kubernetes that are a person', () => {
  it('are those of the log by any of the names, and no group account', async () => {
    const answer = await found(
      ['alice@example.com', 'kubernetes-admin'],
      ['oidc:alice@example.com', 'Alice@example.com', 'kubernetes-admin', 'bob@example.com']
    );
    expect(answer.names).toEqual(['Alice@example.com', 'oidc:alice@example.com']);
    expect(cuts(answer)).toEqual([]);
  });

  it('are said to be more than are asked for', async () => {
    const users = Array.from({ length: 53 }, (_, i) => `idp${i}:alice@example.com`);
    const answer = await found(['alice@example.com'], users);
    expect(answer.names).toHaveLength(50);
    expect(cuts(answer)).toEqual([
      'Kubernetes users of this person: only 50 of 53 were asked for. Requests under the others are not in this answer.',
    ]);
  });

  it('are said not to be looked for under all accounts of the directory', async () => {
    const accounts = Array.from({ length: 51 }, (_, i) => `account-${i}`);
    expect(cuts(await found(accounts, []))).toEqual([
      'Accounts of this person in the directory: only 50 of 51 were looked for in Kubernetes. Requests under the others are not in this answer.',
    ]);
  });
});
