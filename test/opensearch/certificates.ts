/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { randomBytes } from 'crypto';
import { join } from 'path';
import { runCommand } from './run_command';

/** The files of an instance's certificate. */
export interface Certificates {
  /** File names inside the configuration folder. */
  readonly keyStore: string;
  readonly trustStore: string;
  /** Of both stores; new for each instance. */
  readonly password: string;
  /** The path of the certificate in PEM, which a client has to trust. */
  readonly caPath: string;
}

const ALIAS = 'audit-user-test';
const PASSWORD_VARIABLE = 'AUDIT_USER_STORE_PASSWORD';

/** No instance lives for a year, and its certificate goes with it. */
const VALID_DAYS = '365';

/**
 * Makes a certificate for loopback with the keytool of the JDK.
 *
 * @param javaHome - the Java installation.
 * @param configFolder - an existing folder, into which the stores are written.
 * @returns the names of the files.
 * @throws Error with keytool's output when it fails.
 */
export async function makeCertificates(
  javaHome: string,
  configFolder: string
): Promise<Certificates> {
  const password = randomBytes(18).toString('base64url');
  // In the environment, since every user may read the arguments of a process.
  const env = { ...process.env, [PASSWORD_VARIABLE]: password };
  const caPath = join(configFolder, 'ca.pem');
  const keytool = (store: string, ...args: string[]) =>
    runCommand(
      join(javaHome, 'bin', 'keytool'),
      [
        ...args,
        ...['-alias', ALIAS, '-keystore', join(configFolder, store), '-storetype', 'PKCS12'],
        ...['-storepass:env', PASSWORD_VARIABLE],
      ],
      { env }
    );
  await keytool(
    'key.p12',
    ...['-genkeypair', '-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', VALID_DAYS],
    ...['-dname', `CN=${ALIAS}`, '-ext', 'san=ip:127.0.0.1,dns:localhost']
  );
  await keytool('key.p12', '-exportcert', '-rfc', '-file', caPath);
  // As an entry of its own: OpenSearch does not take the certificate of a key entry as trusted.
  await keytool('trust.p12', '-importcert', '-noprompt', '-file', caPath);
  return { keyStore: 'key.p12', trustStore: 'trust.p12', password, caPath };
}
