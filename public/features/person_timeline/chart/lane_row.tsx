/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { EuiText } from '@elastic/eui';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import type { CompletenessReason } from '../../../../common/api/completeness';
import type { TimelineEntry, TimelineLane } from '../../../../common/api/person_timeline';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { formatInstant } from '../../../components/format_instant';
import { isUnread, laneLacks } from '../lanes/lane_lacks';
import { laneWords } from '../lanes/lane_words';
import { Density } from './density';
import { placeSessions } from './place_sessions';
import { placeOf, WIDTH } from './scale';
import { sessionNotes } from './session_notes';
import { SESSION_ROW, SessionBars } from './session_bars';

export interface LaneRowProps {
  lane: TimelineLane;
  range: ResolvedRange;
  intervalMs: number;
  /** Sessions to draw above the bars; the SSH lane has them. */
  sessions?: readonly TimelineEntry[];
  reasons: readonly CompletenessReason[];
  dateFormat: string;
}

/** Height of the bars of a lane in pixels. */
const BARS_HEIGHT = 36;

const NONE: readonly TimelineEntry[] = [];

/** Words and drawing of one lane. */
export function LaneRow(props: LaneRowProps) {
  const { lane, range, intervalMs, sessions = NONE, reasons, dateFormat } = props;
  const lacks = laneLacks(lane, reasons);
  const { placed, rows, leftOut, hourUnknown } = useMemo(
    () => placeSessions(sessions, range),
    [sessions, range]
  );
  const local = (instant: string) => formatInstant(instant, dateFormat).local;
  const blank = lane.total.value === 0 && isUnread(lacks);
  const above = rows === 0 ? 0 : rows * SESSION_ROW + 4;
  const before = Math.max(
    0,
    ...lacks.map((lack) => (lack.kind === 'begins_later' ? placeOf(lack.instant, range) : 0))
  );
  return (
    <li style={{ borderBottom: `1px solid ${String(euiThemeVars.euiBorderColor)}` }}>
      <EuiText size="xs">
        <p>
          {[
            laneWords(lane, lacks, local),
            ...sessionNotes(placed.length, leftOut, hourUnknown),
          ].join('. ')}
        </p>
      </EuiText>
      <svg
        viewBox={`0 0 ${WIDTH} ${above + BARS_HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={blank ? BARS_HEIGHT / 2 : above + BARS_HEIGHT}
        style={{ display: 'block', cursor: 'crosshair' }}
        aria-hidden="true"
        focusable="false"
      >
        {/* Where nothing was looked at, the ground itself is another: empty is not the same as unknown. */}
        {(blank || before > 0) && (
          <path
            d={`M0 0H${blank ? WIDTH : before}V${above + BARS_HEIGHT}H0Z`}
            fill={String(euiThemeVars.euiColorLightShade)}
            data-test-subj="auditUserTimelineUnknown"
          />
        )}
        {placed.length > 0 && <SessionBars placed={placed} dateFormat={dateFormat} />}
        <g transform={`translate(0 ${above})`}>
          <Density
            bars={lane.bars}
            range={range}
            intervalMs={intervalMs}
            height={BARS_HEIGHT}
            dateFormat={dateFormat}
          />
        </g>
      </svg>
    </li>
  );
}
