/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import { z } from 'zod';
import type { KubeFilters } from '../../../common/api/kube_filters';
import { AuditError } from '../../errors/audit_error';
import { instantMs } from '../../time/instant_ms';
import type { KubeHit } from '../record/kube_record';
import { eventKey } from '../record/merge_stages';
import { compareText } from '../record/to_kube_event';

/**
 * Place of an event in the list: newest receipt first; within a millisecond by the text of the log, which
 * has microseconds; the rest by a hash of the event's key, so that a forged audit id of any length stays small.
 */
export interface EventPlace {
  ms: number;
  receivedAt: string;
  hash: string;
}

/** Order of the list. */
export function comparePlaces(a: EventPlace, b: EventPlace): number {
  return b.ms - a.ms || compareText(b.receivedAt, a.receivedAt) || compareText(a.hash, b.hash);
}

/** Place of the event that this record belongs to. */
export function placeOf({ record }: KubeHit): EventPlace {
  const receivedAt = record.receivedAt ?? '';
  const hash = createHash('sha256').update(eventKey(record, receivedAt)).digest('base64url');
  return { ms: record.receivedMs, receivedAt, hash: hash.slice(0, 22) };
}

const cursorSchema = z
  .object({
    v: z.literal(1),
    from: instantMs,
    to: instantMs,
    /** Fingerprint of the filters: a cursor continues one question only. */
    q: z.string().length(16),
    /** Read on from this millisecond … */
    ms: instantMs,
    /** … after this event in it; absent: from its beginning. */
    at: z.tuple([z.string().max(64), z.string().length(22)]).optional(),
    /** Total of the first page, so that later pages need not count again. */
    total: z
      .object({
        value: z.number().int().min(0),
        relation: z.enum(['eq', 'gte']),
        approximate: z.number().int().min(0).optional(),
      })
      .strict(),
  })
  .strict()
  .refine(({ from, to, ms }) => from <= to && ms <= to);

export type PageCursor = z.infer<typeof cursorSchema>;

/** Fingerprint of filters, the same whatever the order of their keys. */
export function filtersFingerprint(filters: KubeFilters): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
    return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(filters)))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Writes a cursor. It holds positions only, no point-in-time id and nothing that grants a right: another
 * user's cursor asks the same question under one's own rights.
 */
export function encodeCursor(cursor: PageCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * Reads a cursor.
 *
 * @throws AuditError `invalid_request` for anything that is no cursor of this question
 */
export function decodeCursor(text: string, filters: KubeFilters): PageCursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AuditError('invalid_request', 'cursor: not a cursor of this plugin');
  }
  const result = cursorSchema.safeParse(parsed);
  if (!result.success) {
    throw new AuditError('invalid_request', 'cursor: not a cursor of this plugin');
  }
  if (result.data.q !== filtersFingerprint(filters)) {
    throw new AuditError('invalid_request', 'cursor: it belongs to other filters');
  }
  return result.data;
}
