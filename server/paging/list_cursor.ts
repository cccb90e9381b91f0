/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import { z } from 'zod';
import { AuditError } from '../errors/audit_error';
import { instantMs } from '../time/instant_ms';

const cursorSchema = z
  .object({
    v: z.literal(1),
    from: instantMs,
    to: instantMs,
    /** Fingerprint of the question. */
    q: z.string().length(16),
    ms: instantMs,
    id: z.string().max(700),
  })
  .strict()
  .refine(({ from, to }) => from <= to);

/** Place in a list that is newest first; ids decide within a millisecond. */
export interface ListPlace {
  ms: number;
  id: string;
}

/** Where a page begins: the period of the first page, and the last row of the page before. */
export interface ListCursor {
  fromMs: number;
  toMs: number;
  after: ListPlace;
}

/** Order of lists. */
export function compareListPlaces(a: ListPlace, b: ListPlace): number {
  return b.ms - a.ms || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function fingerprint(question: unknown): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.map(([key, item]) => [key, sorted(item)]);
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(question)) ?? '')
    .digest('hex')
    .slice(0, 16);
}

/** Writes a cursor: positions only, nothing that grants a right. */
export function encodeListCursor(cursor: ListCursor, question: unknown): string {
  const { fromMs, toMs, after } = cursor;
  const body = {
    v: 1,
    from: fromMs,
    to: toMs,
    q: fingerprint(question),
    ms: after.ms,
    id: after.id,
  };
  return Buffer.from(JSON.stringify(body)).toString('base64url');
}

/**
 * Reads a cursor.
 *
 * @throws AuditError `invalid_request` for anything that is no cursor of this question
 */
export function decodeListCursor(text: string, question: unknown): ListCursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AuditError('invalid_request', 'cursor: not a cursor of this plugin');
  }
  const result = cursorSchema.safeParse(parsed);
  if (!result.success)
    throw new AuditError('invalid_request', 'cursor: not a cursor of this plugin');
  const { from, to, q, ms, id } = result.data;
  if (q !== fingerprint(question)) {
    throw new AuditError('invalid_request', 'cursor: it belongs to another question');
  }
  return { fromMs: from, toMs: to, after: { ms, id } };
}

/**
 * One page of rows that are all at hand.
 *
 * @param placeOf place of a row
 * @returns the rows after `after`, at most `limit`, and the place to read on from when there are more
 */
export function takePage<Row>(
  rows: readonly Row[],
  placeOf: (row: Row) => ListPlace,
  after: ListPlace | undefined,
  limit: number
): { page: Row[]; next?: ListPlace } {
  const sorted = rows
    .map((row) => ({ row, place: placeOf(row) }))
    .filter(({ place }) => after === undefined || compareListPlaces(place, after) > 0)
    .sort((a, b) => compareListPlaces(a.place, b.place));
  const page = sorted.slice(0, limit);
  const last = page[page.length - 1];
  return {
    page: page.map(({ row }) => row),
    ...(sorted.length > limit && last ? { next: last.place } : {}),
  };
}
