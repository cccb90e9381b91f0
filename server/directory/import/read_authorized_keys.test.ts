/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { readFileSync } from 'fs';
import { join } from 'path';
import { readAuthorizedKeys } from './read_authorized_keys';

const fixture = (name: string) =>
  readFileSync(join(__dirname, '../../../test/fixtures', name), 'utf8');
const recorded = fixture('authorized_keys');
const truth = JSON.parse(fixture('authlog-truth.json')) as {
  sessions: Array<{ fp: string | null; cert_id: string | null; person: string }>;
};
const BASE64 = 'AAAAC3NzaC1lZDI1NTE5AAAAIIpEemfaoCCcDtUJjvpYrSdupHi31KLbo01ux3FXlEr6';
const KEY = `ssh-ed25519 ${BASE64}`;
const FINGERPRINT = 'SHA256:KRhY/EXEXw4wuX6jIZfKO+MXUtFmH5f4OvntUTB9ecg';

const only = (text: string) => readAuthorizedKeys(text).entries.map(({ entry }) => entry);

it('reads the recorded file: the fingerprints are those that sshd logged', () => {
  const { entries, skipped } = readAuthorizedKeys(recorded);
  expect(skipped).toEqual([]);
  expect(entries.map(({ line, entry }) => [line, entry.value, entry.person, entry.note])).toEqual([
    [2, FINGERPRINT, 'alice.andersson@example.com', undefined],
    [3, 'SHA256:iC2F2ktv3qGUtCpmq+BzuJRQ3TAoy49U720pe4U1K1E', 'bob.berg@example.com', undefined],
    [
      4,
      'SHA256:oGG8zZJfULe5EKeHyegu2qzA7hPge4dQsq7pjTzQ45U',
      'dan.dahl@example.com',
      'Dan Dahl <dan.dahl@example.com>',
    ],
    [
      5,
      'SHA256:8R7wq8Z6T5cpRUI/FewECJvnbduzxqpQLtZqA4c4mJc',
      'asa.oberg@example.com',
      'Åsa Öberg <asa.oberg@example.com>',
    ],
    [6, expect.stringMatching(/^SHA256:/), undefined, 'ansible-key-2024'],
  ]);
  const owner = new Map(entries.map(({ entry }) => [entry.value, entry.person]));
  const byKey = truth.sessions.filter(({ fp, cert_id: id }) => id === null && owner.has(fp ?? ''));
  expect(byKey.length).toBeGreaterThan(5);
  for (const { fp, person } of byKey) expect(owner.get(fp ?? '')).toBe(person);
});

it('reads options, tabs, carriage returns and a byte order mark', () => {
  const options = `command="echo \\"a b\\", c",from="10.0.0.0/8,*.example.com",no-pty`;
  const text = `\ufeff${options} ${KEY}\tWork key <alice@example.com>\r\n\r\n# end`;
  expect(readAuthorizedKeys(text)).toEqual({
    skipped: [],
    entries: [
      {
        line: 1,
        entry: {
          kind: 'ssh_key',
          value: FINGERPRINT,
          person: 'alice@example.com',
          shared: false,
          note: 'Work key <alice@example.com>',
          source: 'authorized_keys',
        },
      },
    ],
  });
});

it.each([
  '',
  'alice',
  'ansible-key-2024',
  'alice@laptop',
  'a@example.com and b@example.com',
  'root@node-1.example.com',
  'alice@macbook.local',
  'alice@ip-10-0-0-1.eu-north-1.compute.internal',
])('makes up no name: with the comment %j the key is nobody’s own', (comment) => {
  const [entry] = only(`${KEY} ${comment}`);
  expect([entry.person, entry.shared, entry.note ?? '']).toEqual([undefined, true, comment]);
});

it('takes no account of several persons for a name', () => {
  const text = `${KEY} Ubuntu@example.com`;
  expect(readAuthorizedKeys(text, ['ubuntu']).entries[0].entry).toMatchObject({ shared: true });
});

it('one address twice is one address', () => {
  expect(only(`${KEY} a@example.com (A@Example.com)`)).toMatchObject([{ shared: false }]);
});

it('a key of two persons is filed for both, so that it names neither', () => {
  const { entries, skipped } = readAuthorizedKeys(
    `${KEY} a@example.com\n${KEY} b@example.com\n${KEY} A@example.com`
  );
  expect(entries.map(({ entry }) => entry.person)).toEqual(['a@example.com', 'b@example.com']);
  expect(skipped).toEqual([{ line: 3, reason: 'the same key and person as a line before' }]);
});

it.each([
  ['ssh-ed25519 not-base64!', 'the key cannot be read'],
  ['ssh-ed25519', 'not a public key'],
  ['hello world', 'not a public key'],
  [`no-such-type ${BASE64} a@example.com`, 'not a public key'],
  [`cert-authority,principals="x" ${KEY} ca`, 'a certificate authority: it names nobody by itself'],
  [`CERT-AUTHORITY ${KEY}`, 'a certificate authority: it names nobody by itself'],
  [`@cert-authority *.example.com ${KEY}`, 'a line of known_hosts: it names hosts, not persons'],
  ['ssh-ed25519-cert-v01@openssh.com AAAA x', 'a certificate: file its id instead'],
  [`ssh-rsa ${BASE64} wrong type`, 'the key cannot be read'],
  [`${KEY}`.slice(0, -3), 'the key cannot be read'],
  [`command="never closed ${KEY}`, 'not a public key'],
  [`${KEY} ${'x'.repeat(17_000)}`, 'longer than any public key'],
])('leaves out %s', (line, reason) => {
  expect(readAuthorizedKeys(`# comment\n${line}\n`)).toEqual({
    entries: [],
    skipped: [{ line: 2, reason }],
  });
});

it('is not misled by an option that is only quoted', () => {
  expect(only(`command="x,cert-authority,y" ${KEY} a@example.com`)).toHaveLength(1);
});

it('keeps of a long comment whole characters', () => {
  const [{ note }] = only(`${KEY} ${'x'.repeat(499)}😀`);
  expect(note).toBe('x'.repeat(499));
});

it('property: every line is filed or left out with its number, whatever is in the text', () => {
  const line = fc.oneof(
    fc.constant(KEY),
    fc.string({ unit: 'binary' }).map((comment) => `${KEY} ${comment}`),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', 'a="b c"', 'ssh-rsa AAAA', '\t', '#')
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      const { entries, skipped } = readAuthorizedKeys(text);
      const numbers = [...entries, ...skipped].map(({ line: number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      const said = text
        .replace(/^\ufeff/, '')
        .split(/\r\n|\n|\r/)
        .flatMap((raw, i) => (/^\s*(?:#|$)/.test(raw) ? [] : [i + 1]));
      expect(numbers.sort((a, b) => a - b)).toEqual(said);
      for (const { entry } of entries) expect(entry.value).toBe(FINGERPRINT);
    })
  );
});
