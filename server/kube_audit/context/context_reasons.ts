/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../common/api/completeness';
import type { SearchResponse } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';

/** An API server is never silent this long: a first record this much after the start means retention. */
const RETENTION_SLACK_MS = 60 * 60 * 1000;

/** Hits of a count. */
export function countOf(answer: SearchResponse): number {
  return answer.hits.total?.value ?? 0;
}

/**
 * What the context answers say against the completeness of a period.
 *
 * @param retention undefined where a coverage probe tells it
 */
export function contextReasons(
  unreadable: SearchResponse,
  retention: SearchResponse | undefined,
  { fromMs, toMs }: Period
): CompletenessReason[] {
  const reasons: CompletenessReason[] = [];
  const unread = countOf(unreadable);
  if (unread > 0) {
    reasons.push({
      code: 'unparsed_lines',
      source: 'kubeaudit',
      count: unread,
      message: `${unread} records of this period could not be read as audit events (no receipt time, audit id or stage): they are not in this answer.`,
    });
  }
  const first = (retention?.aggregations?.first as { value?: number | null } | undefined)?.value;
  if (typeof first === 'number' && first > fromMs + RETENTION_SLACK_MS) {
    const instant = new Date(first).toISOString();
    reasons.push({
      code: 'retention_starts_later',
      source: 'kubeaudit',
      instant,
      message:
        first > toMs
          ? `The oldest record that is kept is of ${instant}, after the end of this period: nothing is known about it.`
          : `The oldest record that is kept is of ${instant}: nothing is known about the time before.`,
    });
  }
  return reasons;
}
