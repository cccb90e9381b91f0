/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** `npm run build -- --osd-version <v>`: makes build/auditUser-<v>.zip, without a Dashboards checkout. */
const { spawnSync } = require('child_process');
const { join } = require('path');
const { ROOT, ensureInstalled } = require('./ensure_installed');

ensureInstalled();
const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const { status } = spawnSync(
  process.execPath,
  [tsx, join(__dirname, 'build', 'cli.ts'), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' }
);
process.exit(status ?? 1);
