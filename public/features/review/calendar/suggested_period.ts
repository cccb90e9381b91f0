/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewPeriod } from '../../../../common/api/review';
import { standingOf } from '../review_words';

/**
 * The period that a reviewer most likely wants next: the newest one that ended and is not reviewed, or else the newest
 * one that ended.
 *
 * @param nowMs milliseconds since 1970
 * @returns undefined where none has ended
 */
export function suggestedPeriod(
  periods: readonly ReviewPeriod[],
  nowMs: number
): ReviewPeriod | undefined {
  const ended = periods
    .filter(({ range }) => Date.parse(range.to) < nowMs)
    .sort((a, b) => (a.range.to < b.range.to ? 1 : -1));
  const isOpen = (period: ReviewPeriod) => {
    const standing = standingOf(period, nowMs);
    return standing === 'due' || standing === 'missed';
  };
  return ended.find(isOpen) ?? ended[0];
}
