/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Fields of an authlog document as indexed, all strings; any may be missing or hold something else. */
export interface AuthlogDocument {
  index: string;
  id: string;
  source: Record<string, unknown>;
  /** Order of delivery, for ties. */
  order: number;
  /** `@timestamp` as OpenSearch itself read it, where it was asked: milliseconds since 1970. */
  indexedMs?: number;
}
