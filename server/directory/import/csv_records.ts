/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import Papa from 'papaparse';

/** A record of a CSV text. */
export interface CsvRecord {
  /** Where it begins and ends; 1 is the first line of the text. A cell in quotes may hold line breaks. */
  line: number;
  lastLine: number;
  cells: string[];
  /** A quote is not closed, or text follows it: the record may hold everything to the end of the text. */
  broken: boolean;
}

const SEPARATORS = [',', ';', '\t'] as const;

/** The separator of a text, by its first line, which holds names: spreadsheets write `;` in half of Europe. */
function separatorOf(text: string): string {
  const [first] = text.trimStart().split(/[\r\n]/, 1);
  const count = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Reads the records of a CSV text (RFC 4180), without the empty ones. */
export function readCsvRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const newline = text.includes('\n') ? '\n' : '\r';
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    // Not left to a guess: a text may end its lines in two ways, and a carriage return too many is only a blank.
    newline,
    step: ({ data, errors, meta }) => {
      const breaks = text.slice(start, meta.cursor).split(newline).length - 1;
      const endsWithBreak = text[meta.cursor - 1] === newline;
      start = meta.cursor;
      if (data.some((cell) => cell.trim() !== '')) {
        records.push({
          line,
          lastLine: line + breaks - (endsWithBreak ? 1 : 0),
          cells: data.map((cell) => cell.trim()),
          broken: errors.length > 0,
        });
      }
      line += breaks;
    },
  });
  return records;
}
