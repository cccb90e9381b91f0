/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { OwnActivity } from '../../common/api/review_record';
import type { FoundFinding } from './found_finding';

/** What a review of one pattern found. */
export interface LookedAt {
  findings: FoundFinding[];
  reasons: CompletenessReason[];
  /** The signer's own, and why some of it may not have been seen. */
  own: { names: string[]; found: OwnActivity['found']; possible: number; unsure: string[] };
}

/** Reasons by which records of the period are missing from everything that is counted. */
const MISSING: ReadonlySet<CompletenessReason['code']> = new Set([
  'shard_failures',
  'timed_out',
  'scan_limit_reached',
  'sources_forbidden',
  'sources_missing',
  'retention_starts_later',
  'gap_in_source',
]);

/** Why figures are not of all the period, in words. */
export function missingWords(reasons: readonly CompletenessReason[]): string[] {
  return [
    ...new Set(reasons.filter(({ code }) => MISSING.has(code)).map(({ message }) => message)),
  ];
}

/** One of each kind and wording. */
export function distinct(reasons: readonly CompletenessReason[]): CompletenessReason[] {
  return [
    ...new Map(
      reasons.map((each) => [`${each.code} ${each.source ?? ''} ${each.message}`, each])
    ).values(),
  ];
}
