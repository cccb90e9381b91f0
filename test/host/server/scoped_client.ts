/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { Client as ClientOfToday } from '@opensearch-project/opensearch';
import { Client as ClientOf219 } from 'opensearch-js-1';
import type { OpenSearchClient } from '../../../server/host_types';
import type { HostProfile } from '../host_profiles';

/** Dashboards gives up on a search after this time (`opensearch.requestTimeout`). */
const REQUEST_TIMEOUT_MS = 30_000;

/** One pool of connections to OpenSearch, and a view on it for each user. */
export interface ClientPool {
  /** A client that sends these credentials, or none. */
  as(authorization: string | undefined): OpenSearchClient;
  close(): Promise<void>;
}

/** Opens the pool with the client library of the profile's Dashboards. */
export function openClientPool(profile: HostProfile, node: string): ClientPool {
  const options = { node, requestTimeout: REQUEST_TIMEOUT_MS, maxRetries: 0 };
  const pool =
    profile.opensearchClient === 'opensearch-js-1'
      ? new ClientOf219(options)
      : new ClientOfToday(options);
  return {
    as: (authorization) =>
      (authorization
        ? pool.child({ headers: { authorization } })
        : pool) as unknown as OpenSearchClient,
    close: async () => {
      await pool.close();
    },
  };
}
