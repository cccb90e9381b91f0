/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import type { TimeRange } from '../../../../common/api/time_range';
import type { UsersRequest, UsersResponse } from '../../../../common/api/users';
import type { UserKind } from '../../../../common/kube_audit/user_kind';
import { useServices } from '../../../components/services_context';
import { toListedUsers, type ListedUsers } from './listed_users';

export interface UsersQuestion {
  timeRange: TimeRange;
  search: string;
  clusters?: readonly string[];
  kinds?: readonly UserKind[];
}

/** State of the list; `answer` is of the question before while a new one is on its way. */
export interface ListedUsersState {
  answer?: UsersResponse;
  listed?: ListedUsers;
  error: unknown;
  isFetching: boolean;
  retry: () => void;
}

/** Kinds that an audit is about and that a long list of controllers must not push out. */
const PEOPLE: UserKind[] = ['person', 'group_account'];

function toRequest({ timeRange, search, clusters, kinds }: UsersQuestion): UsersRequest {
  return {
    timeRange,
    ...(search ? { search } : {}),
    ...(clusters?.length ? { clusters: [...clusters] } : {}),
    ...(kinds?.length ? { kinds: [...kinds] } : {}),
  };
}

function useUsers(request: UsersRequest, enabled = true) {
  const { auditClient } = useServices();
  return useQuery({
    queryKey: ['users', request],
    queryFn: ({ signal }) => auditClient.users(request, signal),
    keepPreviousData: true,
    enabled,
  });
}

/**
 * Users of the period. One request, and a second one for persons and group accounts where the first was
 * cut: the most active users of a large site are all controllers, and the quiet administrator is the one
 * who is looked for.
 */
export function useListedUsers(question: UsersQuestion): ListedUsersState {
  const request = toRequest(question);
  const active = useUsers(request);
  const isCut = active.data !== undefined && active.data.users.length < active.data.population;
  const wantsPeople = isCut && !active.isPreviousData && !request.kinds;
  const people = useUsers({ ...request, kinds: PEOPLE }, wantsPeople);
  const error = active.error ?? (wantsPeople ? people.error : null);
  return {
    answer: active.data,
    listed: active.data && toListedUsers(active.data, wantsPeople ? people.data : undefined),
    error,
    isFetching: active.isFetching || people.isFetching,
    retry: () => {
      void (active.error ? active : people).refetch();
    },
  };
}
