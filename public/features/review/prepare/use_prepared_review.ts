/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import type { ReviewPrepareResponse } from '../../../../common/api/review';
import type { ReviewPattern } from '../../../../common/api/review_record';
import type { TimeRange } from '../../../../common/api/time_range';
import { useServices } from '../../../components/services_context';
import { draftKey, readSeed } from './draft_store';

/** A prepared review stays this long after its page was left: it takes long to compute, and samples are looked up. */
const CACHE_MS = 60 * 60000;

/** Looks at everything that a review must look at; again with the same seed, so that samples stay the same. */
export function usePreparedReview(pattern: ReviewPattern, timeRange: TimeRange, enabled: boolean) {
  const { auditClient } = useServices();
  const key = draftKey(pattern, timeRange);
  return useQuery<ReviewPrepareResponse>({
    queryKey: ['reviewPrepare', key],
    queryFn: ({ signal }) => {
      const seed = readSeed(key);
      return auditClient.reviews(
        { action: 'prepare', pattern, timeRange, ...(seed === undefined ? {} : { seed }) },
        signal
      );
    },
    enabled,
    cacheTime: CACHE_MS,
  });
}
