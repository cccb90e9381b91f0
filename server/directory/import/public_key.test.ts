/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash, generateKeyPairSync } from 'crypto';
import { toFingerprint } from './public_key';

const text = (value: string | Buffer): Buffer => {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};
const wire = (...parts: Array<string | Buffer>) => Buffer.concat(parts.map(text));
const fingerprint = (type: string, blob: Buffer) => toFingerprint(type, blob.toString('base64'));
const sha256 = (blob: Buffer) =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;

const ED25519 = Buffer.alloc(32, 7);
const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
  format: 'jwk',
});
const POINT = Buffer.concat([
  Buffer.from([4]),
  Buffer.from(x ?? '', 'base64url'),
  Buffer.from(y ?? '', 'base64url'),
]);
const SK = 'sk-ssh-ed25519@openssh.com';
const SK_ECDSA = 'sk-ecdsa-sha2-nistp256@openssh.com';

it.each<[string, Buffer]>([
  ['ssh-ed25519', wire('ssh-ed25519', ED25519)],
  ['ecdsa-sha2-nistp256', wire('ecdsa-sha2-nistp256', 'nistp256', POINT)],
  [SK, wire(SK, ED25519, 'ssh:')],
  [SK_ECDSA, wire(SK_ECDSA, 'nistp256', POINT, 'ssh:audit')],
])('of %s is the SHA-256 of the key on the wire', (type, blob) => {
  expect(fingerprint(type, blob)).toBe(sha256(blob));
});

it('does not depend on padding', () => {
  const base64 = wire('ssh-ed25519', ED25519).toString('base64');
  const unpadded = base64.replace(/=+$/, '');
  expect(toFingerprint('ssh-ed25519', unpadded)).toBe(toFingerprint('ssh-ed25519', base64));
});

it.each<[string, string, Buffer]>([
  ['another type', 'ssh-rsa', wire('ssh-ed25519', ED25519)],
  ['another type in hardware', SK, wire('ssh-ed25519', ED25519, 'ssh:')],
  ['bytes too many', 'ssh-ed25519', wire('ssh-ed25519', ED25519, 'more')],
  ['bytes too few', 'ssh-ed25519', wire('ssh-ed25519', ED25519.subarray(1))],
  ['a hardware key without its application', SK, wire(SK, ED25519)],
  ['a hardware key with more', SK, wire(SK, ED25519, 'ssh:', 'more')],
  ['a hardware key that is too short', SK, wire(SK, ED25519.subarray(1), 'ssh:')],
  ['a hardware key of another curve', SK_ECDSA, wire(SK_ECDSA, 'nistp384', POINT, 'ssh:')],
  ['a length beyond the end', SK, Buffer.from([0, 0, 1, 0, 65])],
  ['nothing', 'ssh-ed25519', Buffer.alloc(0)],
])('there is none of %s', (_what, type, blob) => {
  expect(fingerprint(type, blob)).toBeUndefined();
});

it.each(['', '====', 'not base64', 'AAAA-_', 'AAAA!!!!'])('nor of %j', (base64) => {
  expect(toFingerprint('ssh-ed25519', base64)).toBeUndefined();
});

it.each(['constructor', '__proto__', ''])('nor of the type %j', (type) => {
  expect(fingerprint(type, wire(type, ED25519, 'ssh:'))).toBeUndefined();
});
