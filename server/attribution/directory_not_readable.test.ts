/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { OPTIONS } from '../ssh_access/history/recorded_history.test_support';
import { attributeLogin, type LoginFacts } from './attribute_login';
import { RequestAttributor } from './attribute_request';
import type { DirectoryView } from './directory_view';

const UNREADABLE: DirectoryView = { lookup: () => ({ result: 'not_readable' }) };

const login = (facts: Partial<LoginFacts>) =>
  attributeLogin(
    {
      sessionId: 's',
      account: 'ubuntu',
      method: 'publickey',
      atMs: 0,
      sourceIp: '198.51.100.7',
      ...facts,
    },
    UNREADABLE,
    { ...OPTIONS, directoryReadable: false }
  );

const key = { type: 'ED25519', fingerprint: 'SHA256:alice' };
const certificate = { id: 'alice@example.com', serial: '1', caType: 'ED25519' };
const email = { account: 'alice@example.com' };

it.each<[string, Partial<LoginFacts>, string | undefined]>([
  ['a key', { key }, undefined],
  // The key may be filed as one that several hold, which the name of the account would not change.
  ['a key and an account that is an e-mail address', { key, ...email }, undefined],
  ['a password', { method: 'password' }, undefined],
  ['an account that is an e-mail address', { method: 'password', ...email }, 'alice@example.com'],
  ['a certificate', { certificate }, 'alice@example.com'],
  ['a certificate and its key', { certificate, key }, 'alice@example.com'],
])('a directory that was not read lets nobody be named by %s', (_what, facts, hint) => {
  const { attribution, marks } = login(facts);
  expect(attribution.status).toBe('unidentified');
  expect(attribution.candidates.map(({ person }) => person)).toEqual([hint]);
  const codes = attribution.reasons.map(({ code }) => code);
  expect(codes).toContain('directory_not_readable');
  // Nor does it say that something is not filed.
  expect(codes.filter((code) => /unknown$|_is_email$|in_directory$/.test(code))).toEqual([]);
  expect(marks).not.toContain('unknown_key');
});

it('says neither whose a credential is nor that it is unknown', () => {
  const attributor = new RequestAttributor(UNREADABLE, {
    authlog: 'read',
    hostsOf: () => [],
    history: () => undefined,
    commandOf: () => undefined,
    loginOf: () => undefined,
    limits: { damagedLogins: [], linesMissing: false },
  });
  const { attribution, marks } = attributor.attribute({
    cluster: 'prod-wc',
    credentialId: 'X509SHA256=abc',
    sourceIp: '198.51.100.7',
    fromMs: 0,
    toMs: 0,
  });
  expect(attribution.status).toBe('unidentified');
  expect(attribution.reasons.map(({ code }) => code)).toEqual([
    'directory_not_readable',
    'address_unknown',
  ]);
  expect(marks).toEqual([]);
});
