/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createDeflateRaw, createInflateRaw, type DeflateRaw, type ZlibOptions } from 'zlib';
import { once } from 'events';
import { Readable } from 'stream';
import { AuditError } from '../errors/audit_error';

/** Compressed bytes of a reading copy: about a million events. */
const MAX_SPOOLED = 96 * 1024 * 1024;

/**
 * Keeps text, compressed, until its file can be written: a ZIP takes one file after the other, and the records
 * are read once. In memory, not on a disk where it would be left.
 */
export class CompressedSpool {
  private readonly chunks: Buffer[] = [];
  private readonly deflate: DeflateRaw = createDeflateRaw({
    level: 3,
    chunkSize: 128 * 1024,
    highWaterMark: 4 * 1024 * 1024,
  } as ZlibOptions);
  private held = 0;

  constructor() {
    this.deflate.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.held += chunk.length;
    });
  }

  /** @throws AuditError `too_large` where even compressed it is more than a server should hold */
  async write(text: Buffer): Promise<void> {
    if (this.held > MAX_SPOOLED) {
      throw new AuditError('too_large', 'The reading copy is too large: choose a shorter period');
    }
    if (text.length > 0 && !this.deflate.write(text)) await once(this.deflate, 'drain');
  }

  /** The text again, piece by piece. Call once. */
  async *read(): AsyncGenerator<Buffer> {
    const ended = once(this.deflate, 'end');
    this.deflate.end();
    await ended;
    const chunks = this.chunks.splice(0);
    yield* Readable.from(chunks).pipe(createInflateRaw()) as AsyncIterable<Buffer>;
  }
}
