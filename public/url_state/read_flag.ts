/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DroppedParameter } from './dropped_parameter';

/** Reads `true` or `false`; undefined when the parameter is absent or neither. */
export function readFlag(
  search: URLSearchParams,
  name: string,
  dropped: DroppedParameter[]
): boolean | undefined {
  const value = search.get(name);
  if (value === null) return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  dropped.push({ name, value, why: 'invalid' });
  return undefined;
}
