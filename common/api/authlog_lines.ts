/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
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
  /** The document; likely secrets in `message` are masked unless asked otherwise. */
  source: Record<string, unknown>;
  masked: boolean;
}

export interface AuthlogLinesResponse {
  /** In the order asked for. */
  lines: RawAuthlogLine[];
  /** Asked for, but gone or hidden. */
  missing: DocumentRef[];
  /** Whether `unmask` would show more. */
  canUnmask: boolean;
}
