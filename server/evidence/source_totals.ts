/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import type { SourceTotals } from '../../common/evidence/manifest';
import type { ControlTotal } from './control_totals';
import type { RecordQuestion, RecordReader } from './record_reader';

/** What the export itself counted. */
export interface WrittenFigures {
  read: number;
  written: number;
  setAside: number;
  unreadable: number;
  redacted: number;
  distinctRequests?: number;
  duplicateRecords?: number;
  perDay: ReadonlyMap<string, number>;
  perCluster: ReadonlyMap<string, number>;
}

function sideBySide(
  counted: Record<string, number>,
  written: ReadonlyMap<string, number>
): Record<string, { counted: number; written: number }> {
  const keys = [...new Set([...Object.keys(counted), ...written.keys()])].sort();
  // Names of clusters come from the log: no key of it may be taken for one of JavaScript's own.
  const sides = Object.create(null) as Record<string, { counted: number; written: number }>;
  for (const key of keys)
    sides[key] = { counted: counted[key] ?? 0, written: written.get(key) ?? 0 };
  return sides;
}

function whyNot(before: number, read: number, after: number): string | undefined {
  if (before === read && read === after) return undefined;
  const parts: string[] = [];
  if (after > before) {
    parts.push(
      `${after - before} records of the question arrived while the export ran (late delivery, or the period has not ended)`
    );
  }
  if (after < before) parts.push(`${before - after} records were deleted while the export ran`);
  if (read < before) parts.push(`${before - read} records that were counted were not read`);
  if (read > before)
    parts.push(`${read - before} records were read that were not there when counting began`);
  return `${parts.join('; ')}.`;
}

/** Puts the counts of one source side by side. */
export function toSourceTotals(
  source: SourceTotals['source'],
  question: RecordQuestion,
  words: string,
  reader: Pick<RecordReader, 'consistency'>,
  before: ControlTotal,
  after: ControlTotal,
  figures: WrittenFigures
): SourceTotals {
  const why = whyNot(before.records, figures.read, after.records);
  const { perDay, perCluster, ...counts } = figures;
  return {
    source,
    indexPattern: question.index,
    file: source === 'kubeaudit' ? 'events.ndjson' : 'authlog.ndjson',
    timeField: question.timeField,
    indices: before.indices,
    question: words,
    query: question.query,
    querySha256: createHash('sha256').update(JSON.stringify(question.query)).digest('hex'),
    countedBefore: before.records,
    countedAfter: after.records,
    ...counts,
    agree: why === undefined,
    ...(why === undefined ? {} : { whyNot: why }),
    perDay: sideBySide(before.perDay, perDay),
    perCluster: sideBySide(before.perCluster, perCluster),
    consistency: reader.consistency,
    consistencyNote:
      reader.consistency === 'point_in_time'
        ? 'Yes: all records were read at one point in time.'
        : 'No: you may not freeze the index (point in time), so records that arrived or were deleted meanwhile may be in it or not. Where the three counts agree, nothing changed in number.',
  };
}
