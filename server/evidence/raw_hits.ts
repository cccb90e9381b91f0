/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError } from '../errors/audit_error';
import type { Source } from '../kube_audit/record/read_source';
import type { SearchResponse } from '../search/search_types';

/** A hit whose document is kept as the bytes that OpenSearch sent. */
export interface RawHit {
  index: string;
  id: string;
  sort: readonly unknown[];
  /** The document to the letter: numbers longer than JavaScript can hold are still whole. */
  source: Buffer;
}

/** An answer to one search, its documents as they came. */
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

/** Where a document begins. In a text of JSON its quotes would be escaped. */
const SOURCE = Buffer.from('"_source":{');

/** What follows a document. */
const SORT = Buffer.from(',"sort":[');

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

/** Reads the document of a hit. Not before it is needed: what a page holds at once is not collected as garbage. */
export function readDocument({ source }: RawHit): Source {
  try {
    return JSON.parse(source.toString('utf8')) as Source;
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable();
    throw error;
  }
}

/**
 * Takes the documents out of an answer without reading them: what is evidence goes to the file as it came.
 *
 * A document ends where `sort` of its hit follows. A hostile document can hold that key too: cut there, more is
 * opened than closed in what is taken out, so that the rest is no JSON, or holds more documents than hits. Then
 * each document is followed to its closing brace.
 *
 * @throws AuditError `upstream_error` where the answer is no JSON, or not whole
 */
export function readRawAnswer(bytes: Buffer): RawAnswer {
  try {
    return takeApart(bytes, (start) => bytes.indexOf(SORT, start));
  } catch (error) {
    if (!(error instanceof AuditError)) throw error;
    return takeApart(bytes, (start) => endOfContainer(bytes, start));
  }
}

function takeApart(bytes: Buffer, endOf: (start: number) => number): RawAnswer {
  const sources: Buffer[] = [];
  const rest: string[] = [];
  let from = 0;
  for (let at = bytes.indexOf(SOURCE); at >= 0; at = bytes.indexOf(SOURCE, from)) {
    const start = at + SOURCE.length - 1;
    const end = endOf(start);
    if (end < 0) throw unreadable();
    rest.push(bytes.toString('utf8', from, start), String(sources.length));
    sources.push(bytes.subarray(start, end));
    from = end;
  }
  rest.push(bytes.toString('utf8', from));
  const answer = parse(rest.join(''));
  const hits = answer.hits.hits.map(({ _index: index, _id: id, sort = [], _source }, i): RawHit => {
    if ((_source as unknown) !== i) {
      throw new AuditError('upstream_error', 'OpenSearch sent a record without its document');
    }
    return { index, id, sort, source: sources[i] };
  });
  // A document somewhere else than in a hit: then none is certain.
  if (hits.length !== sources.length) throw unreadable();
  return { hits, answer };
}

function parse(text: string): SearchResponse {
  try {
    const answer = JSON.parse(text) as Partial<SearchResponse>;
    if (Array.isArray(answer.hits?.hits) && answer._shards) return answer as SearchResponse;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw unreadable();
}

const unreadable = () =>
  new AuditError('upstream_error', 'The answer of OpenSearch could not be read');
