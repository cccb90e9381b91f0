/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo, useState, type CSSProperties } from 'react';
import { EuiButtonEmpty, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CoverageResponse, CoverageSource } from '../../../../common/api/coverage';
import { formatCount } from '../../../components/count_words';
import { useDateFormat } from '../../../components/use_date_format';
import { sourceLabel } from '../coverage_words';
import { toHeatCells } from './heat_cells';
import { toHeatColumns } from './heat_columns';
import { toHeatHeadings } from './heat_headings';
import { HeatLegend } from './heat_legend';
import { HeatRow, ROW_HEADING } from './heat_row';
import { columnWords } from './heat_words';
import { linesToShow } from './lines_to_show';

const TABLE: CSSProperties = { width: '100%', borderCollapse: 'collapse', fontSize: 12 };

const HEADING: CSSProperties = {
  textAlign: 'left',
  fontWeight: 400,
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  maxWidth: 0,
};

const DAY_MS = 86400000;

export interface HeatMapProps {
  source: CoverageSource;
  answer: CoverageResponse;
  /** When the answer arrived, milliseconds. */
  nowMs: number;
}

/** Bars of the answer in a column, or weeks of a bar. */
function togetherOf({ step, stepMs, bars }: CoverageResponse, columns: number): number {
  const together = Math.max(1, Math.ceil(bars.length / Math.max(1, columns)));
  return step === 'week' ? together * Math.round(stepMs / (7 * DAY_MS)) : together;
}

/** What each cluster and node wrote when: a row each, with a mark where it was silent. */
export function HeatMap({ source, answer, nowMs }: HeatMapProps) {
  const format = useDateFormat();
  const [all, setAll] = useState(false);
  const columns = useMemo(() => toHeatColumns(answer), [answer]);
  const headings = useMemo(() => toHeatHeadings(columns, answer.step), [columns, answer.step]);
  const shown = useMemo(() => (all ? source.lines : linesToShow(source.lines)), [all, source]);
  const rows = useMemo(
    () => shown.map((line) => ({ line, cells: toHeatCells(line, columns, source, nowMs) })),
    [shown, columns, source, nowMs]
  );
  const cells = rows.flatMap((row) => row.cells);
  const caption = i18n.translate('auditUser.coverage.heat.caption', {
    defaultMessage: '{log}: records by cluster and node over time',
    values: { log: sourceLabel(source.source) },
  });
  if (source.lines.length === 0) return null;
  return (
    <div data-test-subj={`auditUserCoverageHeat-${source.source}`}>
      {/* What moves sideways must be within reach of the keyboard (WCAG 2.1.1). */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="region" aria-label={caption} tabIndex={0} style={{ overflowX: 'auto' }}>
        <table style={TABLE}>
          <caption style={{ textAlign: 'left', captionSide: 'top', paddingBottom: 4 }}>
            {caption}. {columnWords(answer.step, togetherOf(answer, columns.length))}
          </caption>
          <thead>
            <tr>
              <th scope="col" style={ROW_HEADING}>
                {i18n.translate('auditUser.coverage.heat.row', {
                  defaultMessage: 'Cluster, node',
                })}
              </th>
              {headings.map(({ label, columns: span }) => (
                <th key={label} scope="colgroup" colSpan={span} style={HEADING} title={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <HeatRow
                key={JSON.stringify([row.line.kind, row.line.cluster, row.line.host])}
                {...row}
                columns={columns}
                format={format}
              />
            ))}
          </tbody>
        </table>
      </div>
      <EuiSpacer size="s" />
      {shown.length < source.lines.length && (
        <EuiText size="s">
          <EuiButtonEmpty size="s" onClick={() => setAll(true)}>
            {i18n.translate('auditUser.coverage.heat.all', {
              defaultMessage: '{shown} of {total} rows shown: show all',
              values: { shown: formatCount(shown.length), total: formatCount(source.lines.length) },
            })}
          </EuiButtonEmpty>
        </EuiText>
      )}
      <HeatLegend
        states={new Set(cells.map(({ state }) => state))}
        partly={cells.some(({ partlySilent }) => partlySilent === true)}
      />
      <EuiSpacer size="m" />
    </div>
  );
}
