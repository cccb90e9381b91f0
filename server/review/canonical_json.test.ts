/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { canonicalJson, hashOf } from './canonical_json';

it('writes keys in order, without blanks, numbers as ECMAScript does (RFC 8785)', () => {
  expect(canonicalJson({ b: [1, 'x', null, true], a: { d: 1e21, c: -0 } })).toBe(
    '{"a":{"c":0,"d":1e+21},"b":[1,"x",null,true]}'
  );
  expect(canonicalJson({ '\u20ac': 'Euro', '\r': 'CR', '1': 'One', '\u{1f600}': 'Smiley' })).toBe(
    '{"\\r":"CR","1":"One","€":"Euro","😀":"Smiley"}'
  );
});

it('leaves out what is undefined, as JSON that travels does', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

it('has the hash that sha256sum gives for the text', () => {
  // printf '{"a":1}' | sha256sum
  expect(hashOf({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
});

it('is JSON of the same value, and the same text whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const travelled = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
      const turned = Object.fromEntries(Object.entries(travelled).reverse());
      expect(JSON.parse(canonicalJson(travelled))).toEqual(travelled);
      expect(canonicalJson(turned)).toBe(canonicalJson(travelled));
    })
  );
});
