/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo } from 'react';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import type { TimelineEntry, TimelineLane } from '../../../../common/api/person_timeline';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { placeOf, WIDTH } from './scale';

/** Height of a lane in the units of the drawing. */
export const LANE_HEIGHT = 44;

/** Sessions drawn as bars: more would lie on top of each other. */
const MAX_SESSIONS = 400;

/** A session of a moment is still to be seen. */
const MIN_WIDTH = 2;

const CERTAIN = String(euiThemeVars.euiColorVis1);

interface BoxProps {
  x: number;
  y: number;
  width: number;
  height: number;
  possible: boolean;
}

/** Solid for what is certain; hatched with a dashed outline for what is only possible. */
function Box({ x, y, width, height, possible }: BoxProps) {
  return (
    <rect
      x={x}
      y={y}
      width={Math.max(MIN_WIDTH, width)}
      height={Math.max(1, height)}
      fill={possible ? 'url(#auditUserPossible)' : CERTAIN}
      stroke={CERTAIN}
      strokeWidth={possible ? 1 : 0}
      strokeDasharray={possible ? '3 2' : undefined}
      vectorEffect="non-scaling-stroke"
    />
  );
}

interface DensityProps {
  lane: TimelineLane;
  range: ResolvedRange;
  intervalMs: number;
}

function DensityBars({ lane, range, intervalMs }: DensityProps) {
  const most = Math.max(1, ...lane.bars.map(({ certain, possible }) => certain + possible));
  const width = (intervalMs / Math.max(1, Date.parse(range.to) - Date.parse(range.from))) * WIDTH;
  // A step with one entry among many is still to be seen: the height grows with the root of the number.
  const heightOf = (count: number) =>
    count === 0 ? 0 : Math.max(3, Math.sqrt(count / most) * (LANE_HEIGHT - 6));
  return (
    <>
      {lane.bars.map(({ time, certain, possible }) => {
        if (certain + possible === 0) return null;
        const x = placeOf(time, range);
        const whole = heightOf(certain + possible);
        const solid = (whole * certain) / (certain + possible);
        const inner = Math.max(MIN_WIDTH, width - 1);
        return (
          <g key={time}>
            {certain > 0 && (
              <Box x={x} y={LANE_HEIGHT - solid} width={inner} height={solid} possible={false} />
            )}
            {possible > 0 && (
              <Box x={x} y={LANE_HEIGHT - whole} width={inner} height={whole - solid} possible />
            )}
          </g>
        );
      })}
    </>
  );
}

/** What happened in a lane over time. Drawn from aggregated bars: its cost does not grow with the events. */
export const Density = memo(DensityBars);

interface SessionBarsProps {
  sessions: readonly TimelineEntry[];
  range: ResolvedRange;
}

function AllSessionBars({ sessions, range }: SessionBarsProps) {
  const shown = sessions.slice(0, MAX_SESSIONS);
  // Sessions at one time lie below each other, as far as there is room.
  const rows = 4;
  const height = (LANE_HEIGHT - 6) / rows;
  const ends: number[] = Array.from({ length: rows }, () => -1);
  const inOrder = [...shown].sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  return (
    <>
      {inOrder.map((session) => {
        const x = placeOf(session.time, range);
        const end = session.endTime === undefined ? x + MIN_WIDTH : placeOf(session.endTime, range);
        const free = ends.findIndex((taken) => taken < x);
        const row = free === -1 ? rows - 1 : free;
        ends[row] = Math.max(end, x + MIN_WIDTH);
        return (
          <Box
            key={session.id}
            x={x}
            y={4 + row * height}
            width={end - x}
            height={height - 2}
            possible={session.certainty === 'possible'}
          />
        );
      })}
    </>
  );
}

/** SSH sessions as bars from login to end. */
export const SessionBars = memo(AllSessionBars);
