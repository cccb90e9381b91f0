/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo } from 'react';
import { i18n } from '@osd/i18n';
import type { TimelineLane } from '../../../../common/api/person_timeline';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { formatCount } from '../../../components/count_words';
import { formatInstant } from '../../../components/format_instant';
import { Box } from './box';
import { drawnBars, type DrawnBar } from './drawn_bars';
import { placeOf, WIDTH } from './scale';

export interface DensityProps {
  bars: TimelineLane['bars'];
  range: ResolvedRange;
  intervalMs: number;
  /** Height of the drawing. */
  height: number;
  dateFormat: string;
}

/** A bar of a moment is still to be seen. */
const MIN_WIDTH = 2;

function titleOf({ time, spanMs, certain, possible }: DrawnBar, format: string): string {
  const end = new Date(Date.parse(time) + spanMs).toISOString();
  return i18n.translate('auditUser.person.barTitle', {
    defaultMessage: '{from} to {to}: {certain} certain, {possible} possible',
    values: {
      from: formatInstant(time, format).local,
      to: formatInstant(end, format).local,
      certain: formatCount(certain),
      possible: formatCount(possible),
    },
  });
}

function DensityBars({ bars, range, intervalMs, height, dateFormat }: DensityProps) {
  const span = Math.max(1, Date.parse(range.to) - Date.parse(range.from));
  return (
    <>
      {drawnBars(bars, intervalMs, height - 4).map((bar) => {
        // A step may begin before the period and end after it.
        const x = placeOf(bar.time, range);
        const end = ((Date.parse(bar.time) - Date.parse(range.from) + bar.spanMs) / span) * WIDTH;
        const width = Math.max(MIN_WIDTH, Math.min(WIDTH, end) - x - 1);
        const { certainHeight, possibleHeight } = bar;
        return (
          <g key={bar.time}>
            <title>{titleOf(bar, dateFormat)}</title>
            {certainHeight > 0 && (
              <Box
                x={x}
                y={height - certainHeight}
                width={width}
                height={certainHeight}
                possible={false}
              />
            )}
            {possibleHeight > 0 && (
              <Box
                x={x}
                y={height - certainHeight - possibleHeight}
                width={width}
                height={possibleHeight}
                possible
              />
            )}
          </g>
        );
      })}
    </>
  );
}

/** What happened in a lane over time. Drawn from aggregated bars: its cost does not grow with the events. */
export const Density = memo(DensityBars);
