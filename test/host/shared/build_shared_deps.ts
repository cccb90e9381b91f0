/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'fs';
import { join } from 'path';
import { runRspack, TYPESCRIPT_RULE } from '../../../scripts/build/run_rspack';
import type { HostProfile } from '../host_profiles';
import { SHARED_EXTERNALS } from '../../../scripts/build/shared_globals';

const ROOT = join(__dirname, '..', '..', '..');
const HOST = join(ROOT, 'test', 'host');
const modules = (name: string, ...path: string[]) => join(ROOT, 'node_modules', name, ...path);

/** Sources that end up in the bundles, besides packages of the lock file. */
const SOURCES = [
  'package-lock.json',
  'test/host/shared/shared_deps_entry.ts',
  'test/host/shared/theme.ts',
  'test/host/shared/build_shared_deps.ts',
  'test/stand_ins/osd_i18n.ts',
  'test/stand_ins/osd_i18n_react.tsx',
];

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(readFileSync(join(ROOT, source)));
  return hash.digest('hex').slice(0, 12);
}

function aliases({ packages, theme }: HostProfile): Record<string, string> {
  return {
    react$: modules(packages.react),
    'react/jsx-runtime': modules(packages.react, 'jsx-runtime.js'),
    'react-dom$': modules(packages.reactDom),
    'react-dom/server': modules(packages.reactDom, 'server.browser.js'),
    '@elastic/eui': modules(packages.oui),
    // OUI asks for the name that it has inside Dashboards; npm has the same code under the old one.
    '@opensearch/datemath': modules('@elastic/datemath'),
    'host_theme_light.json': modules(packages.oui, 'dist', `eui_theme_${theme}_light.json`),
    'host_theme_dark.json': modules(packages.oui, 'dist', `eui_theme_${theme}_dark.json`),
  };
}

/**
 * Bundles the shared packages of a profile, unless that was done: half a minute the first time.
 *
 * @returns the folder with `shared_deps.js`, `theme_light.css`, `theme_dark.css`, `charts_light.css`, `charts_dark.css`
 */
export async function buildSharedDeps(profile: HostProfile): Promise<string> {
  const dir = join(HOST, '.shared_deps', `${profile.name}-${fingerprint()}`);
  if (existsSync(dir)) return dir;
  const staging = `${dir}.${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  await runRspack({
    mode: 'production',
    target: ['web', 'es2019'],
    context: ROOT,
    entry: { shared_deps: join(HOST, 'shared', 'shared_deps_entry.ts') },
    devtool: false,
    output: {
      path: staging,
      filename: '[name].js',
      library: { name: '__osdSharedDeps__', type: 'window' },
    },
    resolve: {
      extensions: ['.tsx', '.ts', '.mjs', '.js', '.json'],
      alias: aliases(profile),
      // What Node has built in and a browser library asks for in passing.
      fallback: { path: false, fs: false, util: false, process: false },
    },
    module: {
      rules: [TYPESCRIPT_RULE, { test: /\.m?js$/, resolve: { fullySpecified: false } }],
    },
    performance: { hints: false },
  });
  for (const mode of ['light', 'dark']) {
    const css = `eui_theme_${profile.theme}_${mode}.min.css`;
    copyFileSync(modules(profile.packages.oui, 'dist', css), join(staging, `theme_${mode}.css`));
    const charts = modules('@elastic/charts', 'dist', `theme_only_${mode}.css`);
    copyFileSync(charts, join(staging, `charts_${mode}.css`));
  }
  try {
    renameSync(staging, dir);
  } catch (error) {
    // Another process was faster and made the same.
    if (!existsSync(dir)) throw error;
    rmSync(staging, { recursive: true });
  }
  return dir;
}

/**
 * Bundles the browser side of the host: its core, as `entry/core/public` of Dashboards.
 *
 * @param outDir gets `core.js` and `core.css`
 */
export async function buildCore(outDir: string): Promise<void> {
  await runRspack({
    mode: 'production',
    target: ['web', 'es2019'],
    context: ROOT,
    entry: { core: join(HOST, 'browser', 'core_entry.ts') },
    devtool: false,
    output: { path: outDir, filename: '[name].js' },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    externalsType: 'var',
    externals: SHARED_EXTERNALS,
    module: { rules: [TYPESCRIPT_RULE] },
    performance: { hints: false },
  });
  copyFileSync(join(HOST, 'browser', 'core.css'), join(outDir, 'core.css'));
}
