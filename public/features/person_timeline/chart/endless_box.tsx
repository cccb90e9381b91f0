/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { Box, INK, type BoxProps } from './box';

/** The beginning of something of which the end is not known: a short bar, then dots. */
export function EndlessBox({ x, y, width, height, possible }: BoxProps) {
  const solid = width / 3;
  const middle = y + height / 2;
  return (
    <>
      <Box x={x} y={y} width={solid} height={height} possible={possible} />
      <path
        d={`M${x + solid} ${middle}H${x + width}`}
        stroke={INK}
        strokeWidth={Math.min(3, height)}
        strokeDasharray="2 3"
        vectorEffect="non-scaling-stroke"
      />
    </>
  );
}
