/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CompletenessReason } from '../../../common/api/completeness';
import type { SshRun, SshSession, SshSessionsResponse } from '../../../common/api/ssh_sessions';
import type { Paging } from '../../components/paging/load_more';
import { useServices } from '../../components/services_context';
import type { SshQuestion } from './use_ssh_question';

/** Everything that the view knows about its question. */
export interface SshAnswer extends Paging {
  /** First page with figures, chart and failures; of the question before while `stale`. */
  first?: SshSessionsResponse;
  sessions: SshSession[];
  runs: SshRun[];
  /** Of all pages. */
  reasons: CompletenessReason[];
  error?: unknown;
  loading: boolean;
  /** What is shown answers the question before. */
  stale: boolean;
}

/** The first of each key: lines that arrive between two pages can move a row onto both. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}

/**
 * Asks for sessions, runs, failures, figures and chart in one request, and for further pages on demand. A
 * question that is superseded is aborted.
 *
 * @param limit rows of one page; part of the question, since a cursor continues pages of one size only
 */
export function useSshSessions(
  { timeRange, filters, asked }: SshQuestion,
  limit: number
): SshAnswer {
  const { auditClient } = useServices();
  const query = useInfiniteQuery({
    queryKey: ['sshSessions', timeRange, filters, asked, limit],
    queryFn: ({ pageParam, signal }: { pageParam?: string; signal?: AbortSignal }) => {
      const page = pageParam === undefined ? {} : { cursor: pageParam };
      return auditClient.sshSessions(
        { timeRange, filters, foldRuns: true, failures: true, limit, ...page },
        signal
      );
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    keepPreviousData: true,
  });
  const pages = query.data?.pages;
  const lists = useMemo(
    () => ({
      sessions: distinct(pages?.flatMap((page) => page.sessions) ?? [], ({ id }) => id),
      runs: distinct(pages?.flatMap((page) => page.runs ?? []) ?? [], ({ id }) => id),
      reasons: distinct(
        pages?.flatMap(({ completeness }) => completeness.reasons) ?? [],
        ({ code, message }) => code + message
      ),
    }),
    [pages]
  );
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
  };
}
