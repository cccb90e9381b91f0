/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import { join } from 'path';
import { readAuthorizedKeys } from './read_authorized_keys';

const recorded = readFileSync(join(__dirname, '../../../test/fixtures/authorized_keys'), 'utf8');
const ED25519 = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIpEemfaoCCcDtUJjvpYrSdupHi31KLbo01ux3FXlEr6';
const FINGERPRINT = 'SHA256:KRhY/EXEXw4wuX6jIZfKO+MXUtFmH5f4OvntUTB9ecg';

const only = (text: string) => readAuthorizedKeys(text).entries.map(({ entry }) => entry);

it('reads the recorded file: the fingerprints are those that sshd logged', () => {
  const { entries, skipped } = readAuthorizedKeys(recorded);
  expect(skipped).toEqual([]);
  expect(entries.map(({ entry }) => [entry.value, entry.person, entry.shared])).toEqual([
    [FINGERPRINT, 'alice.andersson@example.com', false],
    ['SHA256:iC2F2ktv3qGUtCpmq+BzuJRQ3TAoy49U720pe4U1K1E', 'bob.berg@example.com', false],
    ['SHA256:oGG8zZJfULe5EKeHyegu2qzA7hPge4dQsq7pjTzQ45U', 'dan.dahl@example.com', false],
    ['SHA256:8R7wq8Z6T5cpRUI/FewECJvnbduzxqpQLtZqA4c4mJc', 'asa.oberg@example.com', false],
    [expect.stringMatching(/^SHA256:/), undefined, true],
  ]);
});

it('reads options, tabs, carriage returns and a byte order mark', () => {
  const text = `\ufeffcommand="echo \\"hi there\\"",no-pty ${ED25519}\tx <alice@example.com>\r\n`;
  expect(only(text)).toEqual([
    expect.objectContaining({ value: FINGERPRINT, person: 'alice@example.com', shared: false }),
  ]);
});

it('makes up no name: without one address in the comment the key is nobody’s own', () => {
  for (const comment of ['', 'alice', 'ansible-key-2024', 'a@example.com and b@example.com']) {
    const [entry] = only(`${ED25519} ${comment}`);
    expect([entry.person, entry.shared]).toEqual([undefined, true]);
  }
});

it.each([
  ['ssh-ed25519 not-base64!', 'the key cannot be read'],
  ['ssh-ed25519', 'not a public key'],
  ['hello world', 'not a public key'],
  [
    `cert-authority,principals="x" ${ED25519} ca`,
    'a certificate authority: it names nobody by itself',
  ],
  ['ssh-ed25519-cert-v01@openssh.com AAAA x', 'a certificate: file its id instead'],
  [`ssh-rsa ${ED25519.split(' ')[1]} wrong type`, 'the key cannot be read'],
])('leaves out %s', (line, reason) => {
  expect(readAuthorizedKeys(`# comment\n${line}\n`)).toEqual({
    entries: [],
    skipped: [{ line: 2, reason }],
  });
});

it('refuses a private key and repeats nothing of it', () => {
  const secret = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU';
  const text = `-----BEGIN OPENSSH PRIVATE KEY-----\n${secret}\n-----END OPENSSH PRIVATE KEY-----\n${ED25519} a@example.com`;
  const result = readAuthorizedKeys(text);
  expect(result.skipped).toHaveLength(1);
  expect(JSON.stringify(result)).not.toContain(secret);
  expect(result.entries).toHaveLength(1);
});
