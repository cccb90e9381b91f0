/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { brotliCompressSync, constants, gzipSync } from 'zlib';

/** Every Dashboards page loads the entry file of every plugin: 8 kB gzipped. */
export const MAX_ENTRY_BYTES = 8 * 1024;

/** All browser code together, gzipped. */
export const MAX_BROWSER_BYTES = 150 * 1024;

/** A browser file in the forms in which hosts serve it. */
export interface BundleFile {
  name: string;
  raw: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

/** Reads and compresses the browser files, in the order of their names. */
export function readBundle(dir: string): BundleFile[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => {
      const raw = readFileSync(join(dir, name));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      return {
        name,
        raw,
        gzip: gzipSync(raw, { level: 9 }),
        brotli: brotliCompressSync(raw, { params }),
      };
    });
}

/**
 * Holds the size budgets.
 *
 * @throws Error that names the figure that is over its budget
 */
export function assertBudgets(files: readonly BundleFile[]): void {
  const entry = files.find(({ name }) => name.endsWith('.plugin.js'));
  if (!entry) throw new Error('There is no entry file');
  if (entry.gzip.length > MAX_ENTRY_BYTES) {
    throw new Error(`${entry.name}: ${entry.gzip.length} bytes gzipped, over ${MAX_ENTRY_BYTES}`);
  }
  const total = files.reduce((sum, { gzip }) => sum + gzip.length, 0);
  if (total > MAX_BROWSER_BYTES) {
    throw new Error(`Browser code: ${total} bytes gzipped, over ${MAX_BROWSER_BYTES}`);
  }
}

/** A table of sizes in bytes. */
export function sizeTable(files: readonly BundleFile[]): string {
  const row = (name: string, ...sizes: Array<number | string>) =>
    name.padEnd(44) + sizes.map((size) => String(size).padStart(10)).join('');
  return [
    row('browser', 'raw', 'gzip', 'brotli'),
    ...files.map(({ name, raw, gzip, brotli }) =>
      row(name, raw.length, gzip.length, brotli.length)
    ),
  ].join('\n');
}
