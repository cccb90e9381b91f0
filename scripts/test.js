/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * `npm test`: sets everything up on a fresh clone, then lints, type-checks, builds and runs all tests. Ends with
 * the line `N passed, N failed` and exits with 0 only when all passed.
 */
const { spawnSync } = require('child_process');
const { mkdtempSync, readFileSync, rmSync } = require('fs');
const { tmpdir } = require('os');
const { join } = require('path');
const { ensureDebianPackages } = require('./debian_packages');
const { ROOT, ensureInstalled } = require('./ensure_installed');

/** Tests that start OpenSearch and browsers run one file at a time: two cores are what can be counted on. */
const SUITES = [
  { name: 'unit and components', projects: ['unit', 'components'], workers: '2' },
  { name: 'integration', projects: ['integration'], workers: '1' },
  { name: 'browser', projects: ['browser'], workers: '1' },
];

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);

/** Runs a command; true when it succeeded. */
function run(title, command, args) {
  console.log(`\n=== ${title}`);
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(error.message);
  return status === 0;
}

/** Runs a suite and counts its tests. A file that cannot even be loaded counts as one failure. */
function runSuite({ name, projects, workers }, outputFile) {
  const succeeded = run(name, bin('jest'), [
    '--selectProjects',
    ...projects,
    '--maxWorkers',
    workers,
    '--json',
    '--outputFile',
    outputFile,
  ]);
  try {
    const result = JSON.parse(readFileSync(outputFile, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: succeeded ? failed : Math.max(1, failed) };
  } catch (error) {
    console.error(`${name}: no result (${error.message})`);
    return { passed: 0, failed: 1 };
  }
}

ensureDebianPackages();
ensureInstalled();

const checks = [
  run('Lint', bin('eslint'), ['--max-warnings', '0', '--ext', '.ts,.tsx,.js', '.']),
  run('Format', bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  run('Types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']),
  run('Build', process.execPath, [join(__dirname, 'build.js')]),
];
const folder = mkdtempSync(join(tmpdir(), 'audit-user-test-'));
const totals = SUITES.map((suite, i) => runSuite(suite, join(folder, `${i}.json`)));
rmSync(folder, { recursive: true });

const passed = totals.reduce((sum, suite) => sum + suite.passed, 0) + checks.filter(Boolean).length;
const failed =
  totals.reduce((sum, suite) => sum + suite.failed, 0) + checks.filter((ok) => !ok).length;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
