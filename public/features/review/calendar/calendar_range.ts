/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import dateMath from '@elastic/datemath';
import type { TimeRange } from '../../../../common/api/time_range';
import { resolveRange } from '../../../url_state/resolve_range';

/** A calendar of less would not show what was missed. */
export const LEAST_CALENDAR_DAYS = 91;

const DAY_MS = 86400000;

/**
 * The time that the calendar shows for a chosen period: a quarter at least, back from its end, so that who comes
 * from a view of one day does not see one week only.
 */
export function calendarRange(timeRange: TimeRange): { asked: TimeRange; widened: boolean } {
  const resolved = resolveRange(timeRange) ?? timeRange;
  const fromMs = dateMath.parse(resolved.from)?.valueOf() ?? NaN;
  const toMs = dateMath.parse(resolved.to)?.valueOf() ?? NaN;
  const earliestMs = toMs - LEAST_CALENDAR_DAYS * DAY_MS;
  if (!(fromMs > earliestMs)) return { asked: resolved, widened: false };
  return { asked: { ...resolved, from: new Date(earliestMs).toISOString() }, widened: true };
}
