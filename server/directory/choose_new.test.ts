/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntry, DirectoryEntryInput } from '../../common/api/directory';
import { chooseNew } from './choose_new';
import { filed } from './directory_entry.test_support';

const VALUE = 'SHA256:KRhY/EXEXw4wuX6jIZfKO+MXUtFmH5f4OvntUTB9ecg';
const KEY: DirectoryEntryInput = {
  kind: 'ssh_key',
  value: VALUE,
  person: 'alice@example.com',
  shared: false,
};

function choose(
  inputs: Array<Partial<DirectoryEntryInput>>,
  known: Array<Partial<DirectoryEntry>> = [],
  isImport = true
) {
  const entries = inputs.map((fields, i) => ({ line: i + 1, entry: { ...KEY, ...fields } }));
  const { added, skipped } = chooseNew(
    { entries, skipped: [] },
    known.map((fields) => filed({ ...KEY, ...fields })),
    (entry) => filed({ ...entry, person: entry.person }),
    isImport
  );
  return { added: added.length, skipped };
}

const ALREADY = { added: 0, skipped: [{ line: 1, reason: 'already in the directory' }] };

it('files what is new', () => {
  expect(choose([{}])).toEqual({ added: 1, skipped: [] });
  expect(choose([{ person: 'bob@example.com' }], [{}]).added).toBe(1);
  expect(choose([{ shared: true, person: undefined }], [{}]).added).toBe(1);
  expect(choose([{ validFrom: '2026-01-01T00:00:00Z' }], [{}]).added).toBe(1);
});

it('leaves out what the directory says already, however it is written', () => {
  expect(choose([{}], [{}])).toEqual(ALREADY);
  expect(choose([{ value: `${VALUE}=`, note: 'new' }], [{}])).toEqual(ALREADY);
  expect(choose([{ person: 'Alice@Example.com' }], [{}])).toEqual(ALREADY);
  expect(
    choose(
      [{ validFrom: '2026-01-01T01:00:00+01:00' }],
      [{ validFrom: '2026-01-01T00:00:00.000Z' }]
    )
  ).toEqual(ALREADY);
  const address = { kind: 'source_address' as const };
  expect(
    choose([{ ...address, value: '2001:DB8:0::1' }], [{ ...address, value: '2001:db8::1' }])
  ).toEqual(ALREADY);
});

it('leaves out what an import says twice', () => {
  expect(choose([{}, {}])).toEqual({
    added: 1,
    skipped: [{ line: 2, reason: 'already in the directory' }],
  });
});

it('names the line of what is not in order, and files the rest', () => {
  expect(choose([{ value: 'x' }, {}])).toMatchObject({ added: 1, skipped: [{ line: 1 }] });
});

const ENDED = { validTo: '2026-02-01T00:00:00Z', endedAt: '2026-02-01T00:00:00Z', endedBy: 'ann' };

it('an old file does not make a key valid again that was ended', () => {
  expect(choose([{}], [ENDED])).toEqual({
    added: 0,
    skipped: [
      {
        line: 1,
        reason:
          'was ended in the directory at 2026-02-01T00:00:00Z: add it by hand if it is valid again',
      },
    ],
  });
});

it('somebody who wants it can, and a file that begins later too', () => {
  expect(choose([{}], [ENDED], false).added).toBe(1);
  expect(choose([{ validFrom: '2026-02-01T00:00:00Z' }], [ENDED]).added).toBe(1);
  expect(choose([{ person: 'bob' }], [ENDED]).added).toBe(1);
});

it('ten thousand lines meet ten thousand entries, and are counted where they are too many to list', () => {
  const value = (i: number) => `SHA256:${String(i).padStart(43, '0')}`;
  const all = Array.from({ length: 10_000 }, (_, i) => ({ value: value(i) }));
  const { added, skipped } = choose(all, all);
  expect(added).toBe(0);
  expect(skipped).toHaveLength(1_001);
  expect(skipped[1_000]).toEqual({
    line: 1_001,
    reason: 'this line and 8999 after it were left out too, for reasons such as these',
  });
});
