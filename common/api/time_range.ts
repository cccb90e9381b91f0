/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';

/**
 * A period as asked for: ISO 8601 instants or OpenSearch date math (`now-7d`, `now/d`). 64 characters
 * hold every useful form and keep hostile input short before it is parsed.
 */
export const timeRangeSchema = z
  .object({ from: z.string().min(1).max(64), to: z.string().min(1).max(64) })
  .strict();

export type TimeRange = z.infer<typeof timeRangeSchema>;

/**
 * The instants that an answer really used, ISO 8601 in UTC with milliseconds. Both ends belong to the
 * period, as in every other Dashboards application.
 */
export interface ResolvedRange {
  from: string;
  to: string;
}
