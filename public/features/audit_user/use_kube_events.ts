/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useInfiniteQuery } from '@tanstack/react-query';
import type { KubeEvent, KubeEventsResponse } from '../../../common/api/kube_events';
import type { CompletenessReason } from '../../../common/api/completeness';
import { useServices } from '../../components/services_context';
import { writeAuditState, type AuditState } from '../../url_state/audit_state';
import { toFilters, toRequestRange } from './to_request';

/** Rows of one page. */
const PAGE_SIZE = 50;

/** Everything that the view knows about its question. */
export interface KubeEventsState {
  /** First page with its summary; of the question before while `stale`. */
  answer?: KubeEventsResponse;
  events: KubeEvent[];
  reasons: CompletenessReason[];
  error?: unknown;
  /** A failure of a later page; what was loaded stays. */
  moreError?: unknown;
  loading: boolean;
  /** What is shown answers the question before. */
  stale: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore(): void;
}

/**
 * Asks for events and summary of a state in one request, and for further pages on demand. A question that is
 * superseded is aborted.
 *
 * @param refresh raised by the refresh button: relative periods are resolved anew
 */
export function useKubeEvents(state: AuditState, refresh: number): KubeEventsState {
  const { auditClient } = useServices();
  // The open event is not part of the question.
  const question = writeAuditState({ ...state, event: undefined });
  const query = useInfiniteQuery({
    queryKey: ['kubeEvents', question, refresh],
    queryFn: ({ pageParam, signal }: { pageParam?: string; signal?: AbortSignal }) => {
      const request = {
        timeRange: toRequestRange(state.timeRange),
        filters: toFilters(state),
        limit: PAGE_SIZE,
      };
      return auditClient.kubeEvents(
        pageParam ? { ...request, cursor: pageParam } : { ...request, summary: true },
        signal
      );
    },
    getNextPageParam: (page) => page.nextCursor,
    keepPreviousData: true,
  });
  const pages = query.data?.pages ?? [];
  const failed = query.isError && pages.length === 0;
  return {
    answer: pages[0],
    events: pages.flatMap((page) => page.events),
    reasons: distinct(pages.flatMap((page) => page.completeness.reasons)),
    error: failed ? query.error : undefined,
    moreError: query.isError && pages.length > 0 ? query.error : undefined,
    loading: query.isLoading || (query.isFetching && !query.isFetchingNextPage),
    stale: query.isPreviousData,
    hasMore: query.hasNextPage === true && !query.isPreviousData,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

/** One reason of each kind and wording: every page can say the same. */
function distinct(reasons: readonly CompletenessReason[]): CompletenessReason[] {
  return [...new Map(reasons.map((reason) => [reason.code + reason.message, reason])).values()];
}
