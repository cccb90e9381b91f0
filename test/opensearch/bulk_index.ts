/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { Connection, openSearchRequest } from './http_client';

/** A document to be indexed. */
export interface BulkDocument {
  readonly index: string;
  /** OpenSearch chooses one when missing. */
  readonly id?: string;
  readonly source: object;
}

/** How documents are sent. */
export interface BulkOptions {
  /** Size of a request. Bigger ones gain nothing and may trip the memory limits of a small heap. */
  readonly chunkBytes?: number;
  /** Whether everything is searchable when this returns; true when missing. */
  readonly refresh?: boolean;
}

const CHUNK_BYTES = 5 * 1024 * 1024;

interface BulkAnswer {
  readonly errors: boolean;
  readonly items: ReadonlyArray<
    Record<string, { readonly status: number; readonly error?: object }>
  >;
}

/** Of the items that were refused, how many an error shows: they mostly have the same reason. */
const SHOWN_ERRORS = 3;

async function sendChunk(connection: Connection, lines: readonly string[]): Promise<void> {
  const answer = await openSearchRequest<BulkAnswer>({
    ...connection,
    method: 'POST',
    path: '/_bulk',
    ndjson: lines.join(''),
  });
  if (!answer.errors) return;
  const failed = answer.items.flatMap((item) => Object.values(item)).filter((item) => item.error);
  const shown = failed.slice(0, SHOWN_ERRORS).map((item) => JSON.stringify(item));
  throw new Error(
    `${failed.length} of ${answer.items.length} documents were refused: ${shown.join('; ')}`
  );
}

/**
 * Indexes documents in requests of bounded size, one after another. The documents are taken one by
 * one, so that a generator of millions needs no memory for them.
 *
 * @param connection - where, and as whom.
 * @param documents - what to index.
 * @param options - size of a request, and refresh.
 * @returns how many were indexed: all.
 * @throws Error as soon as a request fails or one of its documents is refused; earlier requests stay
 * indexed.
 */
export async function bulkIndex(
  connection: Connection,
  documents: AsyncIterable<BulkDocument> | Iterable<BulkDocument>,
  options: BulkOptions = {}
): Promise<number> {
  const limit = options.chunkBytes ?? CHUNK_BYTES;
  const touched = new Set<string>();
  let lines: string[] = [];
  let bytes = 0;
  let count = 0;
  for await (const { index, id, source } of documents) {
    const action = { index: { _index: index, ...(id === undefined ? {} : { _id: id }) } };
    const line = `${JSON.stringify(action)}\n${JSON.stringify(source)}\n`;
    const size = Buffer.byteLength(line);
    if (lines.length > 0 && bytes + size > limit) {
      await sendChunk(connection, lines);
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += size;
    count += 1;
    touched.add(index);
  }
  if (lines.length > 0) await sendChunk(connection, lines);
  if (options.refresh ?? true) {
    for (const index of touched) {
      const path = `/${encodeURIComponent(index)}/_refresh`;
      await openSearchRequest({ ...connection, method: 'POST', path });
    }
  }
  return count;
}
