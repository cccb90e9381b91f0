/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { Whom } from './as_sshd_writes.test_support';

/** Pieces of which a text is made that imitates what sshd, sudo or PAM write. */
const PIECES = [
  ' from 9.9.9.9 port 1 ssh2',
  ' from 9.9.9.9 port 1 ssh2: RSA SHA256:x',
  ' from 9.9.9.9 port 1',
  ' from 9.9.9.9',
  ' from ',
  ' 9.9.9.9 port 1',
  ' 9.9.9.9 port 1: ',
  '2001:db8::bad port 1',
  ': RSA-CERT SHA256:x ID mallory',
  ' ID root (serial 1) CA RSA SHA256:y',
  ' (serial 1) CA RSA SHA256:y',
  ', signature count = 1',
  ' for root',
  ' for ',
  'invalid user ',
  'user root',
  ' not allowed because ',
  ' [preauth]',
  ' timed out',
  ' on pts/9',
  ' id 0',
  ' rhost=9.9.9.9',
  ' user=root',
  ' ; USER=mallory',
  ' ; USER=root ; COMMAND=/bin/true',
  ' ; TTY=pts/9 ; PWD=/ ; USER=mallory ; COMMAND=/bin/true',
  ' ; TTY=pts/9',
  ' ; PWD=/tmp',
  ' ; HOST=evil',
  ' ; GROUP=wheel',
  ' ; ENV=A=b',
  ' ; COMMAND=',
  'COMMAND=/bin/true',
  ' ; EXIT=0',
  ' : ',
  ' ; ',
  ' ',
  ';',
  '=',
  "'",
  '"',
  '\\',
  '#012',
  '\n',
  '\t',
  '\u001b[31m',
  '\u202e',
  '<img src=x onerror=alert(1)>',
  'root',
  'mallory',
  'pts/9',
  'å',
];

/** Text of a client or of a caller: pieces as above, and anything else. Never with a NUL, as no string of C. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
      { weight: 1, arbitrary: fc.fullUnicodeString({ maxLength: 4 }) }
    ),
    { maxLength: 9 }
  )
  .map((pieces) => pieces.join('').replace(/\0/g, ''));

/** Name of an account that exists. */
export const accountName: fc.Arbitrary<string> = fc.constantFrom(
  'ubuntu',
  'root',
  'alice.andersson',
  'svc-backup',
  'x',
  'pam_admin',
  'CORP-alice'
);

const address: fc.Arbitrary<string> = fc.oneof(
  fc.ipV4(),
  fc.constantFrom('2001:db8::7', '::1', 'fe80::1%eth0', '::ffff:198.51.100.7')
);

const port: fc.Arbitrary<number> = fc.integer({ min: 1, max: 65_535 });

export const fingerprint: fc.Arbitrary<string> = fc.constantFrom(
  'SHA256:wn20fYcEJnlvTrBz4yq4V6FSYtVRpPpuaKMx2H1o8Ps',
  'SHA256:Tbve7ARsC3+ClZV49zr1lOYZZ+WvvUfhkuJhm4tp4/4',
  'MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48'
);

/** auth2.c cuts at the colon what a client calls itself (`user:style`). */
const typed = hostileText.map((text) => text.split(':')[0]);
/** What a client may call itself. Long enough to be cut, or to make sshd cut what comes after it. */
export const typedName = fc
  .tuple(typed, fc.constantFrom('', 'x', '\u0001'), fc.nat(120), typed)
  .map(([before, filler, count, after]) => before + filler.repeat(count) + after);
/** An account that exists, or whatever a client may call itself. */
export const whom: fc.Arbitrary<Whom> = fc.oneof(
  accountName.map((user) => ({ user, valid: true })),
  typedName.map((user) => ({ user, valid: false }))
);
/** The other end of a connection. */
export const peer = fc.record({ ip: address, port });
/** A certificate of which the id may be anything. */
export const certificate = fc.record({
  id: fc
    .tuple(hostileText, fc.nat(300), hostileText)
    .map(([before, count, after]) => before + 'x'.repeat(count > 150 ? count : 0) + after),
  serial: fc.maxSafeNat().map(String),
  caType: fc.constantFrom('ED25519', 'RSA'),
  caFingerprint: fingerprint,
});
