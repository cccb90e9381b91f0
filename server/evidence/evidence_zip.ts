/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash, type Hash } from 'crypto';
import { PassThrough, type Readable } from 'stream';
import { ZipFile } from 'yazl';
import { takeNativeCrc32 } from './native_crc32';

takeNativeCrc32();

/** What a checker needs of one file of a package. */
export interface FileFacts {
  name: string;
  bytes: number;
  /** Lines of records or rows, without a heading; absent for files that are no list. */
  rows?: number;
  sha256: string;
}

/** Fast rather than small: the log compresses tenfold anyway, and an export must keep up with reading. */
const LEVEL = 1;

/** Bytes that wait to be compressed: a page of records, so that the next is read and taken apart meanwhile. */
const QUEUED = 12 * 1024 * 1024;

/** One file of a package while it is written. */
export class EvidenceFile {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;
  private rows = 0;

  constructor(
    readonly name: string,
    private readonly entry: PassThrough
  ) {}

  /** Writes and waits until there is room, so that memory holds no more than what is on its way. */
  async write(chunk: Buffer | string, rows = 0): Promise<void> {
    const data = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
    if (data.length === 0) return;
    this.hash.update(data);
    this.bytes += data.length;
    this.rows += rows;
    if (this.entry.write(data)) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (done: () => void) => () => {
        this.entry.removeListener('drain', drained);
        this.entry.removeListener('close', closed);
        done();
      };
      const drained = settle(resolve);
      const closed = settle(() => reject(new Error('The package was given up')));
      this.entry.once('drain', drained);
      this.entry.once('close', closed);
    });
  }

  /** Ends the file. */
  end(list: boolean): FileFacts {
    this.entry.end();
    const { name, bytes, rows } = this;
    return { name, bytes, ...(list ? { rows } : {}), sha256: this.hash.digest('hex') };
  }
}

/**
 * A package that is written while it is read: one file after the other, nothing kept. Until `finish`, what was
 * sent is no valid ZIP: its directory comes last.
 */
export class EvidenceZip {
  private readonly zip = new ZipFile();
  private readonly open = new Set<PassThrough>();

  /** @param large a file may exceed 4 GB: only then ZIP64, which not every tool reads */
  constructor(
    private readonly at: Date,
    private readonly large: boolean
  ) {}

  /** What is sent. */
  get output(): Readable {
    return this.zip.outputStream as unknown as Readable;
  }

  /** Begins a file. The one before must have ended. */
  begin(name: string): EvidenceFile {
    const entry = new PassThrough({ highWaterMark: QUEUED });
    this.open.add(entry);
    entry.once('close', () => this.open.delete(entry));
    this.zip.addReadStream(entry, name, {
      mtime: this.at,
      mode: 0o100644,
      compressionLevel: LEVEL,
      forceZip64Format: this.large,
    });
    return new EvidenceFile(name, entry);
  }

  /** Adds a small file. */
  async add(name: string, text: string, rows?: number): Promise<FileFacts> {
    const file = this.begin(name);
    await file.write(text, rows ?? 0);
    return file.end(rows !== undefined);
  }

  /** Writes the directory of the ZIP: now it is whole. */
  finish(): void {
    this.zip.end();
  }

  /** Gives up: what was sent stays a ZIP without a directory. */
  abort(error: Error): void {
    for (const entry of this.open) entry.destroy();
    (this.output as PassThrough).destroy(error);
  }
}
