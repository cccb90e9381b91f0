/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { directoryOf, OPTIONS } from '../ssh_access/history/recorded_history.test_support';
import { attributeLogin, type LoginFacts } from './attribute_login';
import type { AttributionOptions, DirectoryAnswer } from './directory_view';

const DIRECTORY: Record<string, string | DirectoryAnswer> = {
  'SHA256:alice': 'alice@example.com',
  'SHA256:bob': 'bob@example.com',
  'SHA256:two': { result: 'several', persons: ['alice@example.com', 'bob@example.com'] },
  'SHA256:shared': { result: 'shared' },
  'SHA256:nobody': { result: 'no_person' },
  'SHA256:left': { result: 'outside_validity', persons: ['dan@example.com'] },
  'id-of-alice': 'alice@example.com',
  'id-shared': { result: 'shared' },
  'id-left': { result: 'outside_validity', persons: ['dan@example.com'] },
  carol: 'carol@example.com',
  ubuntu: 'alice@example.com',
  '198.51.100.7': 'alice@example.com',
};

const login = (facts: Partial<LoginFacts>, options: Partial<AttributionOptions> = {}) =>
  attributeLogin(
    { sessionId: 's', account: 'ubuntu', method: 'publickey', atMs: 0, ...facts },
    directoryOf(DIRECTORY),
    { ...OPTIONS, ...options }
  );

const key = (fingerprint: string, type = 'ED25519') => ({ key: { type, fingerprint } });
const certificate = (id: string, fingerprint = 'SHA256:inside') => ({
  ...key(fingerprint, 'ED25519-CERT'),
  certificate: { id, serial: '1', caType: 'ED25519', caFingerprint: 'SHA256:ca' },
});

describe('a login by key', () => {
  it.each<[string, string, string | undefined, string[], string]>([
    ['SHA256:alice', 'identified', 'alice@example.com', [], 'key_in_directory'],
    ['SHA256:two', 'ambiguous', undefined, ['shared_key'], 'key_several_persons'],
    ['SHA256:shared', 'unidentified', undefined, ['shared_key'], 'key_shared'],
    ['SHA256:nobody', 'unidentified', undefined, ['shared_key'], 'key_shared'],
    ['SHA256:left', 'unidentified', undefined, ['key_outside_validity'], 'key_outside_validity'],
    ['SHA256:new', 'unidentified', undefined, ['unknown_key'], 'key_unknown'],
  ])('%s is %s', (fingerprint, status, person, marks, reason) => {
    const { attribution, marks: found } = login(key(fingerprint));
    expect([attribution.status, attribution.person, found]).toEqual([status, person, marks]);
    expect(attribution.reasons.map(({ code }) => code)).toContain(reason);
  });

  it('outside its validity says whose it was', () => {
    expect(login(key('SHA256:left')).attribution.candidates).toEqual([
      { person: 'dan@example.com', sessionId: 's', fingerprint: 'SHA256:left' },
    ]);
  });

  it('of a weak type is marked', () => {
    expect(login(key('SHA256:alice', 'DSA')).marks).toEqual(['weak_key']);
  });
});

describe('a login by certificate', () => {
  it.each<[string, string, string, string | undefined]>([
    ['id-of-alice', 'SHA256:inside', 'identified', 'alice@example.com'],
    ['id-shared', 'SHA256:inside', 'unidentified', undefined],
    ['id-left', 'SHA256:inside', 'unidentified', undefined],
    [
      'frida@example.com serial 7 (break glass)',
      'SHA256:inside',
      'identified',
      'frida@example.com',
    ],
    ['alice@example.com for bob@example.com', 'SHA256:inside', 'ambiguous', undefined],
    ['build-host', 'SHA256:inside', 'unidentified', undefined],
    // As `ssh-keygen -I $USER@$(hostname -f)` names it.
    ['ubuntu@bastion.example.com', 'SHA256:inside', 'unidentified', undefined],
    ['root@build01.example.com', 'SHA256:inside', 'unidentified', undefined],
    // The key inside is filed: it may confirm, and it may contradict.
    ['alice@example.com', 'SHA256:alice', 'identified', 'alice@example.com'],
    ['alice@example.com', 'SHA256:bob', 'ambiguous', undefined],
    ['alice@example.com', 'SHA256:shared', 'unidentified', undefined],
    ['alice@example.com', 'SHA256:left', 'ambiguous', undefined],
    ['build-host', 'SHA256:alice', 'identified', 'alice@example.com'],
    ['id-shared', 'SHA256:alice', 'unidentified', undefined],
  ])('with id %s and key %s is %s', (id, fingerprint, status, person) => {
    const { attribution } = login(certificate(id, fingerprint));
    expect([attribution.status, attribution.person]).toEqual([status, person]);
  });

  it('of an authority that the configuration does not list proves nothing', () => {
    const options = { certificateAuthorities: ['SHA256:other'] };
    expect(login(certificate('alice@example.com'), options).attribution.status).toBe(
      'unidentified'
    );
    const listed = { certificateAuthorities: ['SHA256:ca'] };
    expect(login(certificate('alice@example.com'), listed).attribution.person).toBe(
      'alice@example.com'
    );
  });
});

