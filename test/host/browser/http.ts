/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Options of one request, as `core.http` takes them. */
export interface FetchOptions {
  method?: string;
  body?: string | null;
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Error of `core.http`: an answer that is no success, or no answer. */
export class HttpFetchError extends Error {
  override readonly name: string;
  readonly req: Request;
  readonly res?: Response;

  constructor(
    message: string,
    name: string,
    readonly request: Request,
    readonly response?: Response,
    readonly body?: unknown
  ) {
    super(message);
    this.name = name;
    this.req = request;
    this.res = response;
  }
}

/** `core.http`: adds base path, `osd-xsrf` and version, and reads JSON. */
export function createHttp(basePath: string, version: string) {
  const prepend = (path: string) => basePath + path;

  async function send(path: string, options: FetchOptions = {}): Promise<unknown> {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(options.query ?? {})) {
      for (const item of Array.isArray(value) ? value : [value]) query.append(key, String(item));
    }
    const search = query.toString();
    const request = new Request(prepend(path) + (search ? `?${search}` : ''), {
      method: options.method ?? 'GET',
      body: options.body ?? undefined,
      signal: options.signal,
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        'osd-version': version,
        'osd-xsrf': 'osd-fetch',
        ...options.headers,
      },
    });
    let response: Response;
    try {
      response = await fetch(request);
    } catch (error) {
      const { message, name } = error as Error;
      throw new HttpFetchError(message, name, request);
    }
    const text = await response.text();
    const body: unknown = /json/.test(response.headers.get('content-type') ?? '')
      ? JSON.parse(text)
      : text;
    if (!response.ok) {
      throw new HttpFetchError(response.statusText, 'Error', request, response, body);
    }
    return body;
  }

  const withMethod = (method: string) => (path: string, options?: FetchOptions) =>
    send(path, { ...options, method });
  return {
    basePath: {
      get: () => basePath,
      prepend,
      remove: (path: string) => path.replace(basePath, ''),
    },
    fetch: send,
    get: withMethod('GET'),
    post: withMethod('POST'),
    put: withMethod('PUT'),
    delete: withMethod('DELETE'),
  };
}
