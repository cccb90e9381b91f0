/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { z } from 'zod';
import { MAX_FILTER_VALUES } from '../../common/api/kube_filters';
import type { DroppedParameter } from './dropped_parameter';

/** Reads a list parameter: each value once, the valid ones, no more than a filter takes. */
export function readValues(
  search: URLSearchParams,
  name: string,
  schema: z.ZodType<string>,
  dropped: DroppedParameter[]
): string[] {
  const read: string[] = [];
  for (const value of new Set(search.getAll(name))) {
    if (!schema.safeParse(value).success) dropped.push({ name, value, why: 'invalid' });
    else if (read.length >= MAX_FILTER_VALUES) dropped.push({ name, value, why: 'too_many' });
    else read.push(value);
  }
  return read;
}
