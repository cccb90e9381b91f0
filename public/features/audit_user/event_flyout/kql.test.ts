/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { toKqlLiteral } from './kql';

/** Reads a literal by the grammar: a backslash escapes itself or a quote, a bare quote ends it. */
function readKqlLiteral(literal: string): string {
  const body = /^"((?:[^"\\]|\\["\\])*)"$/.exec(literal);
  if (!body) throw new Error(`not one literal: ${literal}`);
  return body[1].replace(/\\(["\\])/g, '$1');
}

describe('a literal of the Dashboards Query Language', () => {
  it('stands in double quotes', () => {
    expect(toKqlLiteral('5325e2ba')).toBe('"5325e2ba"');
  });

  it('escapes quotes, so that a value cannot add a condition', () => {
    expect(toKqlLiteral('x" or auditID:*')).toBe('"x\\" or auditID:*"');
  });

  it('escapes a backslash at the end, so that it cannot swallow the quote', () => {
    expect(toKqlLiteral('x\\')).toBe('"x\\\\"');
  });

  it('does not turn a backslash and a letter into white space', () => {
    expect(toKqlLiteral('C:\\temp')).toBe('"C:\\\\temp"');
  });

  it('reads back as it was, whatever the text', () => {
    fc.assert(
      fc.property(fc.string16bits(), (text) => {
        expect(readKqlLiteral(toKqlLiteral(text))).toBe(text);
      })
    );
  });
});
