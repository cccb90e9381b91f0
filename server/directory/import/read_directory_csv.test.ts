/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { DIRECTORY_KINDS, type DirectoryEntryInput } from '../../../common/api/directory';
import { toDirectoryCsv } from '../../../common/directory/to_directory_csv';
import { readDirectoryCsv } from './read_directory_csv';

it('reads columns in any order', () => {
  const text = 'value,kind,person,shared\nSHA256:a,ssh_key,alice@example.com,no\n';
  expect(readDirectoryCsv(text)).toEqual({
    skipped: [],
    entries: [
      {
        line: 2,
        entry: { kind: 'ssh_key', value: 'SHA256:a', person: 'alice@example.com', shared: false },
      },
    ],
  });
});

it.each([
  ['person\nalice\n', 1, 'the header lacks kind and value'],
  ['kind,value,colour\nssh_key,x,red\n', 1, 'the header holds unknown columns: colour'],
  ['kind,value\nssh_key\n', 2, 'has 1 cells, the header 2'],
  ['kind,value,shared\nssh_key,x,maybe\n', 2, 'shared: must be true or false'],
  ['kind,value,validFrom\nssh_key,x,yesterday\n', 2, 'validFrom: Invalid datetime'],
])('leaves out what it does not understand: %j', (text, line, reason) => {
  expect(readDirectoryCsv(text)).toEqual({ entries: [], skipped: [{ line, reason }] });
});

it('writes no formula', () => {
  const csv = toDirectoryCsv([
    { kind: 'account', value: '=HYPERLINK("http://x")', person: '+1', shared: false, note: '@x' },
  ]);
  expect(csv.split('\r\n')[1]).toBe(`'+1,account,"'=HYPERLINK(""http://x"")",false,,,'@x,`);
});

it('reads back exactly what was written', () => {
  const text = fc
    .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const hostile = fc.constantFrom('=1+1', "'quoted", "''", '"', 'a,b', 'a\nb', '\u202e', '-', '@');
  const entries: fc.Arbitrary<DirectoryEntryInput[]> = fc.array(
    fc.record(
      {
        kind: fc.constantFrom(...DIRECTORY_KINDS),
        value: fc.oneof(text, hostile),
        shared: fc.boolean(),
        person: fc.oneof(text, hostile),
        note: fc.oneof(text, hostile),
        validFrom: fc.constant('2026-01-01T00:00:00.000Z'),
      },
      { requiredKeys: ['kind', 'value', 'shared'] }
    ),
    { maxLength: 10 }
  );
  fc.assert(
    fc.property(entries, (all) => {
      const { entries: read, skipped } = readDirectoryCsv(toDirectoryCsv(all));
      expect(skipped).toEqual([]);
      expect(read.map(({ entry }) => entry)).toEqual(all);
    })
  );
});
