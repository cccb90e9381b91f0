/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import dateMath from '@elastic/datemath';
import type { TimeRange } from '../../common/api/time_range';
import { resolveInstant } from './resolve_instant';

function toMs(sent: string): number {
  return dateMath.parse(sent)?.valueOf() ?? NaN;
}

/**
 * A chosen period in the form in which the server is asked.
 *
 * @returns undefined when an end is no instant or the period ends before it begins
 */
export function resolveRange({ from, to }: TimeRange): TimeRange | undefined {
  const start = resolveInstant(from, false);
  const end = resolveInstant(to, true);
  if (start === undefined || end === undefined) return undefined;
  return toMs(start) <= toMs(end) ? { from: start, to: end } : undefined;
}
