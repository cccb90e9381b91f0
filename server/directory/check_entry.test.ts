/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntryInput } from '../../common/api/directory';
import { complaintAbout } from './check_entry';
import { findPrivateKey } from './private_key';

const complaint = (fields: Partial<DirectoryEntryInput>) =>
  complaintAbout({ kind: 'account', value: 'alice', shared: false, ...fields });

const FINGERPRINT = 'SHA256:KRhY/EXEXw4wuX6jIZfKO+MXUtFmH5f4OvntUTB9ecg';

it.each<Partial<DirectoryEntryInput>>([
  {},
  { person: 'Åsa 😀', note: 'šéf týmu', source: 'HR, 2026' },
  { value: 'alice\u202e' },
  { kind: 'ssh_key', value: FINGERPRINT },
  { kind: 'ssh_key', value: `${FINGERPRINT}=` },
  { kind: 'ssh_key', value: 'MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48' },
  { kind: 'source_address', value: '198.51.100.0/24' },
  { kind: 'source_address', value: 'fe80::1%eth0' },
  { validFrom: '2024-02-29T00:00:00+14:00', validTo: '2024-03-01T00:00:00Z' },
])('has nothing against %j', (fields) => {
  expect(complaint(fields)).toBeUndefined();
});

it.each<[Partial<DirectoryEntryInput>, string]>([
  [{ note: 'x\ud83d' }, 'note: holds half a character'],
  [{ value: '\ude00a' }, 'value: holds half a character'],
  ...['person', 'note', 'source'].flatMap((field) =>
    [
      '0000',
      '0009',
      '000A',
      '001B',
      '007F',
      '0085',
      '061C',
      '200E',
      '200F',
      '202A',
      '202E',
      '2066',
      '2069',
    ].map((code): [Partial<DirectoryEntryInput>, string] => [
      { [field]: `ab${String.fromCharCode(parseInt(code, 16))}cd` },
      `${field}: holds a control character (U+${code}), which can hide or turn around what is written there`,
    ])
  ),
  [{ validFrom: '2026-02-30T00:00:00Z' }, 'validFrom: there is no such moment'],
  [{ validTo: '2026-13-01T00:00:00Z' }, 'validTo: there is no such moment'],
  [{ validTo: '2026-01-01T25:00:00Z' }, 'validTo: there is no such moment'],
  [
    { validFrom: '2026-01-01T00:00:00Z', validTo: '2026-01-01T01:00:00+01:00' },
    'validTo: must be after validFrom',
  ],
  [
    { kind: 'ssh_key', value: 'ssh-ed25519 AAAA' },
    'value: must be the fingerprint of a key as sshd logs it: SHA256: and 43 characters',
  ],
  [
    { kind: 'ssh_key', value: `256 ${FINGERPRINT} alice (ED25519)` },
    'value: must be the fingerprint of a key as sshd logs it: SHA256: and 43 characters',
  ],
  [
    { kind: 'source_address', value: 'office' },
    'value: must be an address, or a network such as 198.51.100.0/24',
  ],
  [
    { kind: 'source_address', value: '198.51.100.0/33' },
    'value: must be an address, or a network such as 198.51.100.0/24',
  ],
])('complains about %j', (fields, expected) => {
  expect(complaint(fields)).toBe(expected);
});

it.each([
  ['-----BEGIN OPENSSH PRIVATE KEY-----', 1],
  ['# my keys\r\n\r\n-----BEGIN RSA PRIVATE KEY-----', 3],
  ['a\n-----BEGIN PRIVATE KEY-----', 2],
  ['-----BEGIN ENCRYPTED PRIVATE KEY-----', 1],
  ['---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----', 1],
  ['person,note\na,"-----BEGIN EC PRIVATE KEY-----"', 2],
  ['PuTTY-User-Key-File-3: ssh-ed25519', 1],
  ['b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ', 1],
])('sees the private key in %j', (text, line) => {
  expect(findPrivateKey(text)).toBe(line);
});

it.each([
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 alice who keeps her PRIVATE KEY safe',
  '-----BEGIN PUBLIC KEY-----',
  '-----BEGIN CERTIFICATE-----',
  '',
])('sees none in %j', (text) => {
  expect(findPrivateKey(text)).toBeUndefined();
});
