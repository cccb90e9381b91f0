/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { formatDuration } from './format_duration';

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1_000, '1 s'],
    [2_599, '2.5 s'],
    [59_999, '59.9 s'],
    [60_000, '1 min 0 s'],
    [822_800, '13 min 42 s'],
    [3_599_999, '59 min 59 s'],
    [3_600_000, '1 h 0 min'],
    [18_180_000, '5 h 3 min'],
  ])('of %s milliseconds is written %s', (milliseconds, words) => {
    expect(formatDuration(milliseconds)).toBe(words);
  });
});
