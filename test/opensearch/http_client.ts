/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import * as http from 'http';
import * as https from 'https';

/** How to reach an OpenSearch, and as whom. */
export interface Connection {
  readonly url: string;
  readonly auth?: { readonly name: string; readonly password: string };
  /** The certificate to trust, in PEM, when the URL is https. */
  readonly ca?: string;
}

/** One request. */
export interface OpenSearchRequest extends Connection {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** With its query string. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, for `_bulk` and `_msearch`: one JSON text per line, with a last line break. */
  readonly ndjson?: string;
  readonly timeoutMs?: number;
}

/** The longest that a test waits for one answer; a busy machine needs a while for a first index. */
const TIMEOUT_MS = 60_000;

/** Of an error's body, enough to see the reason. */
const SHOWN_BODY = 2000;

/** Thrown for every answer that is not a success. */
export class OpenSearchRequestError extends Error {
  /**
   * @param request - method and path, for the message.
   * @param status - the HTTP status.
   * @param body - parsed when it was JSON, else the text.
   */
  constructor(
    request: string,
    public readonly status: number,
    public readonly body: unknown
  ) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    super(`${request} was answered with ${status}: ${text.slice(0, SHOWN_BODY)}`);
    this.name = 'OpenSearchRequestError';
  }
}

const parse = (text: string, contentType: string | undefined): unknown => {
  if (!contentType?.includes('json') || text === '') return text;
  return JSON.parse(text) as unknown;
};

const payloadOf = (request: OpenSearchRequest): { data: string; type: string } | undefined => {
  if (request.ndjson !== undefined) {
    return { data: request.ndjson, type: 'application/x-ndjson' };
  }
  if (request.body === undefined) return undefined;
  return { data: JSON.stringify(request.body), type: 'application/json' };
};

function send(request: OpenSearchRequest): Promise<{ status: number; body: unknown }> {
  const payload = payloadOf(request);
  const url = new URL(request.path, request.url);
  const headers: http.OutgoingHttpHeaders = {};
  if (payload) {
    headers['content-type'] = payload.type;
    headers['content-length'] = Buffer.byteLength(payload.data);
  }
  if (request.auth) {
    const { name, password } = request.auth;
    headers.authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  }
  const { request: open } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const timeout = request.timeoutMs ?? TIMEOUT_MS;
    const options = { method: request.method, headers, timeout, ca: request.ca };
    const sent = open(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        try {
          const body = parse(text, response.headers['content-type']);
          resolve({ status: response.statusCode ?? 0, body });
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`No answer within ${timeout} ms`)));
    sent.on('error', reject);
    sent.end(payload?.data);
  });
}

/**
 * Sends one request. A client library would hide what OpenSearch answers, and differs between the
 * hosts that are tested.
 *
 * @param request - where, as whom and what.
 * @returns the body: parsed when it is JSON, else its text. The type is the caller's claim.
 * @throws OpenSearchRequestError for a status of 300 or more; Error when there is no answer.
 */
export async function openSearchRequest<T = unknown>(request: OpenSearchRequest): Promise<T> {
  const { status, body } = await send(request);
  if (status >= 300) {
    throw new OpenSearchRequestError(`${request.method} ${request.path}`, status, body);
  }
  return body as T;
}
