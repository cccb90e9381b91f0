/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useMemo, useState } from 'react';
import type { SshFilters } from '../../../common/api/ssh_sessions';
import type { TimeRange } from '../../../common/api/time_range';
import { resolveRange } from '../../url_state/resolve_range';
import { writeSshState, type SshState } from '../../url_state/ssh_state';

/** What the server is asked. */
export interface SshQuestion {
  timeRange: TimeRange;
  filters: SshFilters;
  /** How often it was asked anew: "today" and "now" are then another time. */
  asked: number;
}

/** The question of a state, the same object for as long as it is the same question. */
export function useSshQuestion(state: SshState): { question: SshQuestion; askAgain: () => void } {
  const [asked, setAsked] = useState(0);
  const { timeRange, filters } = state;
  // What is open, and which part of the answer is looked at, is no part of the question.
  const key = writeSshState({ timeRange, filters, tab: 'sessions' });
  const question = useMemo(
    // The address holds no period that cannot be resolved.
    () => ({ timeRange: resolveRange(timeRange) ?? timeRange, filters, asked }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says all of the state that matters
    [key, asked]
  );
  return { question, askAgain: () => setAsked(asked + 1) };
}
