/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { toRisonString } from './rison';

/** Reads a rison string back as Discover does: the URL is decoded first, `!` escapes one character. */
function readRisonString(encoded: string): string {
  const text = decodeURIComponent(encoded);
  const body = /^'((?:[^'!]|![!'])*)'$/.exec(text);
  if (!body) throw new Error(`not one rison string: ${text}`);
  return body[1].replace(/!([!'])/g, '$1');
}

describe('a rison string in a URL', () => {
  it('stands in single quotes', () => {
    expect(toRisonString('now')).toBe("'now'");
  });

  it('escapes quotes and exclamation marks by rison', () => {
    expect(toRisonString("it's!")).toBe("'it!'s!!'");
  });

  it('keeps what means something in a URL inside the value', () => {
    expect(toRisonString('a#b&c=d%e+f g')).toBe("'a%23b%26c%3Dd%25e%2Bf%20g'");
  });

  it('writes a lone surrogate, which no URL can hold, as a replacement character', () => {
    expect(toRisonString('a\ud800b')).toBe("'a%EF%BF%BDb'");
  });

  it('leaves a proper surrogate pair alone', () => {
    expect(readRisonString(toRisonString('👤'))).toBe('👤');
  });

  it('reads back as it was, whatever the text', () => {
    fc.assert(
      fc.property(fc.fullUnicodeString(), (text) => {
        expect(readRisonString(toRisonString(text))).toBe(text);
      })
    );
  });

  it('never throws and never ends early on broken text', () => {
    fc.assert(
      fc.property(fc.string16bits(), (text) => {
        expect(readRisonString(toRisonString(text))).toHaveLength(text.length);
      })
    );
  });

  it('holds no character that ends a query parameter or a hash', () => {
    fc.assert(
      fc.property(fc.string16bits(), (text) => {
        expect(toRisonString(text)).not.toMatch(/[#&+\s"<>]/);
      })
    );
  });
});
