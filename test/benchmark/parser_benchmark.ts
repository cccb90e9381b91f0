/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

// How many authlog documents a second are read on one core. Run: npx tsx test/benchmark/parser_benchmark.ts

import { readFileSync } from 'fs';
import { join } from 'path';
import type { AuthlogDocument } from '../../server/authlog/document';
import { parseMessage } from '../../server/authlog/parse_message';
import { toAuthlogLine } from '../../server/authlog/to_authlog_line';

const LINES = 1_000_000;
const RUNS = 5;

/** What the reader hands over for each recorded line; strings are made anew, as out of an answer. */
function documentsOf(name: string): AuthlogDocument[] {
  return readFileSync(join(__dirname, '../fixtures', name), 'utf8')
    .trim()
    .split('\n')
    .map((line, order) => ({
      index: 'authlog',
      id: String(order),
      order,
      source: JSON.parse(line) as Record<string, unknown>,
    }));
}

/** Reads that many lines, again and again from the beginning; lines a second. */
function run(documents: readonly AuthlogDocument[], timeZone: string): number {
  let records = 0;
  const begin = process.hrtime.bigint();
  for (let i = 0; i < LINES; i += 1) {
    const result = toAuthlogLine(documents[i % documents.length], { timeZone });
    if (!('line' in result)) continue;
    const { record } = parseMessage(result.line.ident, result.line.message);
    if (record.kind !== 'unreadable') records += 1;
  }
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (records !== LINES) throw new Error(`${LINES - records} of ${LINES} lines were not read`);
  return LINES / seconds;
}

function measure(name: string, file: string, timeZone: string): void {
  const documents = documentsOf(file);
  const rates = Array.from({ length: RUNS }, () => run(documents, timeZone)).sort((a, b) => a - b);
  const shown = rates.map((rate) => Math.round(rate).toLocaleString('en')).join(', ');
  const median = Math.round(rates[Math.floor(RUNS / 2)]).toLocaleString('en');
  process.stdout.write(`${name}: median ${median} lines/s of ${RUNS} runs (${shown})\n`);
}

process.stdout.write(`Node.js ${process.version}, ${LINES.toLocaleString('en')} lines a run\n`);
measure('recorded lines', 'authlog.ndjson', 'UTC');
measure('misread time stamps, UTC', 'authlog-misparsed.ndjson', 'UTC');
measure('misread time stamps, Europe/Stockholm', 'authlog-misparsed.ndjson', 'Europe/Stockholm');
