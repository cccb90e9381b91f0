/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'fs';
import { join } from 'path';
import { pipeline } from 'stream/promises';
import { Artifact, Release, artifactsOf } from './artifacts';
import { baseFolder, makeOpenFolder, makeReadable } from './directories';
import { DOWNLOADS_FOLDER, PomItem, buildPom, coordinates, downloadName } from './maven_pom';
import { CommandMissingError, runCommand } from './run_command';

const UNPACKED = 'unpacked';
const STAGING = '.fetching-';

/** Where the archive of a release has its own root folder. */
const homeIn = (folder: string, release: Release): string =>
  join(folder, UNPACKED, `opensearch-${release.version}`);

const pluginIn = (home: string): string => join(home, 'plugins', 'opensearch-security');

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function verify(folder: string, artifact: Artifact): Promise<void> {
  const actual = await sha256(join(folder, DOWNLOADS_FOLDER, downloadName(artifact)));
  if (actual !== artifact.sha256) {
    throw new Error(
      `${coordinates(artifact)} is not the pinned file: its SHA-256 is ${actual}, ` +
        `expected is ${artifact.sha256}. It was not used.`
    );
  }
}

async function runMaven(folder: string): Promise<void> {
  const args = ['-B', '-q', '-C', '-f', join(folder, 'pom.xml'), 'generate-resources'];
  try {
    await runCommand('mvn', args, { cwd: folder });
  } catch (error) {
    if (error instanceof CommandMissingError) {
      throw new Error(
        'Maven (mvn) is needed once, to fetch OpenSearch. ' +
          'On Debian: apt-get install openjdk-17-jdk-headless maven.'
      );
    }
    throw error;
  }
}

/**
 * Takes the plugins that a descriptor says it extends out of it.
 *
 * @param descriptor - the text of a `plugin-descriptor.properties`.
 * @returns the text with an empty list; all other lines as they were.
 */
export function withoutExtendedPlugins(descriptor: string): string {
  return descriptor.replace(/^extended\.plugins=.*$/m, 'extended.plugins=');
}

async function fetchInto(folder: string, release: Release, security: boolean): Promise<void> {
  const plugin = pluginIn(homeIn('', release));
  const artifacts = artifactsOf(release, security);
  const items = artifacts.map((artifact): PomItem => {
    if (artifact.type === 'jar') return { artifact };
    return { artifact, unpackTo: artifact === release.opensearch ? UNPACKED : plugin };
  });
  writeFileSync(join(folder, 'pom.xml'), buildPom(items));
  await runMaven(folder);
  for (const artifact of artifacts) await verify(folder, artifact);
  if (security && release.security) {
    for (const jar of release.security.extraJars) {
      const name = downloadName(jar);
      copyFileSync(join(folder, DOWNLOADS_FOLDER, name), join(folder, plugin, name));
    }
    if (release.security.clearExtendedPlugins) {
      const file = join(folder, plugin, 'plugin-descriptor.properties');
      writeFileSync(file, withoutExtendedPlugins(readFileSync(file, 'utf8')));
    }
  }
  // The archives are in Maven's own repository already.
  rmSync(join(folder, DOWNLOADS_FOLDER), { recursive: true });
  makeReadable(folder);
}

/**
 * Puts a finished folder in its place. A rename is atomic, so of several processes that fetch the
 * same release at once exactly one succeeds, and nobody ever sees half a folder; while they
 * download, Maven keeps them apart itself.
 */
function publish(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** No download takes a day: an older one belongs to a process that was killed. */
const ABANDONED_MS = 24 * 60 * 60_000;

function removeAbandoned(cache: string): void {
  for (const name of readdirSync(cache)) {
    if (!name.startsWith(STAGING)) continue;
    const folder = join(cache, name);
    const since = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > ABANDONED_MS) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Gives the folder of an unpacked OpenSearch. It is fetched and checked the first time; from then on
 * nothing is called. Two processes may ask at the same time.
 *
 * @param release - what to fetch.
 * @param security - whether the security plugin belongs to it.
 * @param log - is told before a download, which takes a while.
 * @returns the home folder of OpenSearch, readable to all users. Nothing may be written to it.
 * @throws Error when Maven is missing or fails, with the end of its output, or when a file is not
 * the pinned one.
 */
export async function ensureDistribution(
  release: Release,
  security: boolean,
  log: (line: string) => void
): Promise<string> {
  const cache = join(baseFolder(), 'artifacts');
  const folder = join(cache, `opensearch-${release.version}${security ? '-security' : ''}`);
  if (existsSync(folder)) return homeIn(folder, release);
  makeOpenFolder(cache);
  removeAbandoned(cache);
  const names = artifactsOf(release, security).map(coordinates).join(', ');
  log(`Fetching ${names} with Maven. This happens once.`);
  const staging = mkdtempSync(join(cache, STAGING));
  try {
    await fetchInto(staging, release, security);
    publish(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return homeIn(folder, release);
}
