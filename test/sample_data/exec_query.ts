/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** How an exec is to be attached. */
export interface ExecOptions {
  container: string;
  /** An interactive shell: with stdin and a terminal. */
  interactive?: boolean;
  stdin?: boolean;
}

/** Query of an exec's URI as kubectl writes it: `command` repeated, form-encoded, then the streams. */
export function toExecQuery(command: readonly string[], options: ExecOptions): string {
  const query = new URLSearchParams();
  command.forEach((argument) => query.append('command', argument));
  query.append('container', options.container);
  if (options.interactive || options.stdin) query.append('stdin', 'true');
  if (!options.interactive) query.append('stderr', 'true');
  query.append('stdout', 'true');
  if (options.interactive) query.append('tty', 'true');
  return query.toString();
}
