/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { toLoggedBody } from '../kube_audit/record/logged_body';
import { maskJsonText, maskUnreadJson } from '../kube_audit/record/mask_json';
import { maskArguments, maskText } from './mask_secrets';
import { maskRequestUri } from '../kube_audit/record/streaming_request';

const MEGABYTE = 1024 * 1024;
const textOf = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Generous: these take tens of milliseconds; a pattern that backtracks takes minutes. */
const MAX_MS = 4000;

const SHAPES = [
  'mysql mysql ',
  'mysql -p',
  'eyJ-eyJ-',
  'eyJaaaaaaaa.eyJaaaaaaaa.',
  'a.a.a.a',
  'a-a-a-a',
  'password password ',
  'password',
  'password=',
  'password="',
  "password='",
  'password=\\"',
  'password: ',
  '"password":',
  '"password":"\\',
  ' --password ',
  'x=y=',
  'bearer ',
  'bearer a',
  'authorization: ',
  'authorization: bearer ',
  'cookie: ',
  'a://a:',
  'a://a:a@',
  'https://',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN ',
  'echo a:b ',
  'identified by ',
  'token]: Invalid value: ',
  'curl -u ',
  'curl -u a:',
  'htpasswd -b ',
  'vault login ',
  'login -p ',
  '"',
  "'",
  '\\',
  ':',
  '=',
  '%',
  '&',
  '?',
  ';',
  ' ',
  '\n',
  '\t-',
  '{',
  '[{"',
  '-',
  '_',
  'A',
  '\ud800',
  '\u0000',
  'ÅÄÖ ',
];

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

describe('masking hostile content', () => {
  it.each(SHAPES)('reads a megabyte of %j in linear time', (shape) => {
    expect(timed(() => maskText(textOf(shape, MEGABYTE)))).toBeLessThan(MAX_MS);
    const part = textOf(shape, MEGABYTE / 8);
    expect(timed(() => maskArguments(['mysql', part, `-p${part}`]))).toBeLessThan(MAX_MS);
    expect(timed(() => maskUnreadJson(`{"kind":"Secret","data":{${part}`))).toBeLessThan(MAX_MS);
  });

  it.each(['&', 'a=b&', '%', '%zz&', 'command=mysql&', 'command=-p&', 'token&', '==&'])(
    'reads a query of half a megabyte of %j in linear time',
    (piece) => {
      const uri = `/api/v1/x?${textOf(piece, MEGABYTE / 2)}`;
      expect(timed(() => maskRequestUri(uri))).toBeLessThan(MAX_MS);
    }
  );

  it('survives JSON that is nested deeper than it can be written', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(() => maskJsonText(deep)).not.toThrow();
    expect(() => toLoggedBody(deep, true)).not.toThrow();
    const shown = toLoggedBody(deep, false);
    expect(shown).toMatchObject({ length: 400_000, truncated: true });
  });

  const telling = fc.constantFrom(
    ...SHAPES,
    'mysql',
    '-p',
    '-u',
    'token',
    'a:b@',
    'kubectl --from-literal',
    '--from-literal=a=b',
    '••••••'
  );
  const hostile = fc
    .array(
      fc.oneof(telling, fc.fullUnicodeString({ maxLength: 8 }), fc.string16bits({ maxLength: 4 })),
      {
        maxLength: 14,
      }
    )
    .map((parts) => parts.join(''));

  it('masks a text the same whether once or twice, and never throws', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = maskText(text);
        expect(maskText(once)).toBe(once);
      }),
      { numRuns: 3000 }
    );
  });

  it('masks arguments the same whether once or twice, and loses none', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 8 }), (args) => {
        const once = maskArguments(args);
        expect(once).toHaveLength(args.length);
        expect(maskArguments(once)).toEqual(once);
      }),
      { numRuns: 1500 }
    );
  });
});
