/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';

/**
 * The pid file of an instance. It lies beside the instance's folder, not in it, where the user as
 * which root starts OpenSearch could change which process gets ended.
 */
export interface InstanceRecord {
  /** Missing until the process was started. */
  readonly pid?: number;
  readonly parentPid: number;
  /** Tells the parent from a later process with its number; unknown outside Linux. */
  readonly parentStart?: string;
}

const SUFFIX = '.json';

const readProc = (pid: number, name: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
};

/**
 * Tells when a process started, to recognise it.
 *
 * @param pid - its number.
 * @returns clock ticks since the machine started, or undefined when there is no such process or the
 * operating system has no /proc.
 */
export function processStart(pid: number): string | undefined {
  // The second field, the name in parentheses, may contain spaces and parentheses.
  const stat = readProc(pid, 'stat');
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Tells whether the process that started an instance is gone.
 *
 * @param record - the instance's pid file.
 * @returns true only when it certainly is.
 */
export function isOrphan(record: InstanceRecord): boolean {
  if (!isAlive(record.parentPid)) return true;
  const start = processStart(record.parentPid);
  return record.parentStart !== undefined && start !== undefined && start !== record.parentStart;
}

/**
 * Writes or replaces the pid file of an instance.
 *
 * @param folder - the instance's folder.
 * @param pid - of OpenSearch, once it is started.
 */
export function writeRecord(folder: string, pid?: number): void {
  const parentPid = process.pid;
  const record: InstanceRecord = { pid, parentPid, parentStart: processStart(parentPid) };
  writeFileSync(`${folder}${SUFFIX}`, JSON.stringify(record));
}

/**
 * Removes an instance's folder and pid file.
 *
 * @param folder - the instance's folder; it may be gone already.
 */
export function removeInstance(folder: string): void {
  // A process that was just ended may still be writing: try again for a moment.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  rmSync(`${folder}${SUFFIX}`, { force: true });
}

/**
 * The number may belong to another process by now: only one that names the folder is ours. Without
 * /proc that cannot be told, and nothing is ended.
 */
const endProcess = (pid: number, folder: string): void => {
  if (!readProc(pid, 'cmdline')?.includes(folder)) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in between.
  }
};

/**
 * Ends the instances in a folder whose starting process is gone (it was killed, say), and removes
 * what they left.
 *
 * @param runFolder - holds the folders and pid files of instances.
 * @param log - is told of each.
 */
export function sweepOrphans(runFolder: string, log: (line: string) => void): void {
  for (const name of readdirSync(runFolder)) {
    if (!name.endsWith(SUFFIX)) continue;
    const folder = join(runFolder, name.slice(0, -SUFFIX.length));
    let record: InstanceRecord;
    try {
      record = JSON.parse(readFileSync(join(runFolder, name), 'utf8')) as InstanceRecord;
    } catch {
      // Being written or removed by another process at this moment.
      continue;
    }
    if (!isOrphan(record)) continue;
    log(`Removing the instance ${folder}, whose starting process is gone.`);
    if (record.pid !== undefined) endProcess(record.pid, folder);
    removeInstance(folder);
  }
}
