/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useCallback } from 'react';
import type { TimeRange } from '../../../common/api/time_range';
import { useLatest } from '../../components/use_latest';
import { withSshValues, type SshState, type SshTab } from '../../url_state/ssh_state';
import type { FilterFor } from './filter_handler';

/** What can be done to the state. The functions stay the same, so that a thousand rows need not be drawn anew. */
export interface SshChanges {
  filterFor: FilterFor;
  clearFilters: () => void;
  setTimeRange: (timeRange: TimeRange) => void;
  setTab: (tab: SshTab) => void;
  /** Unfolds a run, or folds it when it is the one that is unfolded. */
  toggleRun: (id: string) => void;
  openSession: (id: string) => void;
  closeSession: () => void;
}

/** Turns what is clicked into the next state. */
export function useSshChanges(state: SshState, change: (next: SshState) => void): SshChanges {
  const latest = useLatest({ state, change });
  const merge = useCallback(
    (part: (before: SshState) => Partial<SshState>) => {
      const { state: before, change: to } = latest.current;
      to({ ...before, ...part(before) });
    },
    [latest]
  );
  return {
    filterFor: useCallback(
      (filter, value) =>
        merge(({ filters }) => ({
          filters: withSshValues(filters, filter, [value]),
          run: undefined,
          session: undefined,
        })),
      [merge]
    ),
    clearFilters: useCallback(
      () => merge(() => ({ filters: {}, run: undefined, session: undefined })),
      [merge]
    ),
    setTimeRange: useCallback((timeRange) => merge(() => ({ timeRange })), [merge]),
    setTab: useCallback((tab) => merge(() => ({ tab })), [merge]),
    toggleRun: useCallback(
      (id) => merge(({ run }) => ({ run: run === id ? undefined : id, session: undefined })),
      [merge]
    ),
    openSession: useCallback((session) => merge(() => ({ session })), [merge]),
    closeSession: useCallback(() => merge(() => ({ session: undefined })), [merge]),
  };
}
