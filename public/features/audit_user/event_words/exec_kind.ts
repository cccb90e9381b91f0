/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { StreamingRequest } from '../../../../common/api/kube_events';
import { waitsForInput } from './shell_command';
import { toTarCopy } from './tar_copy';

/** What an exec into a container amounts to. */
export type ExecKind =
  | 'interactive_shell'
  | 'shell_with_input'
  | 'copy_from_container'
  | 'copy_to_container'
  | 'command'
  | 'unknown_command';

/**
 * Tells a shell that a person typed into from a command that ran once. In doubt it is `command`, which is
 * true of every exec.
 *
 * @param streaming what the request asked for; undefined when the record does not say
 */
export function toExecKind(streaming: StreamingRequest | undefined): ExecKind {
  if (!streaming || streaming.command.length === 0) return 'unknown_command';
  const { command, stdin, stdout, tty } = streaming;
  const copy = toTarCopy(command);
  if (copy === 'from_container' && stdout) return 'copy_from_container';
  if (copy === 'to_container' && stdin) return 'copy_to_container';
  if (!stdin || !waitsForInput(command)) return 'command';
  return tty ? 'interactive_shell' : 'shell_with_input';
}
