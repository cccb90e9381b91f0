/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Why an answer may not be all there is. The first nine are those of the HTTP API; the last three say
 * what the first nine cannot (docs/adr/0004-completeness-codes.md).
 */
export const COMPLETENESS_CODES = [
  'shard_failures',
  'timed_out',
  'total_is_lower_bound',
  'scan_limit_reached',
  'sources_forbidden',
  'sources_missing',
  'unparsed_lines',
  'retention_starts_later',
  'gap_in_source',
  'counts_approximate',
  'fields_unavailable',
  'mapping_conflict',
] as const;

export type CompletenessCode = (typeof COMPLETENESS_CODES)[number];

/** One shortcoming of an answer, in words for a person and with details for a script. */
export interface CompletenessReason {
  code: CompletenessCode;
  /** English sentence; the browser shows its own translation by `code` where it has one. */
  message: string;
  /** Source that the reason concerns, such as `kubeaudit`. */
  source?: string;
  /** How many records, shards or buckets the reason concerns. */
  count?: number;
  /** Concrete indices that the reason concerns. */
  indices?: string[];
  /** Fields that the reason concerns, as OpenSearch names them. */
  fields?: string[];
  /** ISO 8601 instant that the reason is about, such as the first record kept, or the beginning of a gap. */
  instant?: string;
  /** ISO 8601 end of a gap, exclusive. */
  until?: string;
  /** Cluster and host that the reason concerns. */
  cluster?: string;
  host?: string;
}

/** Whether an answer is all there is. `complete` is true exactly when `reasons` is empty. */
export interface Completeness {
  complete: boolean;
  reasons: CompletenessReason[];
}

/** Completeness of an answer with these reasons; none means complete. */
export function toCompleteness(reasons: CompletenessReason[]): Completeness {
  return { complete: reasons.length === 0, reasons };
}
