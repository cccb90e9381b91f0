/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useCallback } from 'react';
import { i18n } from '@osd/i18n';
import { MAX_FILTER_VALUES } from '../../../common/api/kube_filters';
import type { DocumentRef } from '../../../common/api/kube_events';
import type { TimeRange } from '../../../common/api/time_range';
import { useServices } from '../../components/services_context';
import type { AuditState } from '../../url_state/audit_state';
import { applyFilterChange, isTooMany } from '../../url_state/change_filters';
import type { FilterChange } from '../../url_state/filter_change';
import { useLatest } from '../../components/use_latest';

/** What can be done to the state. The functions stay the same, so that a thousand rows need not be drawn anew. */
export interface Changes {
  filter: (change: FilterChange) => void;
  setTimeRange: (timeRange: TimeRange) => void;
  open: (event: DocumentRef) => void;
  close: () => void;
}

/** Turns what is clicked into the next state. */
export function useChanges(state: AuditState, change: (next: AuditState) => void): Changes {
  const { notifications } = useServices().core;
  const latest = useLatest({ state, change, notifications });
  const filter = useCallback(
    (asked: FilterChange) => {
      const now = latest.current;
      const next = { ...applyFilterChange(now.state, asked), event: undefined };
      if (asked.key === 'impersonatedUsers' || !isTooMany(next, asked.key)) now.change(next);
      else {
        now.notifications?.toasts.addWarning({
          title: i18n.translate('auditUser.filter.tooMany', {
            defaultMessage: 'A filter takes at most {count} values',
            values: { count: MAX_FILTER_VALUES },
          }),
        });
      }
    },
    [latest]
  );
  const merge = useCallback(
    (part: Partial<AuditState>) => latest.current.change({ ...latest.current.state, ...part }),
    [latest]
  );
  return {
    filter,
    setTimeRange: useCallback((timeRange) => merge({ timeRange }), [merge]),
    open: useCallback((event) => merge({ event }), [merge]),
    close: useCallback(() => merge({ event: undefined }), [merge]),
  };
}
