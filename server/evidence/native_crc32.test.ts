/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import bufferCrc32 from 'buffer-crc32';
import { takeNativeCrc32 } from './native_crc32';

describe('the CRC-32 of a package', () => {
  const text = Buffer.from('123456789');

  it('is the one of the ZIP specification, also where it is reckoned in pieces', () => {
    takeNativeCrc32();
    // Check value of CRC-32/ISO-HDLC.
    expect(bufferCrc32.unsigned(text)).toBe(0xcbf43926);
    const begun = bufferCrc32.unsigned(text.subarray(0, 4), 0);
    expect(bufferCrc32.unsigned(text.subarray(4), begun)).toBe(0xcbf43926);
    expect(bufferCrc32.unsigned(Buffer.alloc(0), begun)).toBe(begun);
  });
});
