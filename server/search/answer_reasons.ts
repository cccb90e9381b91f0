/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import { AuditError } from '../errors/audit_error';
import { toUpstreamError } from './upstream_error';
import type { SearchResponse } from './search_types';

/** Indices named in one reason; more are counted. */
const MAX_NAMED_INDICES = 10;

/**
 * What an answer itself says about being partial: shards that failed, time that ran out.
 *
 * @param source name of the source for the reason, such as `kubeaudit`
 */
export function partialReasons(
  answers: readonly SearchResponse[],
  source: string
): CompletenessReason[] {
  const reasons: CompletenessReason[] = [];
  if (answers.some((answer) => answer.timed_out)) {
    reasons.push({
      code: 'timed_out',
      source,
      message: 'The search ran out of time: this answer holds only what was found until then.',
    });
  }
  const failed = answers.filter((answer) => answer._shards.failed > 0);
  if (failed.length > 0) {
    const failures = failed.flatMap((answer) => answer._shards.failures ?? []);
    const indices = [...new Set(failures.map((failure) => failure.index ?? 'unknown'))];
    const causes = [...new Set(failures.map((failure) => failure.reason?.type ?? 'unknown'))];
    const count = Math.max(...failed.map((answer) => answer._shards.failed));
    const total = Math.max(...failed.map((answer) => answer._shards.total));
    reasons.push({
      code: 'shard_failures',
      source,
      count,
      indices: indices.slice(0, MAX_NAMED_INDICES),
      message: `${count} of ${total} shards could not answer (${causes.join(', ')}): their records are missing here.`,
    });
  }
  return reasons;
}

/**
 * Makes sure that an answer says something about the source at all.
 *
 * @throws AuditError `index_missing` when no index was searched (OpenSearch answers 200 then, also to a user
 *   without any right), `upstream_error` when every shard failed
 */
export function assertSearched(answer: SearchResponse, pattern: string): void {
  const { total, successful, failed, failures } = answer._shards;
  if (total === 0) {
    throw new AuditError('index_missing', `No index matches ${pattern}, or none that you may see`, {
      index: pattern,
    });
  }
  if (failed > 0 && successful === 0) {
    throw toUpstreamError(500, { error: failures?.[0]?.reason }, pattern);
  }
}
