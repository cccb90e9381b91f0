/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { Box, INK, type BoxProps } from './box';

/** Dots where nothing is known. */
export function Dots({ x, y, width, height }: Omit<BoxProps, 'possible'>) {
  return (
    <path
      d={`M${x} ${y + height / 2}H${x + width}`}
      stroke={INK}
      strokeWidth={Math.min(3, height)}
      strokeDasharray="2 3"
      vectorEffect="non-scaling-stroke"
    />
  );
}

/** The beginning of something of which the end is not known: a short bar, then dots. */
export function EndlessBox({ x, y, width, height, possible }: BoxProps) {
  const solid = width / 3;
  return (
    <>
      <Box x={x} y={y} width={solid} height={height} possible={possible} />
      <Dots x={x + solid} y={y} width={width - solid} height={height} />
    </>
  );
}
