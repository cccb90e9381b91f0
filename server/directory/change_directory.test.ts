/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryRequest } from '../../common/api/directory';
import { changeDirectory, listDirectory, readDirectory } from './directory_service';
import { foundDocuments, scriptedSearch, type Reply } from './stored_directory.test_support';

const NOW = new Date('2026-03-01T00:00:00Z');
const ALICE = { kind: 'account' as const, value: 'alice', person: 'alice', shared: false };
const OPTIONS = {
  index: 'directory',
  groupAccounts: ['root'],
  seed: [{ ...ALICE, value: 'seeded', source: 'configuration' }],
};
const ADDED = {
  action: 'add',
  entryId: 'e1',
  at: '2026-01-01T00:00:00.000Z',
  by: 'ann',
  entry: { ...ALICE, validFrom: '2026-01-01T00:00:00Z' },
};
const ENDED = { ...ADDED, action: 'end', entry: undefined, validTo: '2026-02-01T00:00:00Z' };

function directoryOf(stored: Reply, who: Reply = { body: { user_name: 'ben' } }) {
  const { search, sent } = scriptedSearch(({ path }) => {
    if (path.endsWith('_msearch')) return stored;
    return path.endsWith('authinfo') ? who : { body: { items: [] } };
  });
  const change = (request: DirectoryRequest) => changeDirectory(request, search, OPTIONS, NOW);
  const written = () =>
    sent
      .filter(({ path }) => path.endsWith('_bulk'))
      .flatMap(({ bulkBody }) => (bulkBody ?? []).filter((_line, i) => i % 2 === 1));
  return { search, change, written };
}

const message = (reason: string) => ({
  code: 'invalid_request',
  message: expect.stringContaining(reason),
});
const end = (id: string, validTo = '2026-02-15T00:00:00Z'): DirectoryRequest => ({
  action: 'end',
  id,
  validTo,
});

it('an entry is signed with the name by which OpenSearch knows the user, and the moment', async () => {
  const { change, written } = directoryOf(foundDocuments([]));
  const { written: answered } = await change({ action: 'add', entry: ALICE });
  expect(answered).toEqual([
    { ...ALICE, id: expect.any(String), recordedBy: 'ben', recordedAt: NOW.toISOString() },
  ]);
  expect(written()).toEqual([
    {
      action: 'add',
      entryId: answered[0].id,
      at: NOW.toISOString(),
      by: 'ben',
      entry: ALICE,
    },
  ]);
});

it('without the security plugin it says that nobody can be told', async () => {
  const { change } = directoryOf(foundDocuments([]), {
    status: 400,
    body: { error: { type: 'illegal_argument_exception' } },
  });
  const { written } = await change({ action: 'add', entry: ALICE });
  expect(written[0].recordedBy).toBe('unknown (OpenSearch runs without its security plugin)');
});

it('an entry can be ended again: the later end holds, the earlier stays in the history', async () => {
  const { search, change, written } = directoryOf(foundDocuments([ADDED, ENDED]));
  const { written: answered } = await change(end('e1'));
  expect(answered).toMatchObject([
    { id: 'e1', recordedBy: 'ann', validTo: '2026-02-15T00:00:00Z', endedBy: 'ben' },
  ]);
  expect(written()).toEqual([
    {
      action: 'end',
      entryId: 'e1',
      at: NOW.toISOString(),
      by: 'ben',
      validTo: '2026-02-15T00:00:00Z',
    },
  ]);
  expect((await listDirectory(search, OPTIONS)).history.map(({ action }) => action)).toEqual([
    'end',
    'add',
  ]);
});

it('an end lies after the beginning', async () => {
  const { change, written } = directoryOf(foundDocuments([ADDED]));
  await expect(change(end('e1', '2026-01-01T00:00:00Z'))).rejects.toMatchObject(
    message('validTo: must be after validFrom')
  );
  await expect(change(end('e1', '2026-02-30T00:00:00Z'))).rejects.toMatchObject(
    message('validTo: there is no such moment')
  );
  expect(written()).toEqual([]);
});

it('what the configuration holds is ended there', async () => {
  const { change } = directoryOf(foundDocuments([]));
  await expect(change(end('configuration-1'))).rejects.toMatchObject(
    message('auditUser.directory.seed')
  );
});

it('does not say that an entry is not there when not all was read', async () => {
  await expect(directoryOf(foundDocuments([])).change(end('e9'))).rejects.toMatchObject(
    message('no such entry')
  );
  const { change } = directoryOf(foundDocuments([ADDED], { timedOut: true }));
  await expect(change(end('e9'))).rejects.toMatchObject(message('that could be read'));
});

it('what is not read whole names nobody, also not by the configuration', async () => {
  for (const reply of [
    foundDocuments([ADDED], { timedOut: true }),
    { status: 403, body: {} } as Reply,
  ]) {
    const { directory, whole } = await readDirectory(directoryOf(reply).search, OPTIONS);
    expect(whole).toBe(false);
    expect(directory.lookup('account', 'seeded', NOW.getTime())).toEqual({
      result: 'not_readable',
    });
  }
  const whole = await readDirectory(directoryOf(foundDocuments([])).search, OPTIONS);
  expect(whole.directory.lookup('account', 'seeded', NOW.getTime()).result).toBe('person');
});

