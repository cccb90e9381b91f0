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

/** There are more lines with a misread time stamp than can be put in order. */
export function misreadCutReason(count: number): CompletenessReason {
  return {
    code: 'scan_limit_reached',
    source: 'authlog',
    count,
    message: `More than ${count} lines have a misread time stamp: the rest of them was not read.`,
  };
}

/** Lines that were repaired tell less than others. */
export function repairedReason(count: number): CompletenessReason {
  return {
    code: 'unparsed_lines',
    source: 'authlog',
    count,
    message: `${count} lines came with a time stamp that the collector had misread: they were repaired as far as they say, to the second or to the day.`,
  };
}
