/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A part of the address that could not be used: the view says so instead of silently asking for more. */
export interface DroppedParameter {
  name: string;
  value: string;
  /** Invalid, of no known filter, or beyond the number of values a filter takes. */
  why: 'invalid' | 'unknown' | 'too_many';
}
