/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { WIDTH } from './scale';
import type { AxisTick } from './axis_ticks';

const leftOf = (place: number): string => `${(place / WIDTH) * 100}%`;

/** Lines through all lanes at the marks of the axis. */
export function AxisLines({ ticks }: { ticks: readonly AxisTick[] }) {
  return (
    <>
      {ticks.map(({ place }) => (
        <div
          key={place}
          style={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            left: leftOf(place),
            borderLeft: `1px dotted ${String(euiThemeVars.euiColorMediumShade)}`,
            pointerEvents: 'none',
          }}
        />
      ))}
    </>
  );
}

/** Marks of the axis, and the ends of the period in full. */
export function TimeAxis({ ticks, range }: { ticks: readonly AxisTick[]; range: ResolvedRange }) {
  const format = useDateFormat();
  return (
    <EuiText size="xs" color="subdued">
      <div style={{ position: 'relative', height: '1.6em' }} aria-hidden="true">
        {ticks.map(({ place, label }) => (
          <span
            key={place}
            style={{
              position: 'absolute',
              left: leftOf(place),
              transform: 'translateX(-50%)',
              whiteSpace: 'nowrap',
            }}
          >
            {label}
          </span>
        ))}
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 16 }}>
        <span>{formatInstant(range.from, format).local}</span>
        <span style={{ textAlign: 'right' }}>{formatInstant(range.to, format).local}</span>
      </div>
    </EuiText>
  );
}
