/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A part of the address that could not be used: the view says so instead of silently asking for more. */
export interface DroppedParameter {
  name: string;
  value: string;
  /**
   * Invalid, of no known filter, beyond the number of values a filter takes, or an end of a period that is no
   * period with its other end.
   */
  why: 'invalid' | 'unknown' | 'too_many' | 'no_period';
}
