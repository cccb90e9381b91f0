/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { writeFileSync } from 'fs';
import { join } from 'path';
import { runCommand } from './run_command';

/**
 * Work factor of bcrypt, the least there is: it makes guessing expensive, which a random password of
 * 144 bits does not need, and every login of every test would pay for it.
 */
const ROUNDS = 4;

/** Java starts slowly; one program that hashes all passwords is quicker than one run for each. */
const PROGRAM = `
import org.opensearch.common.settings.Settings;
import org.opensearch.security.tools.Hasher;

class HashPasswords {
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.builder()
        .put("plugins.security.password.hashing.bcrypt.rounds", ${ROUNDS})
        .build();
    for (String password : new String(System.in.readAllBytes(), "UTF-8").split("\\n")) {
      System.out.println("hash " + Hasher.hash(password.toCharArray(), settings));
    }
  }
}
`;

/**
 * Hashes passwords with the security plugin's own class.
 *
 * @param javaHome - a JDK.
 * @param home - the home folder of an OpenSearch with the plugin.
 * @param folder - where the little program may be written.
 * @param passwords - without line breaks.
 * @returns a hash for each, in the same order.
 * @throws Error with Java's output when it fails.
 */
export async function hashPasswords(
  javaHome: string,
  home: string,
  folder: string,
  passwords: readonly string[]
): Promise<string[]> {
  const program = join(folder, 'HashPasswords.java');
  writeFileSync(program, PROGRAM);
  const classPath = [
    join(home, 'plugins', 'opensearch-security', '*'),
    join(home, 'lib', '*'),
  ].join(':');
  const output = await runCommand(
    join(javaHome, 'bin', 'java'),
    ['-XX:TieredStopAtLevel=1', '-cp', classPath, program],
    { input: passwords.join('\n') }
  );
  // The logging library may write lines of its own.
  const hashes = output.match(/^hash \S+$/gm) ?? [];
  if (hashes.length !== passwords.length) {
    throw new Error(`Expected ${passwords.length} password hashes and got ${hashes.length}.`);
  }
  return hashes.map((line) => line.slice('hash '.length));
}
