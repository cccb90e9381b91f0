/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useCallback, useEffect, useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import type { AuditState } from './audit_state';
import { keepHostParameters } from './host_parameters';
import { parseAuditState, type ParsedAddress } from './parse_audit_state';
import { useUsualTimeRange } from './use_usual_time_range';
import { writeAuditState } from './write_audit_state';

/** The state of the view, and how to change it. */
export interface AuditStateControl extends ParsedAddress {
  /** Goes to another state; "back" returns to this one. */
  change: (next: AuditState) => void;
}

/** The address is the one owner of the state: reload, back and a shared link all lead to the same view. */
export function useAuditState(): AuditStateControl {
  const history = useHistory();
  const { search } = useLocation();
  const usual = useUsualTimeRange();
  const parsed = useMemo(() => parseAuditState(search, usual), [search, usual]);

  const change = useCallback(
    (next: AuditState) => {
      const { location } = history;
      const target = keepHostParameters(location.search, writeAuditState(next));
      if (target !== location.search) history.push({ ...location, search: target });
    },
    [history]
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
