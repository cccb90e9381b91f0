/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { DirectoryDocument } from './directory_documents';
import { foldDocuments } from './fold_documents';

const KEY = { kind: 'ssh_key' as const, value: 'SHA256:abc', shared: false };
const add = (entryId: string, at: string, person = 'alice'): DirectoryDocument => ({
  action: 'add',
  entryId,
  at: `2026-01-0${at}T00:00:00Z`,
  by: 'ann',
  entry: { ...KEY, person },
});
const end = (entryId: string, at: string, validTo: string, by = 'ben'): DirectoryDocument => ({
  action: 'end',
  entryId,
  at: `2026-01-0${at}T00:00:00Z`,
  by,
  validTo: `2026-01-0${validTo}T00:00:00Z`,
});

it('an entry is who added it, what it says, and who ended it', () => {
  expect(foldDocuments([add('e1', '1'), end('e1', '3', '2')]).entries).toEqual([
    {
      ...KEY,
      id: 'e1',
      person: 'alice',
      recordedBy: 'ann',
      recordedAt: '2026-01-01T00:00:00Z',
      validTo: '2026-01-02T00:00:00Z',
      endedBy: 'ben',
      endedAt: '2026-01-03T00:00:00Z',
    },
  ]);
});

it('of two ends the last recorded holds, and both are in the history, newest first', () => {
  const documents = [add('e1', '1'), end('e1', '4', '5', 'cho'), end('e1', '3', '2')];
  const { entries, history } = foldDocuments(documents);
  expect(entries).toMatchObject([{ validTo: '2026-01-05T00:00:00Z', endedBy: 'cho' }]);
  expect(history.map(({ action, by, entry }) => [action, by, entry.validTo])).toEqual([
    ['end', 'cho', '2026-01-05T00:00:00Z'],
    ['end', 'ben', '2026-01-02T00:00:00Z'],
    ['add', 'ann', undefined],
  ]);
});

it('an end that was recorded by a clock that is behind still ends its entry', () => {
  expect(foldDocuments([end('e1', '1', '5'), add('e1', '2')]).entries).toMatchObject([
    { validTo: '2026-01-05T00:00:00Z' },
  ]);
});

it('an end without its entry is counted', () => {
  expect(foldDocuments([end('e9', '1', '2')])).toEqual({
    entries: [],
    history: [],
    withoutEntry: 1,
  });
});

it('a change that was written twice is one', () => {
  const { entries, history } = foldDocuments([add('e1', '1'), add('e1', '1')]);
  expect([entries.length, history.length]).toEqual([1, 1]);
});

it('a forged entry under the id of another does not take its place', () => {
  const { entries } = foldDocuments([add('e1', '2'), add('e1', '1', 'mallory')]);
  expect(entries.map(({ id, person }) => [id, person])).toEqual([
    ['e1', 'mallory'],
    ['e1 (2)', 'alice'],
  ]);
});

it('property: the order in which documents are read does not matter', () => {
  const documents = [
    add('e1', '1'),
    add('e2', '2', 'bob'),
    end('e1', '3', '4'),
    end('e1', '4', '5'),
    end('e2', '5', '6'),
  ];
  const expected = foldDocuments(documents);
  const byId = (entries: (typeof expected)['entries']) =>
    [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  fc.assert(
    fc.property(fc.shuffledSubarray(documents, { minLength: 5, maxLength: 5 }), (shuffled) => {
      const folded = foldDocuments(shuffled);
      expect(byId(folded.entries)).toEqual(byId(expected.entries));
      expect(folded.history).toEqual(expected.history);
    })
  );
});
