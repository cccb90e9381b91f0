/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import type { ReviewReadResponse } from '../../../../common/api/review';
import { useServices } from '../../../components/services_context';
import { REVIEWS_KEY } from '../review_query_key';

/** A signed review, read and verified anew each time its page is opened. */
export function useReviewRecord(sequence: number) {
  const { auditClient } = useServices();
  return useQuery<ReviewReadResponse>({
    queryKey: [REVIEWS_KEY, 'read', sequence],
    queryFn: ({ signal }) => auditClient.reviews({ action: 'read', sequence }, signal),
    cacheTime: 0,
  });
}
