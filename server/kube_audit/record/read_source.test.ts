/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { isObject, readInteger, readPath, readText, readTexts } from './read_source';

const PATH = 'annotations.authorization.k8s.io/decision';

describe('reading a field by its path', () => {
  it.each([
    [{ 'annotations.authorization.k8s.io/decision': 'allow' }],
    [{ annotations: { 'authorization.k8s.io/decision': 'allow' } }],
    [{ annotations: { authorization: { k8s: { 'io/decision': 'allow' } } } }],
    [{ 'annotations.authorization': { 'k8s.io/decision': 'allow' } }],
    [{ annotations: { other: 1 }, 'annotations.authorization.k8s': { 'io/decision': 'allow' } }],
  ])('finds it however the keys of %j are cut', (source) => {
    expect(readPath(source, PATH)).toBe('allow');
  });

  it('takes the longest key, and goes on where it leads nowhere', () => {
    expect(readPath({ 'a.b': 1, a: { b: 2 } }, 'a.b')).toBe(1);
    expect(readPath({ 'a.b': { x: 1 }, a: { 'b.c': 2 } }, 'a.b.c')).toBe(2);
    expect(readPath({ 'a.b': 'text', a: { b: { c: 3 } } }, 'a.b.c')).toBe(3);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [5],
    [[{ a: { b: 1 } }]],
    [{ a: null }],
    [{ a: [{ b: 1 }] }],
    [{ a: 'b' }],
    [{ b: 1 }],
  ])('finds nothing in %j', (source) => {
    expect(readPath(source, 'a.b')).toBeUndefined();
  });

  it.each([
    '__proto__',
    'constructor',
    'constructor.name',
    'toString',
    '__proto__.toString',
    'a.length',
  ])('takes no property of the language for the field %s', (path) => {
    expect(readPath({ a: 'text' }, path)).toBeUndefined();
    expect(readPath({}, path)).toBeUndefined();
  });

  it('reads keys of the log that are called like them', () => {
    const hostile = JSON.parse('{"__proto__":{"a":1},"constructor":{"name":"x"}}') as unknown;
    expect(readPath(hostile, '__proto__.a')).toBe(1);
    expect(readPath(hostile, 'constructor.name')).toBe('x');
    expect(readPath({}, 'a')).toBeUndefined();
  });

  it.each(['', '.', '..', 'a.', '.a', 'a..b'])('takes %j for a path', (path) => {
    expect(readPath({ a: { b: 1 } }, path)).toBeUndefined();
    expect(readPath({ [path]: 1 }, path)).toBe(1);
  });

  it('knows objects from everything else', () => {
    expect([{}, [], null, 'x', 1, undefined].map(isObject)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('reading a value', () => {
  it.each([
    ['x', 'x'],
    ['', ''],
    [5, '5'],
    [true, 'true'],
    [['a', 'b'], 'a'],
    [[7], '7'],
    [[], undefined],
    [[['a']], undefined],
    [{}, undefined],
    [null, undefined],
  ])('of %j as text gives %j', (value, text) => {
    expect(readText({ f: value }, 'f')).toBe(text);
  });

  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['a', ['a']],
    [['a', 5, null, {}], ['a']],
    [5, []],
    [null, []],
    [undefined, []],
  ])('of %j as texts gives %j', (value, texts) => {
    expect(readTexts({ f: value }, 'f')).toEqual(texts);
  });

  it.each([
    [200, 200],
    ['200', 200],
    [[403], 403],
    ['-1', -1],
    [0, 0],
    ['200.5', undefined],
    [200.5, undefined],
    ['0x10', undefined],
    ['1e3', undefined],
    [1e21, undefined],
    ['9999999999999999', undefined],
    [' 200', undefined],
    ['', undefined],
    [true, undefined],
    [{}, undefined],
    [null, undefined],
  ])('of %j as a whole number gives %j', (value, number) => {
    expect(readInteger({ f: value }, 'f')).toBe(number);
  });

  it('never throws, whatever the record', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (source, path) => {
        readPath(source, path);
        readText(source, path);
        expect(Array.isArray(readTexts(source, path))).toBe(true);
        readInteger(source, path);
      })
    );
  });
});
