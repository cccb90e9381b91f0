/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntryInput, SkippedLine } from '../../../common/api/directory';

/** What an import read, each entry with the line that it comes from. */
export interface ImportResult {
  entries: Array<{ line: number; entry: DirectoryEntryInput }>;
  skipped: SkippedLine[];
}
