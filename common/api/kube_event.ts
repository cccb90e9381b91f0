/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { Completeness } from './completeness';
import type { KubeEvent } from './kube_events';

/** Lucene and OpenSearch allow 255 bytes for an index name and 512 for an id. */
export const kubeEventRequestSchema = z
  .object({
    document: z
      .object({ index: z.string().min(1).max(255), id: z.string().min(1).max(512) })
      .strict(),
    /** Show what is masked by default. Refused where configuration forbids it. */
    unmask: z.boolean().optional(),
  })
  .strict();

export type KubeEventRequest = z.infer<typeof kubeEventRequestSchema>;

/** A record as OpenSearch keeps it; likely secrets are masked unless asked otherwise. */
export interface RawDocument {
  _index: string;
  _id: string;
  _source: Record<string, unknown>;
}

/** A body of a request or a response. */
export interface LoggedBody {
  /** Pretty-printed JSON, or the text itself where it is no JSON. */
  text: string;
  json: boolean;
  /** Length of the logged text in characters; longer than `text` when `truncated`. */
  length: number;
  truncated: boolean;
}

export interface KubeEventResponse {
  event: KubeEvent;
  /** Every record of the request, repeated deliveries too, earliest first. */
  stages: RawDocument[];
  /** Absent when the audit policy logged none. */
  requestObject?: LoggedBody;
  responseObject?: LoggedBody;
  masked: boolean;
  unmaskAllowed: boolean;
  completeness: Completeness;
}