describe('a login without a key', () => {
  it('as a group account names nobody, whatever the directory says of the account', () => {
    for (const account of ['ubuntu', 'root']) {
      const { attribution, marks } = login({ account, method: 'password' });
      expect([attribution.status, attribution.person]).toEqual(['unidentified', undefined]);
      expect(marks).toContain('password_login');
    }
    expect(login({ account: 'root', method: 'password' }).marks).toContain('root_login');
  });

  it.each(['Ubuntu', 'CORP\\ubuntu', 'ubuntu@corp.example', 'root@example.com', 'ROOT'])(
    'as a group account in another spelling names nobody: %s',
    (account) => {
      const { attribution } = login({ account, method: 'password' });
      expect(attribution.status).toBe('unidentified');
      expect(attribution.candidates.flatMap(({ person }) => person ?? [])).toEqual([]);
      expect(attribution.reasons.map(({ code }) => code)).toContain('account_shared');
    }
  );

  it('as an account of one person is that person', () => {
    const { attribution, marks } = login({ account: 'carol', method: 'password' });
    expect([attribution.status, attribution.person]).toEqual(['identified', 'carol@example.com']);
    expect(marks).toEqual(['password_login']);
  });

  it('as an account that nobody filed names nobody', () => {
    expect(login({ account: 'eve', method: 'password' }).attribution.status).toBe('unidentified');
  });

  it('as an account that is an e-mail address is that person', () => {
    const { attribution } = login({ account: 'eve@example.com', method: 'password' });
    expect(attribution.person).toBe('eve@example.com');
  });
});

describe('an e-mail address of which the directory says something', () => {
  // Words before it, so that it is not filed as the certificate id itself.
  const named = (emails: string) =>
    attributeLogin(
      {
        sessionId: 's',
        account: 'ubuntu',
        method: 'publickey',
        atMs: 0,
        ...certificate(`for ${emails}`),
      },
      directoryOf({
        'left@example.com': { result: 'outside_validity', persons: ['dan'] },
        'team@example.com': { result: 'shared' },
        'eve@example.com': 'eve',
      }),
      OPTIONS
    ).attribution;

  it.each([
    ['eve@example.com', 'identified', 'eve'],
    ['EVE@example.com', 'identified', 'eve'],
    ['left@example.com', 'unidentified', undefined],
    ['team@example.com', 'unidentified', undefined],
    // Nor is the other one the only one then.
    ['eve@example.com left@example.com', 'ambiguous', undefined],
    ['eve@example.com team@example.com', 'ambiguous', undefined],
  ])('%s: %s', (id, status, person) => {
    const { status: found, person: name } = named(id);
    expect([found, name]).toEqual([status, person]);
  });
});

describe('the source address', () => {
  it('alone never names anybody', () => {
    const { attribution } = login({ method: 'password', sourceIp: '198.51.100.7' });
    expect(attribution.status).toBe('unidentified');
    expect(attribution.candidates).toEqual([{ person: 'alice@example.com', sessionId: 's' }]);
  });

  it('of somebody else is marked, and changes nothing', () => {
    const { attribution, marks } = login({ ...key('SHA256:bob'), sourceIp: '198.51.100.7' });
    expect([attribution.person, marks]).toEqual(['bob@example.com', ['address_of_another_person']]);
  });
});

it('says so when the directory could not be read', () => {
  const { attribution } = login(key('SHA256:new'), { directoryReadable: false });
  expect(attribution.reasons.map(({ code }) => code)).toContain('directory_not_readable');
});
