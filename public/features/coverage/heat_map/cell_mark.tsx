/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type CSSProperties } from 'react';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import type { CellState, HeatCell } from './heat_cells';

const ink = String(euiThemeVars.euiTitleColor);
const paper = String(euiThemeVars.euiColorEmptyShade);
const grey = String(euiThemeVars.euiColorMediumShade);
const alarm = String(euiThemeVars.euiColorDanger);

/** Signs of what is no number: none of them is told by colour alone. */
const SIGNS: Record<Exclude<CellState, 'records'>, string> = {
  silence: '×',
  less: '–',
  nothing: '',
  not_kept: '∕',
  not_over: '',
  unknown: '?',
};

const BOX: CSSProperties = {
  position: 'relative',
  height: 18,
  minWidth: 7,
  fontSize: 11,
  lineHeight: '18px',
  textAlign: 'center',
  color: ink,
};

const BACKGROUNDS: Record<Exclude<CellState, 'records'>, CSSProperties> = {
  silence: {
    ...BOX,
    fontWeight: 700,
    background: `repeating-linear-gradient(45deg, ${alarm} 0 2px, ${paper} 2px 5px)`,
  },
  less: BOX,
  nothing: BOX,
  not_kept: {
    ...BOX,
    background: `repeating-linear-gradient(135deg, ${grey} 0 1px, ${paper} 1px 4px)`,
  },
  not_over: { ...BOX, borderBottom: `1px dotted ${grey}` },
  unknown: BOX,
};

const SHADE: CSSProperties = {
  position: 'absolute',
  top: 0,
  right: 0,
  bottom: 0,
  left: 0,
  background: String(euiThemeVars.euiColorPrimary),
};

const SHADES: readonly CSSProperties[] = [0.25, 0.45, 0.7, 1].map((opacity) => ({
  ...SHADE,
  opacity,
}));

/** A sign on its own ground: it is to be read on every shade. */
const SIGN: CSSProperties = { position: 'relative', background: paper };

/** What a cell looks like: a shade for a number, a sign for what has none. */
export function CellMark({ state, level = 1, partlySilent }: Omit<HeatCell, 'records'>) {
  if (state !== 'records') {
    const sign = SIGNS[state];
    return (
      <div style={BACKGROUNDS[state]} aria-hidden="true">
        {state === 'silence' || state === 'unknown' ? <span style={SIGN}>{sign}</span> : sign}
      </div>
    );
  }
  return (
    <div style={BOX} aria-hidden="true">
      <div style={SHADES[level - 1]} />
      {partlySilent && <span style={SIGN}>×</span>}
    </div>
  );
}
