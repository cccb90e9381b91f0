/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntryInput } from '../api/directory';
import { toCsvLine } from '../csv/csv_cell';
import { DIRECTORY_COLUMNS } from './directory_columns';

/** The directory as CSV (RFC 4180, CRLF), one entry a line; nothing in it is a formula. */
export function toDirectoryCsv(entries: readonly DirectoryEntryInput[]): string {
  const rows = entries.map((entry) => DIRECTORY_COLUMNS.map((column) => entry[column]));
  return [[...DIRECTORY_COLUMNS], ...rows].map(toCsvLine).join('');
}
