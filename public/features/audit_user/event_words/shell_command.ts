/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

const SHELLS = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'zsh',
  'ksh',
  'mksh',
  'fish',
  'csh',
  'tcsh',
  'rbash',
  'pwsh',
  'powershell',
  'powershell.exe',
  'cmd',
  'cmd.exe',
]);

/** Name of a program without its path: `/bin/bash` and `C:\Windows\cmd.exe` too. */
export function programName(argument: string): string {
  return argument.slice(Math.max(argument.lastIndexOf('/'), argument.lastIndexOf('\\')) + 1);
}

/** `env TERM=xterm bash` and `busybox sh` run what comes after. */
function withoutWrapper(command: readonly string[]): readonly string[] {
  const program = programName(command[0] ?? '');
  if (program === 'busybox') return command.slice(1);
  if (program !== 'env') return command;
  const first = command.findIndex((argument, index) => index > 0 && !/^\w+=/.test(argument));
  return first < 0 ? [] : command.slice(first);
}

/** Separators of simple commands in a shell script, good enough to find the last one. */
const COMMAND_SEPARATOR = /[;&|(){}\n]+/;

/**
 * Consoles open a shell with whichever shell there is, such as `clear; (bash || ash || sh)`: the last
 * command of the script is a bare shell.
 */
function scriptEndsInShell(script: string): boolean {
  const last = script
    .split(COMMAND_SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .pop();
  if (last === undefined) return false;
  const words = last.split(/\s+/).filter((word) => word !== 'exec');
  return startsShell(words) && words.slice(1).every((word) => /^-{1,2}[a-z]+$/.test(word));
}

/** Whether the program of this command is a shell, with any arguments. */
function startsShell(command: readonly string[]): boolean {
  const [program] = withoutWrapper(command);
  return program !== undefined && SHELLS.has(programName(program).toLowerCase());
}

/**
 * Whether this command leaves a shell that waits for input, as opposed to a shell that runs one script
 * (`sh -c 'cat /etc/passwd'`) or a file.
 */
export function waitsForInput(command: readonly string[]): boolean {
  if (!startsShell(command)) return false;
  const args = withoutWrapper(command).slice(1);
  const scriptOption = args.findIndex((argument) => /^-[a-z]*c$/.test(argument));
  if (scriptOption >= 0) return scriptEndsInShell(args[scriptOption + 1] ?? '');
  return args.every((argument) => /^-{1,2}[a-z]+$/.test(argument));
}
