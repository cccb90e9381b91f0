/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { maskJson, maskJsonText, maskUnreadJson } from './mask_json';
import { MASK } from '../../secrets/mask_secrets';

const CASES: ReadonlyArray<[what: string, json: unknown, masked: unknown]> = [
  [
    'data of a Secret, names kept',
    { kind: 'Secret', metadata: { name: 'db' }, data: { user: 'Ym9i', 'tls.key': 'eA==' } },
    { kind: 'Secret', metadata: { name: 'db' }, data: { user: MASK, 'tls.key': MASK } },
  ],
  [
    'stringData of a Secret',
    { kind: 'Secret', stringData: { a: 'b' } },
    { kind: 'Secret', stringData: { a: MASK } },
  ],
  [
    'items of a list of Secrets, which do not repeat their kind',
    { kind: 'SecretList', items: [{ type: 'Opaque', data: { a: 'b' } }] },
    { kind: 'SecretList', items: [{ type: 'Opaque', data: { a: MASK } }] },
  ],
  [
    'environment of a container',
    {
      env: [
        { name: 'DB_PASSWORD', value: 'x' },
        { name: 'MODE', value: 'x' },
      ],
    },
    {
      env: [
        { name: 'DB_PASSWORD', value: MASK },
        { name: 'MODE', value: 'x' },
      ],
    },
  ],
  [
    'a reference to a secret stays',
    {
      env: [
        { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db-token', key: 'password' } } },
      ],
    },
    {
      env: [
        { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db-token', key: 'password' } } },
      ],
    },
  ],
  [
    'command lines',
    { command: ['mysql', '-pS3cr3t'], args: ['--token', 'x', '--port', '1'] },
    { command: ['mysql', `-p${MASK}`], args: ['--token', MASK, '--port', '1'] },
  ],
  ['numbers of telling names', { pin: 1, password: 12345 }, { pin: 1, password: MASK }],
  [
    'token of a TokenRequest',
    { kind: 'TokenRequest', status: { token: 'x' } },
    { kind: 'TokenRequest', status: { token: MASK } },
  ],
  [
    'user of a kubeconfig',
    { users: [{ name: 'a', user: { 'client-key-data': 'S3', token: 'x', password: 'y' } }] },
    { users: [{ name: 'a', user: { 'client-key-data': 'S3', token: MASK, password: MASK } }] },
  ],
  [
    'values of a JSON patch',
    [
      { op: 'replace', path: '/spec/password', value: 'x' },
      { op: 'add', path: '/spec/replicas', value: '3' },
    ],
    [
      { op: 'replace', path: '/spec/password', value: MASK },
      { op: 'add', path: '/spec/replicas', value: '3' },
    ],
  ],
  [
    'what is no secret',
    {
      automountServiceAccountToken: false,
      secretName: 'db',
      token: '',
      imagePullSecrets: [{ name: 'reg-token' }],
    },
    {
      automountServiceAccountToken: false,
      secretName: 'db',
      token: '',
      imagePullSecrets: [{ name: 'reg-token' }],
    },
  ],
  ['values that are no objects', null, null],
  ['a lone number', 5, 5],
];

describe('masking JSON', () => {
  it.each(CASES)('masks %s', (_what, json, masked) => {
    expect(maskJson(json)).toEqual(masked);
  });

  it('looks into JSON that is kept as text, such as the last applied configuration', () => {
    const applied = JSON.stringify({ kind: 'Secret', data: { user: 'Ym9i' } });
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': applied };
    const masked = maskJson({ metadata: { annotations } }) as {
      metadata: { annotations: Record<string, string> };
    };
    const [text] = Object.values(masked.metadata.annotations);
    expect(JSON.parse(text)).toEqual({ kind: 'Secret', data: { user: MASK } });
  });

  it('masks the data of a patch of a Secret, which does not say that it is one', () => {
    expect(maskJson({ data: { a: 'b' } }, { ofSecret: true })).toEqual({ data: { a: MASK } });
    expect(maskJson([{ op: 'add', path: '/data/a', value: 'b' }], { ofSecret: true })).toEqual([
      { op: 'add', path: '/data/a', value: MASK },
    ]);
    expect(maskJson({ data: { a: 'b' } })).toEqual({ data: { a: 'b' } });
  });

  it('hides what lies deeper than anybody writes', () => {
    let deep: unknown = { password: 'S3cr3t', note: 'S3cr3t' };
    for (let i = 0; i < 100; i += 1) deep = { a: deep };
    const masked = JSON.stringify(maskJson(deep));
    expect(masked).toContain(MASK);
    expect(masked).not.toContain('S3cr3t');
  });

  it('keeps names that are properties of every object', () => {
    const hostile = JSON.parse('{"__proto__":{"password":"x"},"constructor":"y"}') as object;
    const masked = maskJson(hostile);
    expect(JSON.stringify(masked)).toBe(`{"__proto__":{"password":"${MASK}"},"constructor":"y"}`);
    expect(Object.prototype).not.toHaveProperty('password');
  });

  it('gives a text back to the letter where nothing is masked', () => {
    const text = '{ "a" : 1.0,\n "b": [ ] }';
    expect(maskJsonText(text)).toBe(text);
    expect(maskJsonText('no json')).toBeUndefined();
    expect(maskJsonText('{cut')).toBeUndefined();
    expect(maskJsonText('12')).toBeUndefined();
  });

  it('masks the data of a Secret whose text was cut', () => {
    const cut = '{"kind":"Secret","data":{"user":"Ym9i","tls.crt":"LS0t';
    expect(maskUnreadJson(cut)).toBe(`{"kind":"Secret","data":{"${MASK}"`);
    const patch = '{"data":{"user":"Ym9i"},"meta';
    expect(maskUnreadJson(patch, { ofSecret: true })).toBe(`{"data":{"${MASK}"},"meta`);
    expect(maskUnreadJson(patch)).toBe(patch);
  });

  it('keeps the shape of any JSON, never throws, and masks once', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = maskJson(value);
        expect(maskJson(once)).toEqual(once);
        const text = JSON.stringify(value);
        expect(typeof (maskJsonText(text) ?? maskUnreadJson(text))).toBe('string');
      }),
      { numRuns: 500 }
    );
  });
});
