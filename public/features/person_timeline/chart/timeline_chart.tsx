/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useRef, useState, type PointerEvent } from 'react';
import { EuiText } from '@elastic/eui';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import { i18n } from '@osd/i18n';
import type { PersonTimelineResponse } from '../../../../common/api/person_timeline';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { countWords } from '../../../components/count_words';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { laneLabel, sourceOfLane } from '../timeline_words';
import { Density, LANE_HEIGHT, SessionBars } from './lane_bars';
import { instantAt, WIDTH } from './scale';

export interface TimelineChartProps {
  answer: PersonTimelineResponse;
  /** Logs that this user may not read: their lanes say so. */
  forbidden: ReadonlySet<string>;
  missing: ReadonlySet<string>;
  onZoom: (range: ResolvedRange) => void;
}

/** Shorter drags are clicks. */
const MIN_DRAG = 8;

function whyEmpty(source: string, { forbidden, missing }: TimelineChartProps): string | undefined {
  if (forbidden.has(source)) {
    return i18n.translate('auditUser.person.laneForbidden', {
      defaultMessage: 'You may not look: {source} is not allowed for you',
      values: { source },
    });
  }
  if (missing.has(source)) {
    return i18n.translate('auditUser.person.laneMissing', {
      defaultMessage: 'There is no {source} that you can read',
      values: { source },
    });
  }
  return undefined;
}

function Hatching() {
  return (
    <defs>
      <pattern
        id="auditUserPossible"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1="0" y1="0" x2="0" y2="5" stroke={String(euiThemeVars.euiColorVis1)} />
      </pattern>
    </defs>
  );
}

/** Lanes on one time axis. Dragging over a part of it shows that part. */
export function TimelineChart(props: TimelineChartProps) {
  const { answer, onZoom } = props;
  const { range, lanes, sessions, intervalMs } = answer;
  const format = useDateFormat();
  const [drag, setDrag] = useState<{ start: number; now: number }>();
  const drawing = useRef<HTMLDivElement>(null);
  const placeAt = ({ clientX }: PointerEvent): number => {
    const box = drawing.current?.getBoundingClientRect();
    if (!box || box.width === 0) return 0;
    return Math.min(WIDTH, Math.max(0, ((clientX - box.left) / box.width) * WIDTH));
  };
  const finish = () => {
    if (drag && Math.abs(drag.now - drag.start) >= MIN_DRAG) {
      const [from, to] = [drag.start, drag.now].sort((a, b) => a - b);
      onZoom({ from: instantAt(from, range), to: instantAt(to, range) });
    }
    setDrag(undefined);
  };
  return (
    <div data-test-subj="auditUserTimeline">
      <div
        ref={drawing}
        role="presentation"
        style={{ position: 'relative', cursor: 'crosshair', touchAction: 'pan-y' }}
        onPointerDown={(event) => {
          const start = placeAt(event);
          setDrag({ start, now: start });
        }}
        onPointerMove={(event) => drag && setDrag({ ...drag, now: placeAt(event) })}
        onPointerUp={finish}
        onPointerLeave={finish}
      >
        {lanes.map((lane) => {
          const why = whyEmpty(sourceOfLane(lane.id), props);
          const words = i18n.translate('auditUser.person.laneFigures', {
            defaultMessage: '{lane}: {total}, {certain} certain, {possible} possible',
            values: {
              lane: laneLabel(lane.id),
              total: countWords(lane.total),
              certain: lane.certain,
              possible: lane.possible,
            },
          });
          return (
            <div
              key={lane.id}
              style={{ borderBottom: `1px solid ${String(euiThemeVars.euiBorderColor)}` }}
            >
              <EuiText size="xs">
                <p>{why === undefined ? words : `${laneLabel(lane.id)}: ${why}`}</p>
              </EuiText>
              <svg
                viewBox={`0 0 ${WIDTH} ${LANE_HEIGHT}`}
                preserveAspectRatio="none"
                width="100%"
                height={LANE_HEIGHT}
                aria-hidden="true"
                focusable="false"
              >
                <Hatching />
                {lane.id === 'ssh' ? (
                  <SessionBars sessions={sessions} range={range} />
                ) : (
                  <Density lane={lane} range={range} intervalMs={intervalMs} />
                )}
              </svg>
            </div>
          );
        })}
        {drag && (
          <div
            style={{
              position: 'absolute',
              top: 0,
              bottom: 0,
              left: `${(Math.min(drag.start, drag.now) / WIDTH) * 100}%`,
              width: `${(Math.abs(drag.now - drag.start) / WIDTH) * 100}%`,
              background: String(euiThemeVars.euiColorPrimary),
              opacity: 0.2,
              pointerEvents: 'none',
            }}
          />
        )}
      </div>
      <EuiText size="xs" color="subdued">
        <div style={{ display: 'flex', justifyContent: 'space-between' }}>
          <span>{formatInstant(range.from, format).local}</span>
          <span>{formatInstant(range.to, format).local}</span>
        </div>
      </EuiText>
    </div>
  );
}