it('who may not read it may not change it', async () => {
  const { change, written } = directoryOf({ status: 403, body: {} });
  await expect(change({ action: 'add', entry: ALICE })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(written()).toEqual([]);
});

it('a look at what an import would do writes nothing', async () => {
  const { change, written } = directoryOf(foundDocuments([]));
  const request = {
    action: 'import' as const,
    format: 'csv' as const,
    text: 'kind,value,person\naccount,alice,bob\n',
    validFrom: '2026-01-15T00:00:00Z',
  };
  const looked = await change({ ...request, dryRun: true });
  expect(looked.written).toMatchObject([{ person: 'bob', validFrom: '2026-01-15T00:00:00Z' }]);
  expect(written()).toEqual([]);
  expect((await change(request)).written).toHaveLength(1);
  expect(written()).toHaveLength(1);
});

it('who may only read it is told that writing is what is not allowed', async () => {
  const { search } = scriptedSearch(({ path }) => {
    if (path.endsWith('_msearch')) return foundDocuments([]);
    return path.endsWith('authinfo')
      ? { body: { user_name: 'ben' } }
      : { status: 403, body: { error: { type: 'security_exception' } } };
  });
  await expect(
    changeDirectory({ action: 'add', entry: ALICE }, search, OPTIONS, NOW)
  ).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('not write to it'),
  });
});

describe('control characters', () => {
  it('are refused by field', async () => {
    const { change, written } = directoryOf(foundDocuments([]));
    await expect(
      change({ action: 'add', entry: { ...ALICE, person: 'alice\u202ebob' } })
    ).rejects.toMatchObject(message('entry.person: holds a control character (U+202E)'));
    expect(written()).toEqual([]);
  });

  it('are refused by line in an import, which files the others', async () => {
    const { change } = directoryOf(foundDocuments([]));
    const csv =
      'kind,value,person,note\naccount,a,ann,fine\naccount,b,b\u2066ob,\naccount,c,cat,x\u001by\n';
    const { written, skipped } = await change({ action: 'import', format: 'csv', text: csv });
    expect(written.map(({ value }) => value)).toEqual(['a']);
    const why = 'which can hide or turn around what is written there';
    expect(skipped).toEqual([
      { line: 3, reason: `person: holds a control character (U+2066), ${why}` },
      { line: 4, reason: `note: holds a control character (U+001B), ${why}` },
    ]);
  });

  it('are refused in the comment of a key', async () => {
    const { change } = directoryOf(foundDocuments([]));
    const text = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA${'A'.repeat(42)} alice\u202e@laptop`;
    const answer = await change({ action: 'import', format: 'authorized_keys', text });
    expect(answer.written).toEqual([]);
    expect(answer.skipped).toMatchObject([
      { line: 1, reason: expect.stringContaining('note: holds a control character (U+202E)') },
    ]);
  });

  it('in what was filed earlier do not keep it from being ended', async () => {
    const old = { ...ADDED, entry: { ...ADDED.entry, person: 'ali\u202ece' } };
    const { written } = await directoryOf(foundDocuments([old])).change(end('e1'));
    expect(written).toMatchObject([{ id: 'e1', endedBy: 'ben' }]);
  });
});

it('shows what an import would contradict', async () => {
  const { change } = directoryOf(foundDocuments([ADDED]));
  const text = 'kind,value,person\naccount,alice,bob\n';
  const { conflicts } = await change({ action: 'import', format: 'csv', text, dryRun: true });
  expect(conflicts).toMatchObject([{ value: 'alice', persons: ['alice', 'bob'] }]);
});

it.each<[string, DirectoryRequest]>([
  [
    'an import',
    {
      action: 'import',
      format: 'authorized_keys',
      text: 'ssh-ed25519 AAAA a@example.com\n-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2',
    },
  ],
  [
    'a CSV',
    {
      action: 'import',
      format: 'csv',
      text: 'kind,value\n"-----BEGIN RSA PRIVATE KEY-----",hunter2',
    },
  ],
  [
    'an entry',
    { action: 'add', entry: { ...ALICE, note: '-----BEGIN PRIVATE KEY-----\nhunter2' } },
  ],
])('refuses a private key in %s as a whole, and repeats nothing of it', async (_what, request) => {
  const { change, written } = directoryOf(foundDocuments([]));
  const refused = await change(request).catch((error: unknown) => error);
  expect(refused).toMatchObject(message('private key'));
  expect(JSON.stringify(refused) + String(refused)).not.toContain('hunter2');
  expect(written()).toEqual([]);
});

it('takes no more than is read again', async () => {
  const many = Array.from({ length: 9_999 }, (_, i) => ({ ...ADDED, entryId: `e${i}` }));
  const { change, written } = directoryOf(foundDocuments(many));
  const text = ['kind,value', ...Array.from({ length: 40_001 }, (_, i) => `account,a${i}`)];
  await expect(
    change({ action: 'import', format: 'csv', text: text.join('\n') })
  ).rejects.toMatchObject(message('50000 changes at most'));
  expect(written()).toEqual([]);
});
