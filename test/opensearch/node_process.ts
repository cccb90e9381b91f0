/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { spawn } from 'child_process';
import { existsSync } from 'fs';
import { createInterface } from 'readline';
import { RunAs } from './directories';

/** Enough for the stack traces of a failed start; a demo that runs for days must not grow. */
const KEPT_LINES = 500;

/** A query can be a log line of megabytes. */
const KEPT_LINE_LENGTH = 4000;

/** OpenSearch closes its indices on SIGTERM, within a second or two on a quiet machine. */
const STOP_GRACE_MS = 20_000;

/** Part of Debian's essential packages; elsewhere an instance may outlive a killed parent. */
const SETPRIV = '/usr/bin/setpriv';

/** What to run. */
export interface NodeProcessInput {
  readonly java: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly user: RunAs | undefined;
  readonly log: (line: string) => void;
}

/** A running OpenSearch process. */
export interface NodeProcess {
  readonly pid: number;
  /** Why it is no longer running, or undefined while it is. */
  ended(): string | undefined;
  /** The last lines of its log. */
  logTail(lines: number): string;
  /** Asks it to stop, and kills it when it does not. Resolves when it is gone. */
  stop(): Promise<void>;
  /** Kills it without waiting, for the end of this process. */
  kill(): void;
}

/**
 * Starts Java. Where the operating system can do it, the process is told to stop when its parent is
 * killed.
 *
 * @param input - the command, its folder and its user.
 * @returns the process, which may end at once; see `ended`.
 * @throws Error when it cannot be started at all.
 */
export async function startNodeProcess(input: NodeProcessInput): Promise<NodeProcess> {
  const follow = process.platform === 'linux' && existsSync(SETPRIV);
  const command = follow ? SETPRIV : input.java;
  const args = follow ? ['--pdeathsig', 'TERM', '--', input.java, ...input.args] : [...input.args];
  const child = spawn(command, args, {
    cwd: input.folder,
    // Nothing of the environment: options in it (JAVA_TOOL_OPTIONS, say) would change the tests.
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(input.user ?? {}),
  });
  const kept: string[] = [];
  const keep = (line: string) => {
    kept.push(line.slice(0, KEPT_LINE_LENGTH));
    if (kept.length > KEPT_LINES) kept.shift();
    input.log(line);
  };
  createInterface({ input: child.stdout }).on('line', keep);
  createInterface({ input: child.stderr }).on('line', keep);

  let end: string | undefined;
  const gone = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      end = code === null ? `ended by ${signal}` : `exit code ${code}`;
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });

  const stop = async () => {
    if (end === undefined) child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
    await gone;
    clearTimeout(timer);
  };
  return {
    pid: child.pid as number,
    ended: () => end,
    logTail: (lines) => kept.slice(-lines).join('\n'),
    stop,
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
