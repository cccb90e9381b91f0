/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Writes an argument list on one line as a POSIX shell would need it, so that `sh -c 'a b'` and
 * `sh -c a b` differ. For reading; it is not meant to be run.
 */
export function quoteArguments(command: readonly string[]): string {
  return command
    .map((argument) =>
      /^[\w@%+=:,./•-]+$/.test(argument) ? argument : `'${argument.replace(/'/g, `'\\''`)}'`
    )
    .join(' ');
}
