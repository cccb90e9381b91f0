/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CompletenessReason } from '../../../common/api/completeness';
import type { PersonTimelineResponse, TimelineEntry } from '../../../common/api/person_timeline';
import type { Paging } from '../../components/paging/load_more';
import { useServices } from '../../components/services_context';
import { resolveRange } from '../../url_state/resolve_range';
import type { PersonState } from '../../url_state/person_state';

/** Everything that the view knows about its question. */
export interface TimelineAnswer extends Paging {
  first?: PersonTimelineResponse;
  entries: TimelineEntry[];
  reasons: CompletenessReason[];
  error?: unknown;
  loading: boolean;
  stale: boolean;
  askAgain: () => void;
}

/** Asks for lanes, bars and entries in one request, and for further pages of entries on demand. */
export function usePersonTimeline(
  person: string,
  { timeRange, lanes }: PersonState,
  limit: number
): TimelineAnswer {
  const { auditClient } = useServices();
  const [asked, setAsked] = useState(0);
  const key = JSON.stringify([person, timeRange, lanes]);
  const question = useMemo(
    () => ({
      person,
      timeRange: resolveRange(timeRange) ?? timeRange,
      ...(lanes.length === 0 ? {} : { lanes }),
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says all of the state that matters
    [key, asked]
  );
  const query = useInfiniteQuery({
    queryKey: ['personTimeline', question, asked, limit],
    queryFn: ({ pageParam, signal }: { pageParam?: string; signal?: AbortSignal }) => {
      const page = pageParam === undefined ? {} : { cursor: pageParam };
      return auditClient.personTimeline({ ...question, limit, ...page }, signal);
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    keepPreviousData: true,
  });
  // What is known of one person says nothing about another while the next answer is on its way.
  const pages = query.data?.pages[0]?.person === person ? query.data?.pages : undefined;
  const lists = useMemo(() => {
    const entries = (pages ?? []).flatMap((page) => page.entries);
    const reasons = (pages ?? []).flatMap((page) => page.completeness.reasons);
    return {
      entries: [...new Map(entries.map((entry) => [entry.id, entry])).values()],
      reasons: [
        ...new Map(reasons.map((reason) => [reason.code + reason.message, reason])).values(),
      ],
    };
  }, [pages]);
  const failure = query.error ?? undefined;
  return {
    ...lists,
    first: pages?.[0],
    error: pages ? undefined : failure,
    moreError: pages ? failure : undefined,
    loading: query.isFetching && !query.isFetchingNextPage,
    stale: query.isPreviousData,
    hasMore: query.hasNextPage === true && !query.isPreviousData,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    askAgain: () => setAsked(asked + 1),
  };
}
