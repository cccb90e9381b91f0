/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntry, DirectoryKind } from '../../common/api/directory';

/** An entry as it is looked up. */
export interface HeldEntry {
  entry: DirectoryEntry;
  /** By the spelling filed first; absent for what is shared or of unknown owner. */
  person?: string;
  /** Epoch milliseconds, inclusive. */
  fromMs: number;
  /** Epoch milliseconds, exclusive. */
  toMs: number;
}

/** An entry with its validity in milliseconds. An instant that is none makes it valid never, not always. */
export function toHeldEntry(entry: DirectoryEntry, person: string | undefined): HeldEntry {
  return {
    entry,
    ...(person === undefined || entry.shared ? {} : { person }),
    fromMs: entry.validFrom === undefined ? -Infinity : Date.parse(entry.validFrom),
    toMs: entry.validTo === undefined ? Infinity : Date.parse(entry.validTo),
  };
}

export const isValidAt = ({ fromMs, toMs }: HeldEntry, atMs: number): boolean =>
  fromMs <= atMs && atMs < toMs;

/** The different persons of entries. */
export const personsOf = (held: readonly HeldEntry[]): string[] => [
  ...new Set(held.flatMap(({ person }) => (person === undefined ? [] : [person]))),
];

/** A value as it is compared: the padding of a fingerprint says nothing, all else is compared as it is. */
export function comparableValue(kind: DirectoryKind, value: string): string {
  return kind === 'ssh_key' ? value.trim().replace(/=+$/, '') : value;
}
