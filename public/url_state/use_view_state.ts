/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useCallback, useEffect, useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import { keepHostParameters } from './host_parameters';
import { parseSearch, type ParsedSearch } from './parse_search';
import { toSearch } from './to_search';
import { useUsualTimeRange } from './use_usual_time_range';
import type { ViewState } from './view_state';

/** The state of the view, which lives in the address. */
export interface UseViewState extends ParsedSearch {
  /** Changes a part of the state; "back" undoes it. */
  update: (change: Partial<ViewState>) => void;
}

/** Reads the state from the address and changes it there. */
export function useViewState(): UseViewState {
  const history = useHistory();
  const { search } = useLocation();
  const usual = useUsualTimeRange();
  const parsed = useMemo(() => parseSearch(search, usual), [search, usual]);

  const update = useCallback(
    (change: Partial<ViewState>) => {
      const { location } = history;
      // What stands in the address now, not what was drawn last: two changes may come in one tick.
      const { state } = parseSearch(location.search, usual);
      const next = keepHostParameters(location.search, toSearch({ ...state, ...change }));
      if (next !== location.search) history.push({ ...location, search: next });
    },
    [history, usual]
  );

  // An address without a period gets the usual one, so that a copy of it asks the same of everybody.
  useEffect(() => {
    const params = new URLSearchParams(search);
    if (params.has('from') || params.has('to')) return;
    params.append('from', usual.from);
    params.append('to', usual.to);
    history.replace({ ...history.location, search: `?${params.toString()}` });
  }, [history, search, usual]);

  return { ...parsed, update };
}
