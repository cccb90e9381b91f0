/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../common/api/completeness';
import type { SearchResponse } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';

/** Too many logins before: whoever came earlier may still be there, so nobody is named for being alone. */
export function loginsCutReason({ fromMs }: Period): CompletenessReason {
  const instant = new Date(fromMs).toISOString();
  return {
    code: 'scan_limit_reached',
    source: 'authlog',
    instant,
    message: `There were too many logins before the period: who was logged in before ${instant} is not known.`,
  };
}

/** There are more lines than are read for one answer. */
export function linesCutReason(
  count: SearchResponse,
  read: Period,
  asked: Period
): CompletenessReason {
  const total = count.hits.total?.value ?? 0;
  const instant = new Date(read.fromMs).toISOString();
  return {
    code: 'scan_limit_reached',
    source: 'authlog',
    count: total,
    instant,
    message:
      read.fromMs > asked.fromMs
        ? `The period holds ${total} lines, more than are read for one answer: this answer begins at ${instant}. Choose a shorter period.`
        : `The day before the period holds too many lines: of the time before ${instant} only logins and their ends were read, not who became another account.`,
  };
}
