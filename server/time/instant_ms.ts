/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { MAX_INSTANT, MIN_INSTANT } from './resolve_time_range';

/**
 * Milliseconds since 1970 in the years 1 to 9999, as `resolveTimeRange` gives them: what a forged cursor claims
 * is a date that every chart and every query can take.
 */
export const instantMs = z.number().int().min(MIN_INSTANT).max(MAX_INSTANT);
