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
import type { HistogramBucket } from '../../../../common/api/kube_summary';
import type { TimeRange } from '../../../../common/api/time_range';
import { OUTCOMES, type Outcome } from '../../../../common/kube_audit/outcome';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { useTimeZone } from '../../../components/use_time_zone';
import { formatCount } from '../../../components/count_words';
import { outcomeLabel } from '../event_words/labels';
import { outcomeColor } from './outcome_colors';
import { toBars } from './to_bars';

export interface ActivityChartProps {
  buckets: readonly HistogramBucket[];
  /** Asked for by a brush over the chart. */
  onNarrow: (timeRange: TimeRange) => void;
}

const HEIGHT = 190;

const { theme } = darkMode ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT;

/** The panel is the background: a chart's own is that of another theme. */
const THROUGH = { background: { color: 'transparent' } };

const isOutcome = (value: unknown): value is Outcome => OUTCOMES.includes(value as Outcome);

/** Events over time, stacked by outcome. Dragging over it narrows the period; the table beside it says the same. */
export function ActivityChart({ buckets, onNarrow }: ActivityChartProps) {
  const zone = useTimeZone();
  const format = useDateFormat();
  const start = Date.parse(buckets[0].from);
  const end = Date.parse(buckets[buckets.length - 1].to);
  const minInterval = Date.parse(buckets[0].to) - start;
  return (
    <Chart size={{ height: HEIGHT }}>
      <Settings
        theme={[THROUGH, theme]}
        ariaLabel={i18n.translate('auditUser.activity.caption', {
          defaultMessage: 'Requests over time by outcome',
        })}
        ariaDescription={i18n.translate('auditUser.activity.description', {
          defaultMessage:
            'A bar for each step from {from} to {to}, the highest with {most} requests. “Show as table” has the same figures as text.',
          values: {
            from: formatInstant(buckets[0].from, format).local,
            to: formatInstant(buckets[buckets.length - 1].to, format).local,
            most: formatCount(Math.max(...buckets.map(({ count }) => count))),
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
        id="requests"
        position={Position.Left}
        ticks={4}
        integersOnly
        tickFormat={(count: number) => formatCount(count)}
      />
      <BarSeries
        id="activity"
        enableHistogramMode
        xScaleType={ScaleType.Time}
        yScaleType={ScaleType.Linear}
        timeZone={zone}
        data={toBars(buckets)}
        xAccessor="x"
        yAccessors={['y']}
        splitSeriesAccessors={['outcome']}
        stackAccessors={['x']}
        name={({ seriesKeys }) => (isOutcome(seriesKeys[0]) ? outcomeLabel(seriesKeys[0]) : null)}
        color={({ splitAccessors }) => {
          const outcome = splitAccessors.get('outcome');
          return isOutcome(outcome) ? outcomeColor(outcome) : null;
        }}
      />
    </Chart>
  );
}
