/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import bufferCrc32 from 'buffer-crc32';
import * as zlib from 'zlib';

/** CRC-32 of Node itself, from 20.15 and 22.2 on. */
type Crc32 = (data: Buffer | string, previous?: number) => number;

/**
 * Lets the ZIP writer take the CRC-32 of Node where there is one. It asks `buffer-crc32`, which reckons byte by
 * byte in JavaScript: ten times the time for the same number, and the most costly step of a package after the
 * reading of its records.
 */
export function takeNativeCrc32(): void {
  const { crc32 } = zlib as unknown as { crc32?: Crc32 };
  if (crc32) bufferCrc32.unsigned = (data, previous) => crc32(data, Number(previous ?? 0));
}
