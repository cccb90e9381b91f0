/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useCallback, useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import { parseAuditState, writeAuditState, type AuditState } from './audit_state';

/** The state of the view, and how to change it. */
export interface AuditStateControl {
  state: AuditState;
  /** Parameters of the address that were not understood. */
  dropped: string[];
  /** Goes to another state; `replace` where "back" should not stop in between. */
  change(next: AuditState, options?: { replace?: boolean }): void;
}

/** The address is the one owner of the state: reload, back and a shared link all lead to the same view. */
export function useAuditState(): AuditStateControl {
  const history = useHistory();
  const { search, pathname } = useLocation();
  const { state, dropped } = useMemo(() => parseAuditState(search), [search]);
  const change = useCallback(
    (next: AuditState, { replace = false } = {}) => {
      const target = { pathname, search: `?${writeAuditState(next)}` };
      if (replace) history.replace(target);
      else history.push(target);
    },
    [history, pathname]
  );
  return { state, dropped, change };
}
