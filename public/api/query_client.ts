/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { QueryClient } from '@tanstack/react-query';

/** Answers stay for this long after the last view that shows them: enough for "back". */
const CACHE_MS = 2 * 60000;

/** Cache of answers. Nothing is asked again by itself: an auditor's screen changes only when asked to. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        cacheTime: CACHE_MS,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The host's own client says when there is no network.
        networkMode: 'always',
      },
    },
    // Failures are shown in the view; the console of the host is not ours.
    logger: { log: () => undefined, warn: () => undefined, error: () => undefined },
  });
}
