/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';
import type { CompletenessReason } from '../../../../common/api/completeness';
import type { TimelineLane } from '../../../../common/api/person_timeline';
import { countWords, formatCount } from '../../../components/count_words';
import { Figures, type Figure } from '../../../components/figures';
import { laneLabel } from '../timeline_words';
import { unreadWords } from './lack_words';
import { isUnread, laneLacks } from './lane_lacks';

function toFigure(lane: TimelineLane, reasons: readonly CompletenessReason[]): Figure {
  const lacks = laneLacks(lane, reasons);
  const label = laneLabel(lane.id);
  // A figure of what was not looked at would be a lie, zero most of all.
  if (lane.total.value === 0 && isUnread(lacks)) return { title: unreadWords(lacks), text: label };
  return {
    title: countWords(lane.total),
    text: i18n.translate('auditUser.person.figure', {
      defaultMessage: '{lane} ({certain} certain, {possible} possible)',
      values: {
        lane: label,
        certain: formatCount(lane.certain),
        possible: formatCount(lane.possible),
      },
    }),
  };
}

export interface LaneFiguresProps {
  lanes: readonly TimelineLane[];
  reasons: readonly CompletenessReason[];
}

/** How much was found in each lane, how much of it for certain, and where nothing could be looked at. */
export function LaneFigures({ lanes, reasons }: LaneFiguresProps) {
  return <Figures figures={lanes.map((lane) => toFigure(lane, reasons))} />;
}
