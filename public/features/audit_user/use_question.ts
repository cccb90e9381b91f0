/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useMemo, useState } from 'react';
import type { KubeFilters } from '../../../common/api/kube_filters';
import type { TimeRange } from '../../../common/api/time_range';
import type { AuditState } from '../../url_state/audit_state';
import { resolveRange } from '../../url_state/resolve_range';
import { writeAuditState } from '../../url_state/write_audit_state';
import { toKubeFilters } from '../../url_state/to_kube_filters';

/** What the server is asked. */
export interface Question {
  timeRange: TimeRange;
  filters: KubeFilters;
  /** How often it was asked anew: "today" and "now" are then another time. */
  asked: number;
}

/** The question of a state, the same object for as long as it is the same question. */
export function useQuestion(state: AuditState): { question: Question; askAgain: () => void } {
  const [asked, setAsked] = useState(0);
  // The open event is no part of the question.
  const key = writeAuditState({ ...state, event: undefined });
  const question = useMemo(
    () => ({
      // The address holds no period that cannot be resolved.
      timeRange: resolveRange(state.timeRange) ?? state.timeRange,
      filters: toKubeFilters(state),
      asked,
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says all of the state that matters
    [key, asked]
  );
  return { question, askAgain: () => setAsked(asked + 1) };
}
