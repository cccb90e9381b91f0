/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CompletenessReason } from '../../../common/api/completeness';
import type { GroupAccountsResponse, GroupAccountUse } from '../../../common/api/group_accounts';
import type { Paging } from '../../components/paging/load_more';
import { useServices } from '../../components/services_context';
import { writeGroupState, type GroupState } from '../../url_state/group_accounts_state';
import { resolveRange } from '../../url_state/resolve_range';
import { keyOfUse } from './key_of_use';

/** Key of every question about group accounts: what the directory changes makes them all old. */
export const GROUP_ACCOUNTS_KEY = 'groupAccounts';

/** Everything that the view knows about its question. */
export interface GroupAnswer extends Paging {
  /** First page with figures, trend and work list; of the question before while `stale`. */
  first?: GroupAccountsResponse;
  uses: GroupAccountUse[];
  reasons: CompletenessReason[];
  error?: unknown;
  loading: boolean;
  stale: boolean;
  askAgain: () => void;
}

/** Asks for uses, figures, trend and work list in one request, and for further pages on demand. */
export function useGroupAccounts(state: GroupState, limit: number): GroupAnswer {
  const { auditClient } = useServices();
  const [asked, setAsked] = useState(0);
  const { timeRange, filters } = state;
  // What is open, and which part is looked at, is no part of the question.
  const key = writeGroupState({ timeRange, filters, tab: 'uses' });
  const question = useMemo(
    () => ({ timeRange: resolveRange(timeRange) ?? timeRange, filters }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says all of the state that matters
    [key, asked]
  );
  const query = useInfiniteQuery({
    queryKey: [GROUP_ACCOUNTS_KEY, question, asked, limit],
    queryFn: ({ pageParam, signal }: { pageParam?: string; signal?: AbortSignal }) => {
      const page = pageParam === undefined ? {} : { cursor: pageParam };
      return auditClient.groupAccounts({ ...question, limit, ...page }, signal);
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    keepPreviousData: true,
  });
  const pages = query.data?.pages;
  const lists = useMemo(() => {
    const uses = (pages ?? []).flatMap((page) => page.uses);
    const reasons = (pages ?? []).flatMap((page) => page.completeness.reasons);
    return {
      uses: [...new Map(uses.map((use) => [keyOfUse(use), use])).values()],
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
