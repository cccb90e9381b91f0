/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo, type CSSProperties } from 'react';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import { i18n } from '@osd/i18n';
import type { CoverageLine } from '../../../../common/api/coverage';
import { formatCount } from '../../../components/count_words';
import { CellMark } from './cell_mark';
import type { HeatCell } from './heat_cells';
import type { HeatColumn } from './heat_columns';
import { cellTitle, lineLabel } from './heat_words';

const border = `1px solid ${String(euiThemeVars.euiColorLightShade)}`;

const CELL: CSSProperties = { border, padding: 0 };

/** It stays where it is while the columns move. */
export const ROW_HEADING: CSSProperties = {
  position: 'sticky',
  left: 0,
  zIndex: 1,
  width: 220,
  minWidth: 190,
  maxWidth: 220,
  padding: '0 8px 0 4px',
  fontWeight: 400,
  textAlign: 'left',
  overflowWrap: 'anywhere',
  background: String(euiThemeVars.euiColorEmptyShade),
};

const CLUSTER: CSSProperties = { ...ROW_HEADING, fontWeight: 700 };
const BELOW: CSSProperties = { ...ROW_HEADING, paddingLeft: 20 };

export interface HeatRowProps {
  line: CoverageLine;
  cells: readonly HeatCell[];
  columns: readonly HeatColumn[];
  format: string;
}

function Row({ line, cells, columns, format }: HeatRowProps) {
  return (
    <tr>
      <th
        scope="row"
        style={line.kind === 'cluster' ? CLUSTER : BELOW}
        title={i18n.translate('auditUser.coverage.line.records', {
          defaultMessage: '{count} records in the period',
          values: { count: formatCount(line.records) },
        })}
      >
        {lineLabel(line)}
      </th>
      {cells.map((cell, i) => (
        <td key={columns[i].firstBar} style={CELL} title={cellTitle(cell, columns[i], format)}>
          <CellMark {...cell} />
        </td>
      ))}
    </tr>
  );
}

/** A cluster, a node, or what was misread, over time. */
export const HeatRow = memo(Row);
