/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { FORMULA_START, fromFormulaSafe, toFormulaSafe } from './directory_columns';

it.each([
  ['=1+1', "'=1+1"],
  ['+46 8 123', "'+46 8 123"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\nx', "'\nx"],
  ['＝1', "'＝1"],
  ["'quoted", "''quoted"],
  ["'=1", "''=1"],
  ['alice', 'alice'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j is written as %j and read back', (value, written) => {
  expect(toFormulaSafe(value)).toBe(written);
  expect(fromFormulaSafe(written)).toBe(value);
});

it('an apostrophe that somebody else wrote stays', () => {
  expect(fromFormulaSafe("'s-Hertogenbosch")).toBe("'s-Hertogenbosch");
});

it('property: no cell begins as a formula, and each is read back as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', '\t') }),
      (value) => {
        expect(toFormulaSafe(value)).not.toMatch(FORMULA_START);
        expect(fromFormulaSafe(toFormulaSafe(value))).toBe(value);
      }
    )
  );
});
