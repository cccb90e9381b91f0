/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { Completeness } from './completeness';
import type { DocumentRef } from './kube_events';

/** Most lines of one request: what one session shows. */
export const MAX_LINES = 200;

export const authlogLinesRequestSchema = z
  .object({
    documents: z
      .array(
        z.object({ index: z.string().min(1).max(255), id: z.string().min(1).max(512) }).strict()
      )
      .min(1)
      .max(MAX_LINES),
    unmask: z.boolean().optional(),
  })
  .strict();

export type AuthlogLinesRequest = z.infer<typeof authlogLinesRequestSchema>;

/** A line as indexed. */
export interface RawAuthlogLine {
  document: DocumentRef;
  /**
   * The document; likely secrets in every field are masked unless asked otherwise. Where something is too long or
   * too much, its place says how much is left out.
   */
  source: Record<string, unknown>;
  masked: boolean;
}

export interface AuthlogLinesResponse {
  /** In the order asked for, each once. */
  lines: RawAuthlogLine[];
  /** Asked for, but gone or hidden. */
  missing: DocumentRef[];
  /** Found, but the answer would be too large with them. */
  leftOut: DocumentRef[];
  /** Whether `unmask` would show more. */
  canUnmask: boolean;
  completeness: Completeness;
}
