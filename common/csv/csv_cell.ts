/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toFormulaSafe } from '../directory/directory_columns';

/** What most cells look like: nothing in them is quoted, no end is blank, no spreadsheet takes them for a formula. */
const PLAIN = /^[\w(/][\w.:/()?&=@#%+-]*(?: [\w.:/()?&=@#%+-]+)*$/;

/** RFC 4180: quotes around what holds a quote, a separator or a line break; blanks at the ends are kept too. */
export function toCsvCell(value: string): string {
  if (value === '' || PLAIN.test(value)) return value;
  const safe = toFormulaSafe(value);
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** One line of a CSV (RFC 4180, CRLF); nothing in it is a formula. An absent value is an empty cell. */
export function toCsvLine(values: ReadonlyArray<string | number | boolean | undefined>): string {
  return `${values.map((value) => (value === undefined ? '' : toCsvCell(String(value)))).join(',')}\r\n`;
}
