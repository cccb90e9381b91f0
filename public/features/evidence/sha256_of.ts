/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Larger files are not hashed here: the browser would have to hold all of it in memory. */
const MAX_HASHED_BYTES = 512 * 1024 * 1024;

/**
 * SHA-256 of a file in hexadecimal; undefined where the browser offers none (a page without TLS) or the file is
 * too large.
 */
export async function sha256Of(blob: Blob): Promise<string | undefined> {
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle;
  if (!subtle || blob.size > MAX_HASHED_BYTES) return undefined;
  const digest = await subtle.digest('SHA-256', await new Response(blob).arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
