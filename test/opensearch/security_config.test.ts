/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  AUDIT_READER_ROLE,
  OpenSearchUser,
  SecurityOptions,
  createUsers,
  securityFiles,
  securitySettings,
} from './security_config';

const certificates = {
  keyStore: 'key.p12',
  trustStore: 'trust.p12',
  password: 'p',
  caPath: '/x/ca.pem',
};

const fileOf = (name: string, options: SecurityOptions, users: OpenSearchUser[] = []) =>
  JSON.parse(
    securityFiles(
      options,
      users,
      users.map((user) => `hash of ${user.name}`)
    )[name]
  );

describe('users', () => {
  const options = { users: [{ name: 'reader', roles: ['a', 'b'] }] };

  it('always have an administrator', () => {
    expect(createUsers({})).toMatchObject([{ name: 'admin', roles: ['all_access'] }]);
  });

  it('get a password that differs between users and runs', () => {
    const passwords = [...createUsers(options), ...createUsers(options)].map((u) => u.password);
    expect(new Set(passwords).size).toBe(4);
    for (const password of passwords) expect(password).toHaveLength(24);
  });

  it('cannot be defined twice', () => {
    const admin = { users: [{ name: 'admin', roles: [] }] };
    expect(() => createUsers(admin)).toThrow('The user admin is defined twice');
  });
});

describe('the files of the security plugin', () => {
  const users = [
    { name: 'admin', password: 'secret', roles: ['all_access'] },
    { name: 'one', password: 'secret', roles: ['reader', 'other'] },
    { name: 'two', password: 'secret', roles: ['reader'] },
  ];

  it('say of which type they are', () => {
    expect(fileOf('roles_mapping.yml', {})._meta).toEqual({
      type: 'rolesmapping',
      config_version: 2,
    });
  });

  it('map every role to its users', () => {
    expect(fileOf('roles_mapping.yml', {}, users)).toMatchObject({
      all_access: { users: ['admin'] },
      reader: { users: ['one', 'two'] },
      other: { users: ['one'] },
    });
  });

  it('have the hash of each user, and no password', () => {
    expect(fileOf('internal_users.yml', {}, users)).toMatchObject({
      admin: { hash: 'hash of admin' },
      two: { hash: 'hash of two' },
    });
    const texts = Object.values(securityFiles({}, users, ['h', 'h', 'h']));
    expect(texts.join()).not.toContain('secret');
  });

  it('have the roles as they were given', () => {
    const role = {
      index_permissions: [
        {
          index_patterns: ['kubeaudit*'],
          allowed_actions: ['read'],
          dls: '{"term":{"a":"b"}}',
          fls: ['~ip'],
          masked_fields: ['user'],
        },
      ],
    };
    expect(fileOf('roles.yml', { roles: { role, audit_reader: AUDIT_READER_ROLE } })).toMatchObject(
      {
        role,
        audit_reader: AUDIT_READER_ROLE,
      }
    );
  });

  it.each([
    [undefined, false],
    [false, false],
    [true, true],
  ])('fail on forbidden indices unless told otherwise (%s)', (doNotFailOnForbidden, expected) => {
    const { dynamic } = fileOf('config.yml', { doNotFailOnForbidden }).config;
    expect(dynamic.do_not_fail_on_forbidden).toBe(expected);
  });

  it('let nobody in without a password', () => {
    const { dynamic } = fileOf('config.yml', {}).config;
    expect(dynamic.http.anonymous_auth_enabled).toBe(false);
  });
});

describe('the settings of the security plugin', () => {
  it('always encrypt between nodes, and HTTP only when wanted', () => {
    const plain = securitySettings(certificates, false);
    expect(plain['plugins.security.ssl.transport.keystore_filepath']).toBe('key.p12');
    expect(plain['plugins.security.ssl.http.enabled']).toBe(false);
    expect(Object.keys(plain).filter((key) => key.includes('ssl.http.keystore'))).toEqual([]);

    const encrypted = securitySettings(certificates, true);
    expect(encrypted['plugins.security.ssl.http.enabled']).toBe(true);
    expect(encrypted['plugins.security.ssl.http.keystore_filepath']).toBe('key.p12');
  });
});
