/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { DIRECTORY_KINDS, type DirectoryEntryInput } from '../../../common/api/directory';
import { toDirectoryCsv } from '../../../common/directory/to_directory_csv';
import { readDirectoryCsv } from './read_directory_csv';

const ALICE = { kind: 'ssh_key', value: 'SHA256:a', person: 'alice@example.com', shared: false };
const filed = (line: number, entry: object = ALICE) => ({ line, entry });

it('reads columns in any order and any case', () => {
  const text = 'value,KIND,Person,shared\nSHA256:a,ssh_key,alice@example.com,no\n';
  expect(readDirectoryCsv(text)).toEqual({ skipped: [], entries: [filed(2)] });
});

it.each([
  [
    'semicolons, as spreadsheets write in half of Europe',
    'kind;value;person\r\nssh_key;SHA256:a;alice@example.com\r\n',
  ],
  ['tabs', 'kind\tvalue\tperson\nssh_key\tSHA256:a\talice@example.com'],
  [
    'a byte order mark and blanks',
    '\ufeffkind, value , person\n ssh_key,SHA256:a ,alice@example.com\n',
  ],
  ['carriage returns alone', 'kind,value,person\rssh_key,SHA256:a,alice@example.com\r'],
  ['two ways of ending a line', 'kind,value,person\nssh_key,SHA256:a,"alice@example.com"\r\n'],
])('reads %s', (_what, text) => {
  expect(readDirectoryCsv(text)).toEqual({ skipped: [], entries: [filed(2)] });
});

it('names lines as an editor counts them', () => {
  const text = [
    '',
    'kind,value,note',
    'ssh_key,SHA256:a,"one\ntwo"',
    '',
    ',,',
    'ssh_key',
    'ssh_key,SHA256:b,x',
  ].join('\r\n');
  const { entries, skipped } = readDirectoryCsv(text);
  expect(entries.map(({ line, entry }) => [line, entry.note])).toEqual([
    [3, 'one\ntwo'],
    [8, 'x'],
  ]);
  expect(skipped).toEqual([{ line: 7, reason: 'has 1 cells, the header 3' }]);
});

const INSTANT = 'must be an instant with its zone, such as 2026-01-31T08:00:00Z';

it.each([
  ['', 1, 'the header lacks kind and value'],
  ['person\nalice\n', 1, 'the header lacks kind and value'],
  [
    'kind,value,colour\nssh_key,x,red\n',
    1,
    'the header holds columns (1) that are none of person, kind, value, shared, validFrom, validTo, note, source',
  ],
  ['kind,value,Kind\nssh_key,x,account\n', 1, 'the header holds a column twice'],
  ['kind,value\nssh_key\n', 2, 'has 1 cells, the header 2'],
  ['kind,value\nssh_key,a,b\n', 2, 'has 3 cells, the header 2'],
  ['kind,value,shared\nssh_key,x,maybe\n', 2, 'shared: must be true or false'],
  ['kind,value,validFrom\nssh_key,x,yesterday\n', 2, `validFrom: ${INSTANT}`],
  ['kind,value,validTo\nssh_key,x,2026-01-01T00:00:00\n', 2, `validTo: ${INSTANT}`],
  [
    'kind,value\npassword,hunter2\n',
    2,
    'kind: must be one of ssh_key, ssh_certificate_id, kube_credential, account, source_address',
  ],
  ['kind,value\nssh_key,\n', 2, 'value: Required'],
  [
    'kind,value\nssh_key,"x\nssh_key,y\nssh_key,z\n',
    2,
    'a quote that is not closed as it should be: lines 2 to 4 were left out',
  ],
])('leaves out what it does not understand: %j', (text, line, reason) => {
  expect(readDirectoryCsv(text)).toEqual({ entries: [], skipped: [{ line, reason }] });
});

it('repeats nothing of a text that was pasted by mistake', () => {
  const secret = 'hunter2';
  for (const text of [secret, `kind,value,${secret}`, `kind,value\n${secret},x`]) {
    expect(JSON.stringify(readDirectoryCsv(text))).not.toContain(secret);
  }
});

it('reads back exactly what was exported', () => {
  const text = fc
    .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const hostile = fc
    .string({
      unit: fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ';',
        '\t',
        '\r',
        '\n',
        'a',
        ' ',
        '＝'
      ),
      minLength: 1,
      maxLength: 8,
    })
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const field = fc.oneof(text, hostile);
  const entries: fc.Arbitrary<DirectoryEntryInput[]> = fc.array(
    fc.record(
      {
        kind: fc.constantFrom(...DIRECTORY_KINDS),
        value: field,
        shared: fc.boolean(),
        person: field,
        note: field,
        source: field,
        validFrom: fc.constant('2026-01-01T00:00:00.000Z'),
        validTo: fc.constant('2026-02-01T00:00:00+01:00'),
      },
      { requiredKeys: ['kind', 'value', 'shared'] }
    ),
    { maxLength: 10 }
  );
  fc.assert(
    fc.property(entries, fc.constantFrom('', '\ufeff'), (all, mark) => {
      const { entries: read, skipped } = readDirectoryCsv(mark + toDirectoryCsv(all));
      expect(skipped).toEqual([]);
      expect(read.map(({ entry }) => entry)).toEqual(all);
    })
  );
});

it('property: whatever is in the text, it is read or said to be left out', () => {
  const piece = fc.constantFrom('kind', 'value', 'ssh_key', ',', '"', '\n', '\r', ';', 'x', "'");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { entries, skipped } = readDirectoryCsv(`kind,value\n${pieces.join('')}`);
      const lines = [...entries, ...skipped].map(({ line }) => line);
      expect(new Set(lines).size).toBe(lines.length);
      expect(lines.every((line) => line >= 2)).toBe(true);
      if (pieces.some((one) => !['\n', '\r', ',', '"'].includes(one))) {
        expect(lines.length).toBeGreaterThan(0);
      }
    })
  );
});
