/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toDirectoryCsv } from './to_directory_csv';

const HEADER = 'person,kind,value,shared,validFrom,validTo,note,source\r\n';

it('writes a header and one line an entry, without what others say about it', () => {
  const entry = {
    id: 'e1',
    kind: 'ssh_key' as const,
    value: 'SHA256:a',
    person: 'alice@example.com',
    shared: false,
    validFrom: '2026-01-01T00:00:00Z',
    recordedBy: 'compliance',
    recordedAt: '2026-01-02T00:00:00Z',
  };
  expect(toDirectoryCsv([entry])).toBe(
    `${HEADER}alice@example.com,ssh_key,SHA256:a,false,2026-01-01T00:00:00Z,,,\r\n`
  );
  expect(toDirectoryCsv([])).toBe(HEADER);
});

it('writes no formula', () => {
  const csv = toDirectoryCsv([
    { kind: 'account', value: '=HYPERLINK("http://x")', person: '+1', shared: false, note: '@x' },
  ]);
  expect(csv).toBe(`${HEADER}'+1,account,"'=HYPERLINK(""http://x"")",false,,,'@x,\r\n`);
});

it('keeps separators, quotes and line breaks within their cell', () => {
  const csv = toDirectoryCsv([
    { kind: 'account', value: 'a,b', shared: true, note: 'one\ntwo', source: 'x;y' },
  ]);
  expect(csv).toBe(`${HEADER},account,"a,b",true,,,"one\ntwo","x;y"\r\n`);
});
