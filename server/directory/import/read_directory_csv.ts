/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import Papa from 'papaparse';
import { directoryEntryInputSchema } from '../../../common/api/directory';
import { DIRECTORY_COLUMNS, fromFormulaSafe } from '../../../common/directory/directory_columns';
import type { ImportResult } from './import_result';

/** `true`, `yes`, `1`; everything else but their opposites is an error, never a guess. */
const BOOLEANS: Record<string, boolean> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
  '': false,
};

/**
 * Reads a directory as CSV (RFC 4180) with a header of the columns of its export, in any order. `line` counts
 * records, the header being the first.
 */
export function readDirectoryCsv(text: string): ImportResult {
  const result: ImportResult = { entries: [], skipped: [] };
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: ',',
    skipEmptyLines: 'greedy',
  });
  const broken = new Map(errors.map(({ row, message }) => [row, message]));
  const [header, ...rows] = data;
  const columns = (header ?? []).map((name) => name.trim());
  const missing = (['kind', 'value'] as const).filter((name) => !columns.includes(name));
  const unknown = columns.filter(
    (name) => !(DIRECTORY_COLUMNS as readonly string[]).includes(name)
  );
  if (missing.length > 0 || unknown.length > 0) {
    const reason =
      missing.length > 0
        ? `the header lacks ${missing.join(' and ')}`
        : `the header holds unknown columns: ${unknown.join(', ').slice(0, 200)}`;
    return { entries: [], skipped: [{ line: 1, reason }] };
  }
  rows.forEach((cells, i) => {
    const line = i + 2;
    const skip = (reason: string) => result.skipped.push({ line, reason });
    const error = broken.get(i + 1);
    if (error !== undefined) {
      skip(error);
      return;
    }
    if (cells.length !== columns.length) {
      skip(`has ${cells.length} cells, the header ${columns.length}`);
      return;
    }
    const fields = Object.fromEntries(
      columns
        .map((column, k): [string, string] => [column, fromFormulaSafe(cells[k])])
        .filter(([, cell]) => cell !== '')
    );
    const shared = BOOLEANS[(fields.shared ?? '').trim().toLowerCase()];
    if (shared === undefined) {
      skip('shared: must be true or false');
      return;
    }
    const parsed = directoryEntryInputSchema.safeParse({ ...fields, shared });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      skip(`${issue.path.join('.')}: ${issue.message}`);
      return;
    }
    result.entries.push({ line, entry: parsed.data });
  });
  return result;
}
