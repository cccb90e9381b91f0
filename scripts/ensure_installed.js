/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

const { spawnSync } = require('child_process');
const { createHash } = require('crypto');
const { existsSync, readFileSync, writeFileSync } = require('fs');
const { join } = require('path');

const ROOT = join(__dirname, '..');

/** Holds the hash of the lock file that node_modules was installed from. */
const MARKER = join(ROOT, 'node_modules', '.audit_user_installed');

/**
 * Installs the dependencies of the lock file unless that was done. Needs node and npm only, so that a fresh
 * clone can run any command.
 */
function ensureInstalled() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === hash) return;
  console.log('Installing the dependencies of package-lock.json (a minute or two) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock file without the optional binaries of other platforms, and a mirror that
  // lacks one of them makes such a lock file. The versions are those of the lock file here too, and it is not
  // written.
  const { status, error } = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error || status !== 0) {
    console.error(`npm install failed${error ? `: ${error.message}` : ''}`);
    process.exit(1);
  }
  writeFileSync(MARKER, hash);
}

module.exports = { ROOT, ensureInstalled };
