/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { z } from 'zod';
import { DIRECTORY_KINDS, directoryEntryInputSchema } from '../../../common/api/directory';
import {
  DIRECTORY_COLUMNS,
  fromFormulaSafe,
  type DirectoryColumn,
} from '../../../common/directory/directory_columns';
import { readCsvRecords, type CsvRecord } from './csv_records';
import type { ImportedEntry, ImportResult } from './import_result';

/** `true`, `yes`, `1`; everything else but their opposites is an error, never a guess. */
const BOOLEANS = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
  ['', false],
]);

/** What is wrong with a header. Repeats nothing of it: it may be a secret that was pasted by mistake. */
function complaintAboutHeader(names: readonly string[]): string | undefined {
  const missing = (['kind', 'value'] as const).filter((name) => !names.includes(name));
  if (missing.length > 0) return `the header lacks ${missing.join(' and ')}`;
  const unknown = names.filter((name) => !(DIRECTORY_COLUMNS as readonly string[]).includes(name));
  if (unknown.length > 0) {
    return `the header holds columns (${unknown.length}) that are none of ${DIRECTORY_COLUMNS.join(', ')}`;
  }
  return new Set(names).size < names.length ? 'the header holds a column twice' : undefined;
}

/** In words that repeat nothing of the cell. */
function complaintAboutCell({ path, message }: z.ZodIssue): string {
  const column = path.join('.');
  switch (column) {
    case 'kind':
      return `kind: must be one of ${DIRECTORY_KINDS.join(', ')}`;
    case 'validFrom':
    case 'validTo':
      return `${column}: must be an instant with its zone, such as 2026-01-31T08:00:00Z`;
    default:
      return `${column}: ${message}`;
  }
}

function toEntry(
  { line, lastLine, cells, broken }: CsvRecord,
  columns: readonly DirectoryColumn[]
): ImportedEntry['entry'] | string {
  if (broken) {
    return `a quote that is not closed as it should be: lines ${line} to ${lastLine} were left out`;
  }
  if (cells.length !== columns.length) {
    return `has ${cells.length} cells, the header ${columns.length}`;
  }
  const fields = new Map(
    columns
      .map((column, i): [DirectoryColumn, string] => [column, fromFormulaSafe(cells[i])])
      .filter(([, cell]) => cell !== '')
  );
  const shared = BOOLEANS.get((fields.get('shared') ?? '').toLowerCase());
  if (shared === undefined) return 'shared: must be true or false';
  const parsed = directoryEntryInputSchema.safeParse({ ...Object.fromEntries(fields), shared });
  return parsed.success ? parsed.data : complaintAboutCell(parsed.error.issues[0]);
}

/** Reads a directory as CSV (RFC 4180) with a header of the columns of its export, in any order. */
export function readDirectoryCsv(text: string): ImportResult {
  const result: ImportResult = { entries: [], skipped: [] };
  const [header, ...records] = readCsvRecords(text.replace(/^\ufeff/, ''));
  const names = new Map(DIRECTORY_COLUMNS.map((name) => [name.toLowerCase(), name]));
  const columns = (header?.cells ?? []).map((cell) => names.get(cell.toLowerCase()) ?? cell);
  const complaint = complaintAboutHeader(columns);
  if (complaint !== undefined) {
    return { entries: [], skipped: [{ line: header?.line ?? 1, reason: complaint }] };
  }
  for (const record of records) {
    const entry = toEntry(record, columns as DirectoryColumn[]);
    if (typeof entry === 'string') result.skipped.push({ line: record.line, reason: entry });
    else result.entries.push({ line: record.line, entry });
  }
  return result;
}
