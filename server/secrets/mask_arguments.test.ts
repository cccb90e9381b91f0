/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { MASK, maskArguments } from './mask_secrets';

/** Argument lists as `kubectl exec` sends them: no shell has cut or quoted them. */
const LISTS: ReadonlyArray<[args: string[], masked: string[]]> = [
  [
    ['psql', 'postgresql://app:S3cr3t@db/app'],
    ['psql', `postgresql://app:${MASK}@db/app`],
  ],
  [
    ['mysql', '-u', 'root', '-pS3cr3t', 'shop'],
    ['mysql', '-u', 'root', `-p${MASK}`, 'shop'],
  ],
  [
    ['/usr/bin/mysql', '-p', 'shop'],
    ['/usr/bin/mysql', '-p', 'shop'],
  ],
  [
    ['tool', '--password', 'S3cr3t with blanks', 'next'],
    ['tool', '--password', MASK, 'next'],
  ],
  [
    ['tool', '--password=S3cr3t', '--verbose'],
    ['tool', `--password=${MASK}`, '--verbose'],
  ],
  [
    ['env', 'PGPASSWORD=S3cr3t', 'psql', '-h', 'db'],
    ['env', `PGPASSWORD=${MASK}`, 'psql', '-h', 'db'],
  ],
  [
    ['curl', '-u', 'admin:S3cr3t', 'https://x'],
    ['curl', '-u', `admin:${MASK}`, 'https://x'],
  ],
  [
    ['curl', '-u', 'admin', 'https://x'],
    ['curl', '-u', 'admin', 'https://x'],
  ],
  [
    ['curl', '-H', 'Authorization: Bearer S3cr3t', 'https://x'],
    ['curl', '-H', `Authorization: Bearer ${MASK}`, 'https://x'],
  ],
  [
    ['timeout', '5', 'redis-cli', '-a', 'S3cr3t', 'KEYS', '*'],
    ['timeout', '5', 'redis-cli', '-a', MASK, 'KEYS', '*'],
  ],
  [
    ['docker', 'login', '-u', 'bob', '-p', 'S3cr3t'],
    ['docker', 'login', '-u', 'bob', '-p', MASK],
  ],
  [
    ['docker', 'run', '-p', '8080:80', 'nginx'],
    ['docker', 'run', '-p', '8080:80', 'nginx'],
  ],
  [
    ['sshpass', '-p', 'S3cr3t', 'ssh', 'node-1'],
    ['sshpass', '-p', MASK, 'ssh', 'node-1'],
  ],
  [
    ['openssl', 'rsa', '-passin', 'pass:S3cr3t'],
    ['openssl', 'rsa', '-passin', `pass:${MASK}`],
  ],
  [
    ['openssl', 'rsa', '-passin', 'file:/run/key'],
    ['openssl', 'rsa', '-passin', 'file:/run/key'],
  ],
  [
    ['kubectl', 'create', 'secret', 'generic', 'db', '--from-literal=pin=S3cr3t'],
    ['kubectl', 'create', 'secret', 'generic', 'db', `--from-literal=pin=${MASK}`],
  ],
  [
    ['az', 'login', '-u', 'a@b.c', '-p', 'S3cr3t'],
    ['az', 'login', '-u', 'a@b.c', '-p', MASK],
  ],
  [
    ['vault', 'login', 'S3cr3t'],
    ['vault', 'login', MASK],
  ],
  [
    ['vault', 'login', '-method=userpass', 'username=bob'],
    ['vault', 'login', '-method=userpass', 'username=bob'],
  ],
  [
    ['htpasswd', '-nb', 'bob', 'S3cr3t'],
    ['htpasswd', '-nb', 'bob', MASK],
  ],
  [
    ['htpasswd', '-c', 'file', 'bob'],
    ['htpasswd', '-c', 'file', 'bob'],
  ],
  [
    ['helm', 'upgrade', 'x', './x', '--set', 'auth.password=S3cr3t'],
    ['helm', 'upgrade', 'x', './x', '--set', `auth.password=${MASK}`],
  ],
  [
    ['sh', '-c', 'export X_TOKEN=S3cr3t; mysql -pS3cr3t'],
    ['sh', '-c', `export X_TOKEN=${MASK}; mysql -p${MASK}`],
  ],
  [
    ['kubectl', '--token', '--verbose'],
    ['kubectl', '--token', '--verbose'],
  ],
  [
    ['kubectl', 'get', 'secret', 'db-token', '--token-file', '/x'],
    ['kubectl', 'get', 'secret', 'db-token', '--token-file', '/x'],
  ],
  [
    ['sh', '-c', 'cat /etc/passwd'],
    ['sh', '-c', 'cat /etc/passwd'],
  ],
  [[''], ['']],
  [[], []],
];

describe('masking an argument list', () => {
  it.each(LISTS)('hides the secrets of %j', (args, masked) => {
    expect(maskArguments(args)).toEqual(masked);
  });

  it('does not change the list that it is given', () => {
    const args = Object.freeze(['mysql', '-pS3cr3t']) as string[];
    maskArguments(args);
    expect(args).toEqual(['mysql', '-pS3cr3t']);
  });
});
