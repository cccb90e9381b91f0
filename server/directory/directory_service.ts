/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCompleteness } from '../../common/api/completeness';
import type { DirectoryEntry, DirectoryResponse } from '../../common/api/directory';
import type { ScopedSearch } from '../search/scoped_search';
import { readDirectory, type DirectoryOptions } from './read_directory';

export { changeDirectory } from './change_directory';
export { readDirectory, type DirectoryOptions, type DirectoryPicture } from './read_directory';

/** Changes shown of the history. */
const MAX_HISTORY = 1000;

const byPerson = (a: DirectoryEntry, b: DirectoryEntry): number =>
  (a.person ?? '\uffff').localeCompare(b.person ?? '\uffff') ||
  a.kind.localeCompare(b.kind) ||
  a.value.localeCompare(b.value);

/** Answers `GET directory`. */
export async function listDirectory(
  search: ScopedSearch,
  options: DirectoryOptions
): Promise<DirectoryResponse> {
  const { directory, entries, history, state, reasons } = await readDirectory(search, options);
  return {
    entries: [...entries].sort(byPerson),
    conflicts: directory.conflicts(),
    history: history.slice(0, MAX_HISTORY),
    ...(history.length > MAX_HISTORY ? { historyLeftOut: history.length - MAX_HISTORY } : {}),
    state,
    completeness: toCompleteness(reasons),
  };
}
