/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { spawn } from 'child_process';

/** How much of a failed command's output an error shows: its end says why, its start rarely. */
const SHOWN_LINES = 30;

/** Thrown when a command is not installed, so that the caller can say how to install it. */
export class CommandMissingError extends Error {
  /** @param command - the command as it was called. */
  constructor(public readonly command: string) {
    super(`The command ${command} was not found.`);
    this.name = 'CommandMissingError';
  }
}

/** What a command gets besides its arguments. */
export interface CommandOptions {
  readonly cwd?: string;
  /** Replaces the environment; this process's own when missing. */
  readonly env?: NodeJS.ProcessEnv;
  /** Written to its standard input, which is closed then. Secrets go here, not into arguments. */
  readonly input?: string;
}

/**
 * Runs a command to its end.
 *
 * @param command - a path, or a name that is looked up in PATH. No shell is involved.
 * @param args - its arguments.
 * @param options - working folder, environment and input.
 * @returns what it wrote to its standard output.
 * @throws CommandMissingError when there is no such command; Error with the end of its output when
 * it fails.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {}
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd: options.cwd, env: options.env });
    let stdout = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      all += text;
    });
    // A command that ends without reading its input breaks the pipe; its exit code tells more.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new CommandMissingError(command) : error);
    });
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(stdout);
        return;
      }
      const end = all.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
      const how = code === null ? `was ended by ${signal}` : `failed with exit code ${code}`;
      reject(new Error(`${command} ${args[0] ?? ''} … ${how}:\n${end}`));
    });
  });
}
