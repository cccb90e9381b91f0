/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReviewListResponse } from '../../../../common/api/review';
import type { TimeRange } from '../../../../common/api/time_range';
import { useServices } from '../../../components/services_context';
import { REVIEWS_KEY } from '../review_query_key';
import { calendarRange } from './calendar_range';

/** Calendar and records, and how the question stands. */
export interface ReviewListAnswer {
  data?: ReviewListResponse;
  error?: unknown;
  loading: boolean;
  /** What is shown answers the question before. */
  stale: boolean;
  /** A longer time is shown than was chosen. */
  widened: boolean;
  askAgain: () => void;
}

/** Asks for calendar and records; the chain is verified with each answer. */
export function useReviewList({ from, to }: TimeRange): ReviewListAnswer {
  const { auditClient } = useServices();
  const [asked, setAsked] = useState(0);
  const question = useMemo(
    () => calendarRange({ from, to }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asking again resolves "now" anew
    [from, to, asked]
  );
  const query = useQuery<ReviewListResponse>({
    queryKey: [REVIEWS_KEY, 'list', from, to, asked],
    queryFn: ({ signal }) =>
      auditClient.reviews({ action: 'list', timeRange: question.asked }, signal),
    keepPreviousData: true,
  });
  return {
    data: query.data,
    error: query.error ?? undefined,
    loading: query.isFetching,
    stale: query.isPreviousData && query.isFetching,
    widened: question.widened,
    askAgain: () => setAsked(asked + 1),
  };
}
