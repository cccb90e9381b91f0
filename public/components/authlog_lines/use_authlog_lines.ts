/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import { MAX_LINES } from '../../../common/api/authlog_lines';
import type { DocumentRef } from '../../../common/api/kube_events';
import { useServices } from '../services_context';

/**
 * Lines as they are stored.
 *
 * @param unmask ask for likely secrets too
 */
export function useAuthlogLines(documents: readonly DocumentRef[], unmask = false) {
  const { auditClient } = useServices();
  const asked = documents.slice(0, MAX_LINES).map(({ index, id }) => ({ index, id }));
  const request = unmask ? { documents: asked, unmask } : { documents: asked };
  return useQuery({
    queryKey: ['authlogLines', request],
    queryFn: ({ signal }) => auditClient.authlogLines(request, signal),
    // Secrets that somebody asked to see do not stay in memory once they are off the screen.
    ...(unmask ? { cacheTime: 0 } : {}),
  });
}
