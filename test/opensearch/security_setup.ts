/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { makeCertificates } from './certificates';
import { hashPasswords } from './password_hashes';
import {
  OpenSearchUser,
  SecurityOptions,
  createUsers,
  securityFiles,
  securitySettings,
} from './security_config';

/** What the security plugin of an instance was given. */
export interface SecuritySetup {
  readonly users: readonly OpenSearchUser[];
  /** For `opensearch.yml`. */
  readonly settings: Readonly<Record<string, string | boolean>>;
  readonly httpTls: boolean;
  readonly caPath: string;
  /** What is in that file. */
  readonly ca: string;
}

/**
 * Writes certificates, users and roles into the configuration folder of an instance, which loads
 * them at its first start.
 *
 * @param options - roles, users and behaviour.
 * @param javaHome - a JDK.
 * @param home - the home folder of an OpenSearch with the security plugin.
 * @param folder - the instance's folder, with `config` and `tmp` in it.
 * @returns the users with their passwords, and the settings to be written.
 * @throws Error when a tool of the JDK fails or a user is defined twice.
 */
export async function setUpSecurity(
  options: SecurityOptions,
  javaHome: string,
  home: string,
  folder: string
): Promise<SecuritySetup> {
  const config = join(folder, 'config');
  const securityConfig = join(config, 'opensearch-security');
  mkdirSync(securityConfig);
  const users = createUsers(options);
  const passwords = users.map(({ password }) => password);
  const [certificates, hashes] = await Promise.all([
    makeCertificates(javaHome, config),
    hashPasswords(javaHome, home, join(folder, 'tmp'), passwords),
  ]);
  const files = securityFiles(options, users, hashes);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(securityConfig, name), text);
  }
  const httpTls = options.httpTls ?? false;
  return {
    users,
    settings: securitySettings(certificates, httpTls),
    httpTls,
    caPath: certificates.caPath,
    ca: readFileSync(certificates.caPath, 'utf8'),
  };
}
