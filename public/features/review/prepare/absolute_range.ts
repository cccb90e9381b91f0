/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import dateMath from '@elastic/datemath';
import type { TimeRange } from '../../../../common/api/time_range';
import { resolveRange } from '../../../url_state/resolve_range';

/**
 * A chosen period as instants. What is reviewed must not move with the clock between two looks at it.
 *
 * @returns the period as it is where it cannot be resolved
 */
export function absoluteRange(timeRange: TimeRange): TimeRange {
  const resolved = resolveRange(timeRange);
  if (!resolved) return timeRange;
  const instant = (text: string) => dateMath.parse(text)?.toISOString() ?? text;
  return { from: instant(resolved.from), to: instant(resolved.to) };
}
