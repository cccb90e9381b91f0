/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

const { spawnSync } = require('child_process');
const { existsSync, readdirSync } = require('fs');

const onPath = (command) =>
  (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${command}`));

/** A JDK 17 to 21, on which OpenSearch 2.19 runs. */
const hasJava = () =>
  onPath('javac') ||
  (existsSync('/usr/lib/jvm') && readdirSync('/usr/lib/jvm').some((name) => /17|21/.test(name)));

/** What the tests need from the system, and the Debian package that has it. */
const NEEDED = [
  { name: 'openjdk-17-jdk-headless', present: hasJava },
  { name: 'maven', present: () => onPath('mvn') },
  {
    name: 'chromium',
    present: () =>
      Boolean(process.env.CHROMIUM_PATH) || onPath('chromium') || onPath('google-chrome'),
  },
];

/**
 * Installs the missing Debian packages as root, and says which are missing as anybody else. Exits with 1 when
 * something stays missing.
 */
function ensureDebianPackages() {
  const missing = NEEDED.filter(({ present }) => !present()).map(({ name }) => name);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    console.error(`Missing: ${missing.join(', ')}. Install them, on Debian with: sudo ${command}`);
    process.exit(1);
  }
  console.log(`Installing Debian packages: ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of ['apt-get update -q', command]) {
    const { status } = spawnSync('sh', ['-c', step], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    });
    if (status !== 0) {
      console.error(`Failed: ${step}`);
      process.exit(1);
    }
  }
}

module.exports = { ensureDebianPackages };
