/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import type { DocumentRef } from '../../../../common/api/kube_events';
import { useServices } from '../../../components/services_context';

/**
 * One event in full; a request for another document aborts the one on its way.
 *
 * @param unmask ask for likely secrets too
 */
export function useKubeEvent(document: DocumentRef, unmask = false) {
  const { auditClient } = useServices();
  const request = unmask ? { document, unmask } : { document };
  return useQuery({
    queryKey: ['kubeEvent', request],
    queryFn: ({ signal }) => auditClient.kubeEvent(request, signal),
    // Secrets that somebody asked to see do not stay in memory once they are off the screen.
    ...(unmask ? { cacheTime: 0 } : {}),
  });
}
