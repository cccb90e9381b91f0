/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntryInput } from '../api/directory';
import { DIRECTORY_COLUMNS, toFormulaSafe, type DirectoryColumn } from './directory_columns';

/** RFC 4180: quotes around what holds a quote, a separator or a line break; blanks at the ends are kept too. */
function toCell(value: string): string {
  const safe = toFormulaSafe(value);
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function valueOf(entry: DirectoryEntryInput, column: DirectoryColumn): string {
  const value = entry[column];
  return value === undefined ? '' : String(value);
}

/** The directory as CSV (RFC 4180, CRLF), one entry a line; nothing in it is a formula. */
export function toDirectoryCsv(entries: readonly DirectoryEntryInput[]): string {
  const rows = entries.map((entry) =>
    DIRECTORY_COLUMNS.map((column) => toCell(valueOf(entry, column))).join(',')
  );
  return [DIRECTORY_COLUMNS.join(','), ...rows].map((row) => `${row}\r\n`).join('');
}
