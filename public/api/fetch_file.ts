/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiErrorBody } from '../../common/api/error_codes';
import type { HttpStart } from '../host_types';

/** A file that arrived whole. */
export interface FetchedFile {
  blob: Blob;
  name: string;
}

/** The last record of a ZIP file begins with this (PKWARE APPNOTE 4.3.16); ours has no comment after it. */
const END_OF_ZIP = [0x50, 0x4b, 0x05, 0x06];
const END_OF_ZIP_BYTES = 22;

/** Bytes that are held before the browser gets them, which may put them on disk. */
const BATCH_BYTES = 4 * 1024 * 1024;

const FILE_NAME = /filename="([\w.-]{1,200})"/;

/** A failure in the shape of the host's own client. */
async function failureOf(response: Response): Promise<Error> {
  const text = await response.text();
  let body: Partial<ApiErrorBody> | string = text;
  try {
    body = JSON.parse(text) as Partial<ApiErrorBody>;
  } catch (error) {
    // A proxy's page is no JSON.
    if (!(error instanceof SyntaxError)) throw error;
  }
  return Object.assign(new Error(response.statusText), { body, response });
}

/** Said when a connection ended before the file did. */
export class CutFileError extends Error {
  constructor() {
    super('The connection ended before the file did');
    this.name = 'CutFileError';
  }
}

async function isWholeZip(blob: Blob): Promise<boolean> {
  const end = blob.slice(-END_OF_ZIP_BYTES);
  const bytes = new Uint8Array(await new Response(end).arrayBuffer());
  return bytes.length === END_OF_ZIP_BYTES && END_OF_ZIP.every((byte, i) => bytes[i] === byte);
}

/**
 * Posts a question that is answered with a ZIP file. The host's own client takes every answer for text, so this
 * is the browser's, with the headers that the host asks for.
 *
 * @param onBytes told how many bytes have arrived
 * @throws an error as the host's client throws it, `CutFileError`, or an `AbortError`
 */
export async function fetchZip(
  http: HttpStart,
  path: string,
  request: unknown,
  { signal, onBytes }: { signal?: AbortSignal; onBytes?: (bytes: number) => void } = {}
): Promise<FetchedFile> {
  const response = await fetch(http.basePath.prepend(path), {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'osd-xsrf': 'audit-user',
      ...http.ownHeaders?.(),
    },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok || !response.body) throw await failureOf(response);
  const reader = response.body.getReader();
  const type = 'application/zip';
  let blob = new Blob([], { type });
  let batch: Uint8Array[] = [];
  let [held, received] = [0, 0];
  const keep = () => {
    blob = new Blob([blob, ...(batch as BlobPart[])], { type });
    batch = [];
    held = 0;
  };
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    batch.push(value);
    held += value.length;
    received += value.length;
    if (held >= BATCH_BYTES) keep();
    onBytes?.(received);
  }
  keep();
  if (!(await isWholeZip(blob))) throw new CutFileError();
  const name = FILE_NAME.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { blob, name: name ?? 'evidence.zip' };
}
