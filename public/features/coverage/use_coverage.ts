/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CoverageResponse } from '../../../common/api/coverage';
import { useServices } from '../../components/services_context';
import { writeCoverageState, type CoverageState } from '../../url_state/coverage_state';
import { resolveRange } from '../../url_state/resolve_range';

/** Everything that the page knows about its question. */
export interface CoverageAnswer {
  /** Of the question before while `stale`. */
  data?: CoverageResponse;
  /** When it arrived, milliseconds: what is after it cannot be a silence yet. */
  readAtMs: number;
  error?: unknown;
  loading: boolean;
  stale: boolean;
  askAgain: () => void;
}

/** Asks for the coverage of a period. */
export function useCoverage(state: CoverageState): CoverageAnswer {
  const { auditClient } = useServices();
  const [asked, setAsked] = useState(0);
  const key = writeCoverageState(state);
  const question = useMemo(
    () => ({
      timeRange: resolveRange(state.timeRange) ?? state.timeRange,
      ...(state.clusters.length > 0 ? { clusters: [...state.clusters] } : {}),
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says all of the state that matters
    [key, asked]
  );
  const query = useQuery({
    queryKey: ['coverage', question, asked],
    queryFn: ({ signal }: { signal?: AbortSignal }) => auditClient.coverage(question, signal),
    keepPreviousData: true,
  });
  const failure = query.error ?? undefined;
  return {
    data: query.data,
    readAtMs: query.dataUpdatedAt,
    error: query.data ? undefined : failure,
    loading: query.isFetching,
    stale: query.isPreviousData,
    askAgain: () => setAsked(asked + 1),
  };
}
