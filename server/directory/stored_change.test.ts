/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { readStoredChange } from './stored_change';

const ADD = {
  action: 'add',
  entryId: 'e1',
  at: '2026-01-01T00:00:00.000Z',
  by: 'compliance',
  entry: { kind: 'ssh_key', value: 'SHA256:abc', person: 'alice', shared: false },
};
const END = { action: 'end', entryId: 'e1', at: ADD.at, by: 'x', validTo: '2026-02-01T00:00:00Z' };

it.each([[ADD], [END]])('reads what the plugin writes: %j', (document) => {
  expect(readStoredChange('id', document)).toEqual({ change: document, damaged: false });
});

it.each([
  ['2026-02-01', '2026-02-01T00:00:00Z'],
  ['2026-02-01T10:00', '2026-02-01T10:00Z'],
  ['2026-02-01T10:00:00.5', '2026-02-01T10:00:00.5Z'],
  [1_769_904_000_000, '2026-02-01T00:00:00.000Z'],
])('reads the instant %j as OpenSearch does', (validTo, expected) => {
  const { change } = readStoredChange('id', { ...END, validTo });
  expect(change?.validTo).toBe(expected);
  expect(Date.parse(expected)).not.toBeNaN();
});

it.each([
  ['no date', { ...ADD, at: 'x' }],
  ['a day that never was', { ...ADD, entry: { ...ADD.entry, validTo: '2026-02-30' } }],
  ['no shared', { ...ADD, entry: { kind: 'ssh_key', value: 'SHA256:abc', person: 'alice' } }],
  ['two persons', { ...ADD, entry: { ...ADD.entry, person: ['alice', 'bob'] } }],
  ['another action', { ...ADD, action: 'change' }],
  ['an id of the configuration', { ...ADD, entryId: 'configuration-1' }],
])('with %s it names nobody, and lets nobody be named', (_what, document) => {
  expect(readStoredChange('id', document)).toMatchObject({
    damaged: true,
    change: {
      action: 'add',
      entryId: 'damaged-id',
      entry: { kind: 'ssh_key', value: 'SHA256:abc', shared: true },
    },
  });
  expect(readStoredChange('id', document).change?.entry).not.toHaveProperty('person');
});

it.each([
  ['nothing', undefined],
  ['an end without its moment', { ...END, validTo: undefined }],
  ['several values', { ...ADD, entry: { ...ADD.entry, value: ['a', 'b'] } }],
  ['another kind', { ...ADD, entry: { ...ADD.entry, kind: 'password' } }],
])('%s is counted as damaged, and is about nothing', (_what, document) => {
  expect(readStoredChange('id', document)).toEqual({ damaged: true });
});

it('property: whatever is kept there, it is read or counted, never an exception', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (document, entry) => {
      readStoredChange('id', document);
      expect(readStoredChange('id', { ...ADD, action: entry, entry }).damaged).toBe(true);
    })
  );
});
