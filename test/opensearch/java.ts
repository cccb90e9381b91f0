/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { existsSync, readFileSync, readdirSync, realpathSync } from 'fs';
import { delimiter, dirname, join } from 'path';
import { JavaRange } from './artifacts';

/** A Java installation that was found. */
export interface JavaInstallation {
  /** The folder that holds `bin/java`. */
  readonly home: string;
  readonly major: number;
  /** Where it was found, for messages: a variable's name, a folder, or PATH. */
  readonly source: string;
}

/** The folders in which Debian and macOS install Java; the second part leads to the home. */
const INSTALLATION_FOLDERS: ReadonlyArray<readonly [string, string]> = [
  ['/usr/lib/jvm', ''],
  ['/Library/Java/JavaVirtualMachines', 'Contents/Home'],
];

/**
 * Reads the major version from the `release` file that every Java installation has. It is read, not
 * asked by running `java -version`, which takes long when several are installed.
 *
 * @param release - the text of the file.
 * @returns such as 17, or undefined when the text names no version. Old names (1.8) give 8.
 */
export function majorOfRelease(release: string): number | undefined {
  const match = /^JAVA_VERSION="?(?:1\.)?(\d+)/m.exec(release);
  return match ? Number(match[1]) : undefined;
}

const inspect = (home: string | undefined, source: string): JavaInstallation | undefined => {
  if (!home) return undefined;
  // keytool makes the certificates.
  if (!existsSync(join(home, 'bin', 'java')) || !existsSync(join(home, 'bin', 'keytool'))) {
    return undefined;
  }
  try {
    const major = majorOfRelease(readFileSync(join(home, 'release'), 'utf8'));
    return major === undefined ? undefined : { home: realpathSync(home), major, source };
  } catch {
    // Without a readable release file it is unknown whether OpenSearch would start on it.
    return undefined;
  }
};

const subfolders = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    // The folder of another operating system.
    return [];
  }
};

const homeOnPath = (path: string): string | undefined => {
  const java = path
    .split(delimiter)
    .map((folder) => join(folder, 'java'))
    .find((file) => existsSync(file));
  return java && dirname(dirname(realpathSync(java)));
};

/**
 * Finds the Java installations of this machine, the most deliberately chosen first: `JAVA_HOME`,
 * `JAVA<major>_HOME`, the folders of the operating system, `java` on PATH.
 *
 * @param env - the environment to read.
 * @returns each installation once; those without keytool are left out.
 */
export function findJavaInstallations(env: NodeJS.ProcessEnv): JavaInstallation[] {
  const numbered = Object.keys(env).filter((name) => /^JAVA\d+_HOME$/.test(name));
  const candidates = [
    ...['JAVA_HOME', ...numbered.sort()].map((name) => inspect(env[name], name)),
    ...INSTALLATION_FOLDERS.flatMap(([folder, rest]) =>
      subfolders(folder).map((name) => inspect(join(folder, name, rest), folder))
    ),
    inspect(homeOnPath(env.PATH ?? ''), 'PATH'),
  ];
  const seen = new Set<string>();
  return candidates.filter((found): found is JavaInstallation => {
    if (!found || seen.has(found.home)) return false;
    seen.add(found.home);
    return true;
  });
}

/**
 * Chooses the Java for an OpenSearch.
 *
 * @param installations - what was found, in the order of preference.
 * @param version - the OpenSearch version, for the message.
 * @param range - the Java versions on which it runs.
 * @returns the first that suits.
 * @throws Error that says which Java is missing for which OpenSearch, what there is instead, and how
 * to install one.
 */
export function chooseJava(
  installations: readonly JavaInstallation[],
  version: string,
  range: JavaRange
): JavaInstallation {
  const suitable = installations.find(({ major }) => major >= range.min && major <= range.max);
  if (suitable) return suitable;
  const found = installations.map(({ major, home }) => `${major} (${home})`).join(', ') || 'none';
  const hint =
    range.min <= 17
      ? 'On Debian: apt-get install openjdk-17-jdk-headless.'
      : `On Debian: apt-get install openjdk-${range.min}-jdk-headless where the release has it, ` +
        'else the package temurin-25-jdk of Adoptium.';
  throw new Error(
    `OpenSearch ${version} needs Java ${range.min} to ${range.max}, with keytool. Found: ${found}. ` +
      `${hint} It is looked for in JAVA_HOME, JAVA${range.min}_HOME (and the like), /usr/lib/jvm ` +
      'and PATH.'
  );
}
