/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';

/** Colour of what the person did or may have done; the hatching, not the colour, tells which. */
export const INK = String(euiThemeVars.euiColorVis1);

const HATCHING = 'auditUserPossible';

/** Defines the hatching; once in a page. It covers what lies below, or nobody would see it there. */
export function Hatching() {
  return (
    <defs>
      <pattern
        id={HATCHING}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0H5V5H0Z" fill={String(euiThemeVars.euiColorEmptyShade)} />
        <path d="M0 0V5" stroke={INK} strokeWidth="2" />
      </pattern>
    </defs>
  );
}

export interface BoxProps {
  x: number;
  y: number;
  width: number;
  height: number;
  possible: boolean;
}

/** Solid for what is certain; hatched with a dashed outline for what is only possible. */
export function Box({ x, y, width, height, possible }: BoxProps) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      fill={possible ? `url(#${HATCHING})` : INK}
      stroke={INK}
      strokeWidth={possible ? 1 : 0}
      strokeDasharray={possible ? '3 2' : undefined}
      vectorEffect="non-scaling-stroke"
    />
  );
}
