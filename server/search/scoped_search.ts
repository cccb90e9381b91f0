/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Readable } from 'stream';
import type { OpenSearchClient, TransportParams, TransportRequest } from '../host_types';
import { AuditError } from '../errors/audit_error';
import type { SearchBody, SearchItem, SearchResponse } from './search_types';
import { fromClientError, toUpstreamError } from './upstream_error';

/** Limits of every search. */
export interface SearchLimits {
  /** After this, OpenSearch answers with what it has and says `timed_out`. */
  timeoutMs: number;
}

/** The connection gets this much longer than the search, so that a partial answer still arrives. */
const CONNECTION_GRACE_MS = 10_000;

/** True when OpenSearch knows the user and refuses the search. */
function isRefusal(error: unknown): error is AuditError {
  return error instanceof AuditError && error.code === 'forbidden' && !error.details.authentication;
}

/** One type of a field in field capabilities. */
export interface FieldCapability {
  type: string;
  searchable: boolean;
  aggregatable: boolean;
  /** Only when the field has several types. */
  indices?: string[];
  /** Only when the field can be searched in some of its indices and not in others. */
  non_searchable_indices?: string[] | null;
}

/** Answer to one document of a bulk request. */
interface BulkItem {
  create?: { status?: number; error?: unknown };
}

export type FieldCapabilities = Record<string, Record<string, FieldCapability>>;

/**
 * Asks OpenSearch as the current user; the only caller of OpenSearch. Made for one request of the browser:
 * when that is given up, everything under way is aborted, which closes the connection, and OpenSearch
 * cancels the search.
 */
export class ScopedSearch {
  private readonly underway = new Set<TransportRequest<unknown>>();
  private cancelled = false;

  constructor(
    private readonly client: OpenSearchClient,
    private readonly limits: SearchLimits
  ) {}

  /** Aborts what is under way and refuses what comes after. */
  cancel(): void {
    this.cancelled = true;
    for (const request of this.underway) request.abort?.();
  }

  /**
   * Sends searches in one round trip. Each is answered or refused by itself.
   *
   * @returns one answer or one error an item, in order
   * @throws AuditError when the round trip as a whole fails
   */
  async searchEach(items: readonly SearchItem[]): Promise<Array<SearchResponse | AuditError>> {
    const timeout = `${this.limits.timeoutMs}ms`;
    const lines = items.flatMap(({ index, body }) => [
      { index, ignore_unavailable: true, allow_no_indices: true },
      { timeout, ...body },
    ]);
    let responses: Array<SearchResponse & { status?: number; error?: unknown }>;
    try {
      ({ responses } = await this.send<{ responses: typeof responses }>(
        { method: 'POST', path: '/_msearch', bulkBody: lines },
        items[0].index
      ));
    } catch (error) {
      // A user without the right to `_msearch` itself is refused as a whole: then each item is.
      if (isRefusal(error)) return items.map(() => error);
      throw error;
    }
    if (!Array.isArray(responses) || responses.length !== items.length) {
      throw new AuditError('upstream_error', 'The answer of OpenSearch could not be read', {});
    }
    return responses.map((answer, i) => {
      if (answer?.error) return toUpstreamError(answer.status ?? 500, answer, items[i].index);
      if (!answer?._shards || !answer.hits) {
        return new AuditError('upstream_error', 'The answer of OpenSearch could not be read', {});
      }
      return answer;
    });
  }

  /** As {@link searchEach}, but the first refused item fails all. */
  async searchAll(items: readonly SearchItem[]): Promise<SearchResponse[]> {
    const answers = await this.searchEach(items);
    return answers.map((answer) => {
      if (answer instanceof AuditError) throw answer;
      return answer;
    });
  }

  /**
   * Which of these fields exist and are visible to this user, by name and type.
   *
   * @param withUnmapped also tells in which indices a field is not mapped that others have, as the type `unmapped`
   */
  async fieldCapabilities(
    index: string,
    fields: readonly string[],
    withUnmapped = false
  ): Promise<FieldCapabilities> {
    const body = await this.send<{ fields?: FieldCapabilities }>(
      {
        method: 'POST',
        path: `/${encodeURIComponent(index)}/_field_caps`,
        querystring: {
          fields: fields.join(','),
          ignore_unavailable: true,
          allow_no_indices: true,
          ...(withUnmapped ? { include_unmapped: true } : {}),
        },
      },
      index
    );
    return body.fields ?? {};
  }

  /**
   * One search, answered as the bytes that OpenSearch sent: for documents that must stay as they are.
   *
   * @param index pattern to search; absent where `body.pit` names a point in time
   * @throws AuditError as the searches do, also where the answer breaks off
   */
  async searchRaw(index: string | undefined, body: SearchBody): Promise<Buffer> {
    const name = index ?? 'a point in time';
    return this.sendRaw(
      {
        method: 'POST',
        path: index === undefined ? '/_search' : `/${encodeURIComponent(index)}/_search`,
        querystring:
          index === undefined ? {} : { ignore_unavailable: true, allow_no_indices: true },
        body: { timeout: `${this.limits.timeoutMs}ms`, ...body },
      },
      name
    );
  }

