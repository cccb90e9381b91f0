/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { unzipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join, resolve, sep } from 'path';

/** A plugin on disk, as the installer of Dashboards leaves it. */
export interface UnpackedPlugin {
  id: string;
  configPath: string;
  dir: string;
  /** Removes it. */
  remove(): void;
}

/**
 * Unpacks a plugin zip, as `opensearch-dashboards-plugin install` does.
 *
 * @param expectedVersion version of the host: a manifest for any other is refused, as a real host does
 * @throws Error for a zip of another version or of another layout
 */
export function unpackPlugin(zipPath: string, expectedVersion: string): UnpackedPlugin {
  const files = unzipSync(new Uint8Array(readFileSync(zipPath)));
  const names = Object.keys(files);
  const manifestName = names.find((name) =>
    /^opensearch-dashboards\/[^/]+\/opensearch_dashboards\.json$/.test(name)
  );
  if (!manifestName) throw new Error('No opensearch_dashboards.json in the zip');
  const manifest = JSON.parse(Buffer.from(files[manifestName]).toString('utf8')) as {
    id: string;
    opensearchDashboardsVersion: string;
    configPath: string[];
  };
  if (manifest.opensearchDashboardsVersion !== expectedVersion) {
    throw new Error(
      `Plugin ${manifest.id} is for Dashboards ${manifest.opensearchDashboardsVersion}, this is ${expectedVersion}`
    );
  }
  const dir = mkdtempSync(join(tmpdir(), 'audit-user-plugin-'));
  const prefix = dirname(manifestName);
  for (const name of names) {
    if (name.endsWith('/') || !name.startsWith(`${prefix}/`)) continue;
    const target = resolve(dir, name.slice(prefix.length + 1));
    if (!target.startsWith(dir + sep)) throw new Error(`Bad name in the zip: ${name}`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, files[name]);
  }
  const remove = () => rmSync(dir, { recursive: true, force: true });
  return { id: manifest.id, configPath: manifest.configPath.join('.'), dir, remove };
}
