/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CompletenessReason } from '../../../common/api/completeness';
import type { KubeEvent, KubeEventsResponse } from '../../../common/api/kube_events';
import { useServices } from '../../components/services_context';
import type { Question } from './use_question';

/** Everything that the view knows about its question. */
export interface KubeEventsAnswer {
  /** First page with its summary; of the question before while `stale`. */
  first?: KubeEventsResponse;
  events: KubeEvent[];
  /** Of all pages. */
  reasons: CompletenessReason[];
  error?: unknown;
  /** A failure of a later page; what was loaded stays. */
  moreError?: unknown;
  loading: boolean;
  /** What is shown answers the question before. */
  stale: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
}

/** One reason of each kind and wording: every page can say the same. */
function distinct(reasons: readonly CompletenessReason[]): CompletenessReason[] {
  return [...new Map(reasons.map((reason) => [reason.code + reason.message, reason])).values()];
}

/**
 * Asks for events and summary in one request, and for further pages on demand. A question that is superseded
 * is aborted.
 *
 * @param limit rows of one page; part of the question, since a cursor continues pages of one size only
 */
export function useKubeEvents(
  { timeRange, filters, asked }: Question,
  limit: number
): KubeEventsAnswer {
  const { auditClient } = useServices();
  const query = useInfiniteQuery({
    queryKey: ['kubeEvents', timeRange, filters, asked, limit],
    queryFn: ({ pageParam, signal }: { pageParam?: string; signal?: AbortSignal }) => {
      const page = pageParam === undefined ? { summary: true } : { cursor: pageParam };
      return auditClient.kubeEvents({ timeRange, filters, limit, ...page }, signal);
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    keepPreviousData: true,
  });
  const pages = query.data?.pages;
  const events = useMemo(() => pages?.flatMap((page) => page.events) ?? [], [pages]);
  const reasons = useMemo(
    () => distinct(pages?.flatMap(({ completeness }) => completeness.reasons) ?? []),
    [pages]
  );
  const failure = query.error ?? undefined;
  return {
    first: pages?.[0],
    events,
    reasons,
    error: pages ? undefined : failure,
    moreError: pages ? failure : undefined,
    loading: query.isFetching && !query.isFetchingNextPage,
    stale: query.isPreviousData,
    hasMore: query.hasNextPage === true && !query.isPreviousData,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
