/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { TimelineLane } from '../../../../common/api/person_timeline';
import { countWords, formatCount } from '../../../components/count_words';
import { laneLabel } from '../timeline_words';
import { lackWords } from './lack_words';
import { isUnread, type LaneLack } from './lane_lacks';

/** A lane in a line: its name, its figures, and what it does not hold. */
export function laneWords(
  lane: TimelineLane,
  lacks: readonly LaneLack[],
  formatInstant: (instant: string) => string
): string {
  const { id, total, certain, possible } = lane;
  const notes = lacks.map((lack) => lackWords(lack, formatInstant));
  // Without a log there are no figures: zero would say that nothing was done.
  if (total.value === 0 && isUnread(lacks)) return `${laneLabel(id)}: ${notes.join('; ')}`;
  const figures = i18n.translate('auditUser.person.laneFigures', {
    defaultMessage: '{lane}: {total}, {certain} certain, {possible} possible',
    values: {
      lane: laneLabel(id),
      total: countWords(total),
      certain: formatCount(certain),
      possible: formatCount(possible),
    },
  });
  return [figures, ...notes].join('; ');
}
