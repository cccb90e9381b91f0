/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import {
  Axis,
  BarSeries,
  Chart,
  Position,
  ScaleType,
  Settings,
  niceTimeFormatter,
} from '@elastic/charts';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { i18n } from '@osd/i18n';
import { darkMode } from '@osd/ui-shared-deps/theme';
import type { TimeRange } from '../../../common/api/time_range';
import { formatCount } from '../count_words';
import { formatInstant } from '../format_instant';
import { useDateFormat } from '../use_date_format';
import { useTimeZone } from '../use_time_zone';
import type { TimeSeries, TimeStep } from './time_series';
import { toBars } from './to_bars';

export interface TimeChartProps {
  series: readonly TimeSeries[];
  /** In order of time, without gaps, at least one. */
  steps: readonly TimeStep[];
  /** What is shown, in a line: "Requests over time by outcome". */
  caption: string;
  /** Asked for by a brush over the chart. */
  onNarrow: (timeRange: TimeRange) => void;
}

const HEIGHT = 190;

const { theme } = darkMode ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT;

/** The panel is the background: a chart's own is that of another theme. */
const THROUGH = { background: { color: 'transparent' } };

/** Counts over time, stacked. Dragging over it narrows the period; the table beside it says the same. */
export function TimeChart({ series, steps, caption, onNarrow }: TimeChartProps) {
  const zone = useTimeZone();
  const format = useDateFormat();
  const start = Date.parse(steps[0].from);
  const end = Date.parse(steps[steps.length - 1].to);
  const of = (wanted: unknown) => series.find(({ id }) => id === wanted);
  const minInterval = Date.parse(steps[0].to) - start;
  return (
    <Chart size={{ height: HEIGHT }}>
      <Settings
        theme={[THROUGH, theme]}
        ariaLabel={caption}
        ariaDescription={i18n.translate('auditUser.activity.description', {
          defaultMessage:
            'A bar for each step from {from} to {to}, the highest {most}. “Show as table” has the same figures as text.',
          values: {
            from: formatInstant(steps[0].from, format).local,
            to: formatInstant(steps[steps.length - 1].to, format).local,
            most: formatCount(Math.max(...steps.map(({ total }) => total))),
          },
        })}
        ariaUseDefaultSummary={false}
        showLegend
        legendPosition={Position.Bottom}
        xDomain={{ min: start, max: end, minInterval }}
        tooltip={{
          headerFormatter: ({ value }) =>
            formatInstant(new Date(value).toISOString(), format).local,
        }}
        onBrushEnd={({ x }) => {
          if (!x || x[0] >= x[1]) return;
          const [from, to] = x.map((ms) => new Date(ms).toISOString());
          onNarrow({ from, to });
        }}
      />
      <Axis
        id="time"
        position={Position.Bottom}
        showOverlappingTicks={false}
        tickFormat={niceTimeFormatter([start, end])}
      />
      <Axis
        id="counts"
        position={Position.Left}
        ticks={4}
        integersOnly
        tickFormat={(count: number) => formatCount(count)}
      />
      <BarSeries
        id="bars"
        enableHistogramMode
        xScaleType={ScaleType.Time}
        yScaleType={ScaleType.Linear}
        timeZone={zone}
        data={toBars(series, steps)}
        xAccessor="x"
        yAccessors={['y']}
        splitSeriesAccessors={['series']}
        stackAccessors={['x']}
        name={({ seriesKeys }) => of(seriesKeys[0])?.label ?? null}
        color={({ splitAccessors }) => of(splitAccessors.get('series'))?.color ?? null}
      />
    </Chart>
  );
}
