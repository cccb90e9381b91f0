/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Columns of a directory as CSV, for export and import. */
export const DIRECTORY_COLUMNS = [
  'person',
  'kind',
  'value',
  'shared',
  'validFrom',
  'validTo',
  'note',
  'source',
] as const;

export type DirectoryColumn = (typeof DIRECTORY_COLUMNS)[number];

/** A spreadsheet takes a cell that begins like this for a formula (OWASP: CSV injection), also in full width. */
export const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell as the export wrote it: the apostrophe that it put before a formula is taken off again. */
export function fromFormulaSafe(cell: string): string {
  return cell.startsWith("'") && (FORMULA_START.test(cell.slice(1)) || cell.startsWith("''"))
    ? cell.slice(1)
    : cell;
}

/** A cell that no spreadsheet runs. A leading apostrophe is doubled, so that reading it back is exact. */
export function toFormulaSafe(value: string): string {
  return FORMULA_START.test(value) || value.startsWith("'") ? `'${value}` : value;
}
