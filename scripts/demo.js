/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** `npm run demo`: installs what is needed, then runs test/demo/cli.ts until it is stopped. */
const { spawn } = require('child_process');
const { join } = require('path');
const { ROOT, ensureInstalled } = require('./ensure_installed');

ensureInstalled();

const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const demo = spawn(
  process.execPath,
  [tsx, join(ROOT, 'test', 'demo', 'cli.ts'), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' }
);

// A signal to this process alone, as a supervisor sends it, must stop the demo too. From a terminal both get
// it; the demo takes the second one as the same wish.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => demo.kill(signal));
// npm passes signals on only to its own child; `exec` in package.json makes that this process. Should the caller
// be killed outright, nothing is left behind either.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) demo.kill('SIGTERM');
}, 1000).unref();
demo.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
