/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SampleOptions } from '../../sample_data';

/** Sample data of the browser tests: small, and of a fixed month, so that expectations can be written out. */
export const SAMPLE: SampleOptions = { now: new Date('2026-06-30T15:00:00Z'), events: 12_000 };

/** The whole of it. */
export const SAMPLE_RANGE = { from: '2026-05-31T00:00:00.000Z', to: '2026-06-30T15:00:00.000Z' };
