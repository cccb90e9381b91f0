/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useCallback, useEffect, useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import type { TimeRange } from '../../common/api/time_range';
import type { DroppedParameter } from './dropped_parameter';
import { keepHostParameters } from './host_parameters';
import { useUsualTimeRange } from './use_usual_time_range';

/** How a view reads its state from an address and writes it there. Both are to stay the same functions. */
export interface AddressCodec<State> {
  parse: (search: string, usual: TimeRange) => { state: State; dropped: DroppedParameter[] };
  write: (state: State) => string;
}

/** The state of a view, what of its address was not understood, and how to change it. */
export interface AddressControl<State> {
  state: State;
  dropped: DroppedParameter[];
  /** Goes to another state; "back" returns to this one. */
  change: (next: State) => void;
}

/** The address is the one owner of a view's state: reload, back and a shared link all lead to the same view. */
export function useAddressState<State>({
  parse,
  write,
}: AddressCodec<State>): AddressControl<State> {
  const history = useHistory();
  const { search } = useLocation();
  const usual = useUsualTimeRange();
  const parsed = useMemo(() => parse(search, usual), [parse, search, usual]);

  const change = useCallback(
    (next: State) => {
      const { location } = history;
      const target = keepHostParameters(location.search, write(next));
      if (target !== location.search) history.push({ ...location, search: target });
    },
    [history, write]
  );

  // An address without a period gets the usual one, so that a copy of it asks the same of everybody.
  useEffect(() => {
    const params = new URLSearchParams(search);
    if (params.has('from') || params.has('to')) return;
    params.append('from', usual.from);
    params.append('to', usual.to);
    history.replace({ ...history.location, search: `?${params.toString()}` });
  }, [history, search, usual]);

  return { ...parsed, change };
}
