/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { spawn, spawnSync } from 'child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { isOrphan, processStart, sweepOrphans, writeRecord } from './instance_record';

/** The number of a process that is certainly gone. */
const gonePid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('an orphan', () => {
  it('is an instance whose starting process is gone', () => {
    expect(isOrphan({ parentPid: gonePid() })).toBe(true);
    expect(isOrphan({ parentPid: process.pid })).toBe(false);
  });

  it('is recognised when another process has the number by now', () => {
    const started = processStart(process.pid);
    expect(isOrphan({ parentPid: process.pid, parentStart: started })).toBe(false);
    // Without /proc the start is unknown, and only the number counts.
    const other = isOrphan({ parentPid: process.pid, parentStart: 'another time' });
    expect(other).toBe(started !== undefined);
  });
});

describe('sweeping', () => {
  let runFolder: string;
  let folder: string;

  beforeEach(() => {
    runFolder = mkdtempSync(join(tmpdir(), 'sweep-test-'));
    folder = join(runFolder, 'opensearch-abc');
    mkdirSync(join(folder, 'data'), { recursive: true });
  });

  afterEach(() => rmSync(runFolder, { recursive: true }));

  const orphaned = (pid?: number) =>
    writeFileSync(`${folder}.json`, JSON.stringify({ pid, parentPid: gonePid() }));

  const sleeper = (...args: string[]) =>
    spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)', '--', ...args], {
      stdio: 'ignore',
    });

  const onLinux = process.platform === 'linux' ? it : it.skip;

  it('leaves the instance of a living process alone', () => {
    writeRecord(folder, process.pid);
    sweepOrphans(runFolder, () => undefined);
    expect(existsSync(folder)).toBe(true);
    expect(existsSync(`${folder}.json`)).toBe(true);
  });

  it('removes what an orphan left, and says so', () => {
    const lines: string[] = [];
    orphaned();
    sweepOrphans(runFolder, (line) => lines.push(line));
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(`${folder}.json`)).toBe(false);
    expect(lines.join()).toContain(folder);
  });

  onLinux('ends the process of an orphan', async () => {
    const child = sleeper(`-Dfolder=${folder}/config`);
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    await new Promise((resolve) => child.once('spawn', resolve));
    orphaned(child.pid);
    sweepOrphans(runFolder, () => undefined);
    expect(await ended).toBe('SIGKILL');
  });

  onLinux('does not end a process that merely has the number', async () => {
    const child = sleeper('--something-else');
    await new Promise((resolve) => child.once('spawn', resolve));
    orphaned(child.pid);
    sweepOrphans(runFolder, () => undefined);
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
  });

  it('ignores a pid file that is being written', () => {
    writeFileSync(`${folder}.json`, '{"pi');
    sweepOrphans(runFolder, () => undefined);
    expect(existsSync(folder)).toBe(true);
  });
});
