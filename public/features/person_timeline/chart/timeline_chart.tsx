/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import { i18n } from '@osd/i18n';
import type { CompletenessReason } from '../../../../common/api/completeness';
import type { PersonTimelineResponse } from '../../../../common/api/person_timeline';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { useDateFormat } from '../../../components/use_date_format';
import { axisTicks } from './axis_ticks';
import { LaneRow } from './lane_row';
import { rangeBetween, WIDTH } from './scale';
import { AxisLines, TimeAxis } from './time_axis';
import { useDrag, type Drag } from './use_drag';

export interface TimelineChartProps {
  answer: PersonTimelineResponse;
  /** What is missing, of all pages: lanes say it. */
  reasons: readonly CompletenessReason[];
  onZoom: (range: ResolvedRange) => void;
}

function DraggedPart({ start, now }: Drag) {
  return (
    <div
      style={{
        position: 'absolute',
        top: 0,
        bottom: 0,
        left: `${(Math.min(start, now) / WIDTH) * 100}%`,
        width: `${(Math.abs(now - start) / WIDTH) * 100}%`,
        background: String(euiThemeVars.euiColorPrimary),
        opacity: 0.2,
        pointerEvents: 'none',
      }}
    />
  );
}

/** Lanes on one time axis. Dragging over a part of it shows that part. */
export function TimelineChart({ answer, reasons, onZoom }: TimelineChartProps) {
  const { range, lanes, sessions, intervalMs } = answer;
  const dateFormat = useDateFormat();
  const ticks = useMemo(() => axisTicks(range), [range]);
  const { drag, handlers } = useDrag((start, end) => onZoom(rangeBetween(start, end, range)));
  return (
    <div data-test-subj="auditUserTimeline">
      <div
        role="presentation"
        {...handlers}
        style={{
          position: 'relative',
          touchAction: 'pan-y',
          userSelect: drag ? 'none' : undefined,
        }}
        data-test-subj="auditUserTimelineLanes"
      >
        <AxisLines ticks={ticks} />
        <ul
          aria-label={i18n.translate('auditUser.person.lanes', { defaultMessage: 'Lanes' })}
          style={{ listStyle: 'none', margin: 0, padding: 0 }}
        >
          {lanes.map((lane) => (
            <LaneRow
              key={lane.id}
              lane={lane}
              range={range}
              intervalMs={intervalMs}
              sessions={lane.id === 'ssh' ? sessions : undefined}
              reasons={reasons}
              dateFormat={dateFormat}
            />
          ))}
        </ul>
        {drag && <DraggedPart {...drag} />}
      </div>
      <TimeAxis ticks={ticks} range={range} />
    </div>
  );
}
