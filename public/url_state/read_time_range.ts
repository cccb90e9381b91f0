/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimeRange } from '../../common/api/time_range';
import type { DroppedParameter } from './dropped_parameter';
import { resolveInstant } from './resolve_instant';
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
  const drop = (name: string, value: string | null, roundUp: boolean) => {
    if (value === null) return;
    const isInstant = resolveInstant(value, roundUp) !== undefined;
    dropped.push({ name, value, why: isInstant ? 'no_period' : 'invalid' });
  };
  drop('from', from, false);
  drop('to', to, true);
  return usual;
}
