/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimeRange } from '../../common/api/time_range';
import type { DroppedParameter } from './dropped_parameter';
import { resolveRange } from './resolve_range';

/** Reads the period; the usual one when there is none or it is invalid. */
export function readTimeRange(
  search: URLSearchParams,
  usual: TimeRange,
  dropped: DroppedParameter[]
): TimeRange {
  const from = search.get('from');
  const to = search.get('to');
  if (from === null && to === null) return usual;
  const chosen = { from: from ?? usual.from, to: to ?? usual.to };
  if (resolveRange(chosen)) return chosen;
  if (from !== null) dropped.push({ name: 'from', value: from, why: 'invalid' });
  if (to !== null) dropped.push({ name: 'to', value: to, why: 'invalid' });
  return usual;
}
