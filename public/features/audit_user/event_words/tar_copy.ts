/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { programName } from './shell_command';

/** Direction of a copy through `tar` on a stream, which is all that `kubectl cp` does. */
export type TarCopy = 'from_container' | 'to_container';

/** Letters of tar's short options, in order: `cf`, `-cf` and `-c -f` all give `cf`. */
function shortOptions(args: readonly string[]): string {
  return args
    .filter(
      (argument, index) =>
        /^-[A-Za-z]+$/.test(argument) || (index === 0 && /^[A-Za-z]+$/.test(argument))
    )
    .map((argument) => argument.replace('-', ''))
    .join('');
}

/** Whether the archive is the stream itself: the option that ends in `f` is followed by `-`. */
function usesStream(args: readonly string[]): boolean {
  return args.some((argument, index) => /^-?[A-Za-z]*f$/.test(argument) && args[index + 1] === '-');
}

/**
 * Tells a file copy from a command: `tar cf - /data` writes an archive to the client, `tar -xmf - -C /`
 * unpacks one from it. A tar that works on files inside the container is an ordinary command.
 */
export function toTarCopy(command: readonly string[]): TarCopy | undefined {
  const [program, ...args] = command;
  if (program === undefined || programName(program) !== 'tar' || !usesStream(args))
    return undefined;
  const options = shortOptions(args);
  if (options.includes('x')) return 'to_container';
  return options.includes('c') ? 'from_container' : undefined;
}
