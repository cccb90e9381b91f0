/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError } from '../errors/audit_error';
import type { SearchResponse } from '../search/search_types';

/** A hit whose document is kept as the bytes that OpenSearch sent. */
export interface RawHit {
  index: string;
  id: string;
  sort: readonly unknown[];
  /** The document to the letter: numbers longer than JavaScript can hold are still whole. */
  source: Buffer;
}

/** An answer to one search, its documents unread. */
export interface RawAnswer {
  hits: RawHit[];
  /** Everything but the documents. */
  answer: SearchResponse;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

const SOURCE_KEY = Buffer.from('"_source":');

/** Where the string that begins at `at` ends: the index after its closing quote, or the length. */
function endOfString(bytes: Buffer, at: number): number {
  const { length } = bytes;
  let i = at + 1;
  while (i < length) {
    const byte = bytes[i];
    if (byte === BACKSLASH) i += 2;
    else if (byte === QUOTE) return i + 1;
    else i += 1;
  }
  return length;
}

/** Where the object or array that begins at `at` ends. */
function endOfContainer(bytes: Buffer, at: number): number {
  const { length } = bytes;
  let depth = 0;
  let i = at;
  while (i < length) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      i = endOfString(bytes, i);
      continue;
    }
    i += 1;
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return length;
}

/**
 * Takes the documents out of an answer without reading them: what is evidence goes to the file as it came.
 * Keys are looked at where a key can stand, so that no text within a document is taken for one.
 *
 * @throws AuditError `upstream_error` where the answer is no JSON, or not whole
 */
export function readRawAnswer(bytes: Buffer): RawAnswer {
  const sources: Buffer[] = [];
  const rest: string[] = [];
  let from = 0;
  let i = 0;
  // Depth 3 of { hits: { hits: [ { _source } ] } } is depth 4 counted from the outside.
  let depth = 0;
  while (i < bytes.length) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      const isSource =
        depth === HIT_DEPTH &&
        bytes.compare(SOURCE_KEY, 0, SOURCE_KEY.length, i, i + SOURCE_KEY.length) === 0;
      if (isSource && bytes[i + SOURCE_KEY.length] === OPEN_BRACE) {
        const start = i + SOURCE_KEY.length;
        const end = endOfContainer(bytes, start);
        sources.push(bytes.subarray(start, end));
        rest.push(bytes.toString('utf8', from, start), String(sources.length - 1));
        from = end;
        i = end;
        continue;
      }
      i = endOfString(bytes, i);
      continue;
    }
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
    i += 1;
  }
  rest.push(bytes.toString('utf8', from));
  const answer = parse(rest.join(''));
  const hits = answer.hits.hits.map((hit): RawHit => {
    const source = sources[hit._source as unknown as number];
    if (!source)
      throw new AuditError('upstream_error', 'OpenSearch sent a record without its document');
    return { index: hit._index, id: hit._id, sort: hit.sort ?? [], source };
  });
  return { hits, answer };
}

/** Brackets around a key of a hit: `{"hits":{"hits":[{`. */
const HIT_DEPTH = 4;

function parse(text: string): SearchResponse {
  try {
    const answer = JSON.parse(text) as Partial<SearchResponse>;
    if (Array.isArray(answer.hits?.hits) && answer._shards) return answer as SearchResponse;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new AuditError('upstream_error', 'The answer of OpenSearch could not be read');
}