  /**
   * Freezes what a search sees. The id stays on the server: whoever holds it could read with it.
   *
   * @throws AuditError `forbidden` without the right to it
   */
  async openPointInTime(index: string, keepAlive: string): Promise<string> {
    const { pit_id: id } = await this.send<{ pit_id: string }>(
      {
        method: 'POST',
        path: `/${encodeURIComponent(index)}/_search/point_in_time`,
        querystring: { keep_alive: keepAlive },
      },
      index
    );
    return id;
  }

  /** Lets a point in time go, also after the request was given up. */
  async closePointInTime(id: string): Promise<void> {
    await this.client.transport.request(
      { method: 'DELETE', path: '/_search/point_in_time', body: { pit_id: [id] } },
      { requestTimeout: this.limits.timeoutMs, maxRetries: 0 }
    );
  }

  /** Any other read, such as the version of OpenSearch. */
  async get<Body>(path: string): Promise<Body> {
    return this.send<Body>({ method: 'GET', path }, path);
  }

  /**
   * Makes an index unless it is there already, also by somebody else at the same moment.
   *
   * @throws AuditError `forbidden` without the right to make it
   */
  async createIndex(index: string, body: Record<string, unknown>): Promise<void> {
    try {
      await this.send({ method: 'PUT', path: `/${encodeURIComponent(index)}`, body }, index);
    } catch (error) {
      const there =
        error instanceof AuditError &&
        error.details.upstreamType === 'resource_already_exists_exception';
      if (!there) throw error;
    }
  }

  /**
   * Adds documents, none of which changes another, and waits until they can be found.
   *
   * @param ids of the documents, in order; OpenSearch makes them up where they are absent
   * @param refresh `false` does not wait until a search finds them: they are kept all the same
   * @throws AuditError `forbidden` without the right to add; `conflict` where there is a document of an id
   *   already; with `details.written` where some were refused
   */
  async append(
    index: string,
    documents: readonly object[],
    ids?: readonly string[],
    refresh: 'wait_for' | 'false' = 'wait_for'
  ): Promise<void> {
    const lines = documents.flatMap((document, i) => [
      { create: ids ? { _id: ids[i] } : {} },
      document as Record<string, unknown>,
    ]);
    const answer = await this.send<{ errors?: boolean; items?: BulkItem[] }>(
      {
        method: 'POST',
        path: `/${encodeURIComponent(index)}/_bulk`,
        querystring: { refresh },
        bulkBody: lines,
      },
      index
    );
    const refused = (answer.items ?? []).find(({ create }) => create?.error !== undefined)?.create;
    if (!refused) return;
    const written = (answer.items ?? []).filter(({ create }) => !create?.error).length;
    if (refused.status === 409) {
      throw new AuditError('conflict', `${index} holds a document of this id already`, {
        index,
        written,
      });
    }
    const cause = toUpstreamError(refused.status ?? 500, refused, index);
    throw new AuditError(
      cause.code,
      cause.code === 'forbidden'
        ? `You may not write to ${index}: ask for a role that may add documents there`
        : `${cause.message} (${written} of ${documents.length} were written)`,
      { ...cause.details, written }
    );
  }

  private async sendRaw(params: TransportParams, index: string): Promise<Buffer> {
    if (this.cancelled) throw fromClientError({ name: 'RequestAbortedError' }, index);
    let request: TransportRequest<Readable> | undefined;
    let body: Readable | undefined;
    // The client's own timer ends with the first byte.
    const late = setTimeout(
      () => body?.destroy(Object.assign(new Error('too slow'), { name: 'TimeoutError' })),
      this.limits.timeoutMs + CONNECTION_GRACE_MS
    );
    try {
      request = this.client.transport.request<Readable>(params, {
        requestTimeout: this.limits.timeoutMs + CONNECTION_GRACE_MS,
        maxRetries: 0,
        asStream: true,
      });
      this.underway.add(request);
      const answer = await request;
      body = answer.body;
      const chunks: Buffer[] = [];
      for await (const chunk of body) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      const status = answer.statusCode ?? 500;
      if (status >= 400) throw toUpstreamError(status, parseError(bytes), index);
      return bytes;
    } catch (error) {
      if (this.cancelled) throw fromClientError({ name: 'RequestAbortedError' }, index);
      throw fromClientError(toConnectionError(error), index);
    } finally {
      clearTimeout(late);
      if (request) this.underway.delete(request);
    }
  }

  private async send<Body>(params: TransportParams, index: string): Promise<Body> {
    if (this.cancelled) throw fromClientError({ name: 'RequestAbortedError' }, index);
    let request: TransportRequest<Body> | undefined;
    try {
      request = this.client.transport.request<Body>(params, {
        requestTimeout: this.limits.timeoutMs + CONNECTION_GRACE_MS,
        // A search that failed once under load is not sent again behind the user's back.
        maxRetries: 0,
      });
      this.underway.add(request);
      return (await request).body;
    } catch (error) {
      throw fromClientError(error, index);
    } finally {
      if (request) this.underway.delete(request);
    }
  }
}

/** An error body of OpenSearch: JSON, or plain text on a 401. */
function parseError(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What Node says when an answer breaks off, in the client's terms. */
function toConnectionError(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  const brokeOff =
    code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || message === 'aborted';
  return brokeOff ? { name: 'ConnectionError' } : error;
}
