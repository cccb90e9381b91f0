/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { zipSync, type Zippable } from 'fflate';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join, relative, sep } from 'path';
import { PLUGIN_ID } from '../../common/plugin';
import { bundleBrowser } from './bundle_browser';
import { bundleServer } from './bundle_server';
import { assertBudgets, readBundle, type BundleFile } from './bundle_sizes';
import { stampManifest, type PluginManifest } from './plugin_manifest';

const ROOT = join(__dirname, '..', '..');

/**
 * Time stamp of every file in the zip, so that the same source gives the same bytes. ZIP has local times: a
 * local one is the same in every zone.
 */
const ZIP_TIME = new Date(1980, 0, 1);

/** What to build. */
export interface BuildOptions {
  /** Version of Dashboards that the zip is for, x.y.z. */
  osdVersion: string;
  /** Gets the zip; `build` when missing. */
  outDir?: string;
}

/** What was built. */
export interface BuiltPlugin {
  zipPath: string;
  files: BundleFile[];
}

/** All files below a folder, relative, sorted. */
function filesBelow(dir: string, base = dir): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      return entry.isDirectory() ? filesBelow(path, base) : [relative(base, path)];
    })
    .sort();
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

const toJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);

/**
 * Builds the installable zip: browser and server bundles, manifest stamped for one version of Dashboards.
 *
 * @throws Error when something does not compile or the browser code is over its budget
 */
export async function buildPlugin({
  osdVersion,
  outDir = join(ROOT, 'build'),
}: BuildOptions): Promise<BuiltPlugin> {
  const { name, version } = readJson<{ name: string; version: string }>(join(ROOT, 'package.json'));
  const manifest = stampManifest(
    readJson<PluginManifest>(join(ROOT, 'opensearch_dashboards.json')),
    version,
    osdVersion
  );
  const staging = join(outDir, `staging-${osdVersion}`);
  await bundleBrowser(ROOT, join(staging, 'public'));
  await bundleServer(ROOT, join(staging, 'server'), version);
  const files = readBundle(join(staging, 'public'));
  assertBudgets(files);

  const content: Record<string, Buffer> = {
    'opensearch_dashboards.json': toJson(manifest),
    'package.json': toJson({
      name,
      version,
      license: 'Apache-2.0',
      opensearchDashboards: { version: osdVersion },
    }),
    '.i18nrc.json': readFileSync(join(ROOT, '.i18nrc.json')),
    LICENSE: readFileSync(join(ROOT, 'LICENSE')),
  };
  for (const file of filesBelow(join(staging, 'server'))) {
    content[`server/${file}`] = readFileSync(join(staging, 'server', file));
  }
  for (const file of filesBelow(join(ROOT, 'translations'))) {
    content[`translations/${file}`] = readFileSync(join(ROOT, 'translations', file));
  }
  for (const { name: file, raw, gzip, brotli } of files) {
    // Hosts serve a .br or .gz file unchecked: the three are always written together.
    content[`target/public/${file}`] = raw;
    content[`target/public/${file}.gz`] = gzip;
    content[`target/public/${file}.br`] = brotli;
  }
  const entries: Zippable = {};
  for (const path of Object.keys(content).sort()) {
    const inZip = `opensearch-dashboards/${PLUGIN_ID}/${path.split(sep).join('/')}`;
    entries[inZip] = [content[path], { mtime: ZIP_TIME }];
  }
  mkdirSync(outDir, { recursive: true });
  const zipPath = join(outDir, `${PLUGIN_ID}-${osdVersion}.zip`);
  writeFileSync(zipPath, zipSync(entries, { level: 9 }));
  return { zipPath, files };
}
