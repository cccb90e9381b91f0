/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TransportParams, TransportRequest } from '../host_types';
import { ScopedSearch } from '../search/scoped_search';

/** What a made-up OpenSearch answers: a body, or an error status with one. */
export type Reply = { body: unknown } | { status: number; body?: unknown };

/** A search that is answered by these replies in turn, with everything that was sent. */
export function scriptedSearch(reply: (params: TransportParams) => Reply): {
  search: ScopedSearch;
  sent: TransportParams[];
} {
  const sent: TransportParams[] = [];
  const request = <Body>(params: TransportParams): TransportRequest<Body> => {
    sent.push(params);
    const answer = reply(params);
    return 'status' in answer
      ? Promise.reject(
          Object.assign(new Error('refused'), {
            name: 'ResponseError',
            meta: { statusCode: answer.status, body: answer.body },
          })
        )
      : Promise.resolve({ body: answer.body as Body, statusCode: 200 });
  };
  const client = { transport: { request } } as unknown as ConstructorParameters<
    typeof ScopedSearch
  >[0];
  return { search: new ScopedSearch(client, { timeoutMs: 1_000 }), sent };
}

/** An answer to the one search that reads the directory. */
export function foundDocuments(
  documents: readonly object[],
  more: { timedOut?: boolean; failed?: number; shards?: number } = {}
): Reply {
  const { timedOut = false, failed = 0, shards = 1 } = more;
  const hits = documents.map((source, i) => ({
    _index: 'directory',
    _id: `d${i}`,
    _version: 1,
    _source: source,
    sort: [i],
  }));
  const _shards = { total: shards, successful: shards - failed, failed };
  return { body: { responses: [{ timed_out: timedOut, _shards, hits: { hits } }] } };
}
