/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { unzipSync } from 'fflate';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { brotliDecompressSync, gunzipSync } from 'zlib';
import { buildPlugin, type BuiltPlugin } from './build_plugin';
import { assertBudgets, MAX_BROWSER_BYTES, MAX_ENTRY_BYTES } from './bundle_sizes';

const PREFIX = 'opensearch-dashboards/auditUser/';

let outDir: string;
let built: BuiltPlugin;
let zip: Record<string, Uint8Array>;

const text = (name: string) => Buffer.from(zip[PREFIX + name]).toString('utf8');
const entry = () => text('target/public/auditUser.plugin.js');

beforeAll(async () => {
  outDir = mkdtempSync(join(tmpdir(), 'audit-user-build-test-'));
  built = await buildPlugin({ osdVersion: '2.19.4', outDir });
  zip = unzipSync(new Uint8Array(readFileSync(built.zipPath)));
});
afterAll(() => rmSync(outDir, { recursive: true }));

describe('the browser code', () => {
  it('keeps within its budgets', () => {
    const size = (names: RegExp) =>
      built.files.filter(({ name }) => names.test(name)).reduce((sum, f) => sum + f.gzip.length, 0);
    expect(size(/plugin\.js$/)).toBeGreaterThan(0);
    expect(size(/plugin\.js$/)).toBeLessThan(8 * 1024);
    expect(size(/./)).toBeLessThan(150 * 1024);
  });

  it('would fail the build over its budgets', () => {
    const file = (name: string, bytes: number) => {
      const gzip = Buffer.alloc(bytes);
      return { name, raw: gzip, gzip, brotli: gzip };
    };
    expect(() => assertBudgets([file('a.plugin.js', MAX_ENTRY_BYTES + 1)])).toThrow(
      /a\.plugin\.js/
    );
    expect(() =>
      assertBudgets([file('a.plugin.js', 1), file('a.chunk.js', MAX_BROWSER_BYTES)])
    ).toThrow(/Browser code/);
  });

  it('brings no React, charts or OUI of its own', () => {
    const all = built.files.map(({ raw }) => raw.toString('utf8')).join('\n');
    for (const name of ['React', 'ReactDom', 'ElasticEui', 'ElasticCharts', 'Moment']) {
      expect(all).toContain(`__osdSharedDeps__.${name}`);
    }
    expect(all).not.toContain('react.production.min');
    expect(all).not.toMatch(/\beval\(|new Function\(/);
    expect(all).not.toMatch(
      /https?:\/\/(?!(localhost|www\.w3\.org|reactjs\.org|openjsf\.org))[\w.]+\//
    );
  });

  it('is served compressed to the letter', () => {
    for (const name of built.files.map((file) => `${PREFIX}target/public/${file.name}`)) {
      expect(Buffer.from(gunzipSync(zip[`${name}.gz`])).equals(zip[name])).toBe(true);
      expect(Buffer.from(brotliDecompressSync(zip[`${name}.br`])).equals(zip[name])).toBe(true);
    }
  });

  it('names its chunks by their content', () => {
    const chunks = built.files.filter(({ name }) => name.includes('.chunk.'));
    expect(chunks.length).toBeGreaterThan(0);
    for (const { name } of chunks) expect(name).toMatch(/^auditUser\.chunk\.[0-9a-f]{16}\.js$/);
  });
});

describe.each([
  ['up to 3.4', (getter: (key: unknown) => unknown, key: unknown) => getter(key)],
  ['from 3.5 on', (getter: (key?: unknown) => unknown) => getter()],
])('the loader of Dashboards %s', (_name, get) => {
  it('gets the plugin from the entry', () => {
    const defined = new Map<string, () => unknown>();
    const bundles = {
      define: (id: string, getter: (key: unknown) => unknown, key: unknown) =>
        void defined.set(id, () => get(getter, key)),
    };
    const window = { __osdPublicPath__: { auditUser: '/base/bundles/plugin/auditUser/' } };
    const shared = new Proxy({}, { get: () => ({ i18n: { translate: () => 'x' } }) });
    const run = new Function('window', 'self', '__osdBundles__', '__osdSharedDeps__', entry());
    run(window, window, bundles, shared);
    const exported = defined.get('plugin/auditUser/public')?.() as { plugin(): object };
    expect(typeof (exported.plugin() as { setup: unknown }).setup).toBe('function');
  });
});

describe('the zip', () => {
  it('holds what Dashboards installs, and no test equipment', () => {
    const names = Object.keys(zip).map((name) => name.slice(PREFIX.length));
    expect(names).toEqual(
      expect.arrayContaining([
        '.i18nrc.json',
        'LICENSE',
        'opensearch_dashboards.json',
        'package.json',
        'server/evidence_worker.js',
        'server/index.js',
        'target/public/auditUser.plugin.js',
      ])
    );
    expect(names.filter((name) => /test|fixture|node_modules|stand_in/.test(name))).toEqual([]);
    expect(Object.keys(zip).every((name) => name.startsWith(PREFIX))).toBe(true);
  });

  it('names the version of Dashboards that it is for', () => {
    expect(JSON.parse(text('opensearch_dashboards.json'))).toMatchObject({
      id: 'auditUser',
      opensearchDashboardsVersion: '2.19.4',
      configPath: ['auditUser'],
      server: true,
      ui: true,
    });
    expect(JSON.parse(text('package.json')).opensearchDashboards).toEqual({ version: '2.19.4' });
  });

  it('is the same to the byte when it is built again', async () => {
    const again = await buildPlugin({ osdVersion: '2.19.4', outDir: join(outDir, 'again') });
    expect(readFileSync(again.zipPath).equals(readFileSync(built.zipPath))).toBe(true);
  });

  it('is refused for a version that is none', async () => {
    await expect(buildPlugin({ osdVersion: '3', outDir })).rejects.toThrow(/x\.y\.z/);
  });
});
