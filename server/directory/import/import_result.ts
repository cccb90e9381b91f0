/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntryInput, SkippedLine } from '../../../common/api/directory';

/** An entry of an import. */
export interface ImportedEntry {
  /** Where it begins; 1 is the first line of the text. */
  line: number;
  entry: DirectoryEntryInput;
}

/** What an import read, and what it could not. */
export interface ImportResult {
  entries: ImportedEntry[];
  skipped: SkippedLine[];
}
