/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { parse } from 'papaparse';
import { toCsvCell, toCsvLine } from './csv_cell';

describe('cells of a CSV', () => {
  it.each([
    ['alice@example.com', 'alice@example.com'],
    ['kubectl/v1.33.3 (linux/amd64) kubernetes/80779bd', null],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    [' a', '" a"'],
    ['a ', '"a "'],
    ['=1+1', "'=1+1"],
    ['-5', "'-5"],
    ["'a", "''a"],
    ['@a', "'@a"],
    ['\uff1da', "'\uff1da"],
    ['a\n', '"a\n"'],
  ])('%j', (value, cell) => expect(toCsvCell(value)).toBe(cell ?? value));

  it('come back from a reader of CSV, and none is a formula', () => {
    const text = fc.stringOf(
      fc.oneof(fc.constantFrom(...` a,;"'=+-@\t\r\n(/:.%#\uff1d\u00a0\u2028`), fc.fullUnicode())
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (values) => {
        const [cells] = parse<string[]>(toCsvLine(values).slice(0, -2)).data;
        expect(cells.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell))).toEqual(values);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n\uff1d]/);
      })
    );
  });
});
