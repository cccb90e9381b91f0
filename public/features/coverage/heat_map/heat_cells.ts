/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  CoverageFinding,
  CoverageLine,
  CoverageSource,
} from '../../../../common/api/coverage';
import type { HeatColumn } from './heat_columns';

/**
 * `records`: some are there. Of what has none: `silence`, a finding; `less`, something is usual, but too little or too
 * short for a finding; `nothing`, nothing is usual, or too little is known to say what is; `not_kept`, before the
 * oldest that is kept; `not_over`, it lasts or is to come; `unknown`, silences were not looked for.
 */
export type CellState =
  'records' | 'silence' | 'less' | 'nothing' | 'not_kept' | 'not_over' | 'unknown';

/** A line in a column. */
export interface HeatCell {
  state: CellState;
  records: number;
  /** 1 to 4, against the most of the line; of `records` only. */
  level?: number;
  /** There are records, and a silence within. */
  partlySilent?: boolean;
}

/** Shades of a cell with records. */
export const LEVELS = [1, 2, 3, 4] as const;

function isGap({ kind }: CoverageFinding): boolean {
  return kind === 'silence' || kind === 'stopped_reporting';
}

function touches({ from, to, ongoing }: CoverageFinding, { fromMs, toMs }: HeatColumn): boolean {
  const beginMs = from === undefined ? -Infinity : Date.parse(from);
  const endMs = to === undefined || ongoing ? Infinity : Date.parse(to);
  return beginMs < toMs && endMs > fromMs;
}

/** Instant in milliseconds before which nothing of a line is kept; Infinity where nothing is kept of the source. */
function keptFromMs({ keptFrom }: CoverageSource, line: CoverageLine): number {
  const first = line.keptFrom ?? keptFrom;
  return first === undefined ? Infinity : Date.parse(first);
}

/** Cells of a line, one for each column. */
export function toHeatCells(
  line: CoverageLine,
  columns: readonly HeatColumn[],
  source: CoverageSource,
  nowMs: number
): HeatCell[] {
  const own = line.findings.filter(isGap);
  // What a host shares with its whole cluster is with the cluster.
  const shared =
    line.kind === 'host'
      ? source.lines
          .filter(({ kind, cluster }) => kind === 'cluster' && cluster === line.cluster)
          .flatMap(({ findings }) => findings.filter(isGap))
      : [];
  const records = columns.map(({ firstBar, endBar }) =>
    line.counts.slice(firstBar, endBar).reduce((sum, count) => sum + count, 0)
  );
  const most = records.reduce((a, b) => Math.max(a, b), 0);
  const keptMs = keptFromMs(source, line);
  const notLookedFor = source.findings.some(({ kind }) => kind === 'failed_shards');
  const empty = (column: HeatColumn): CellState => {
    if (line.kind !== 'misread' && column.toMs <= keptMs) return 'not_kept';
    if (column.fromMs >= nowMs) return 'not_over';
    if (notLookedFor) return 'unknown';
    if ([...own, ...shared].some((finding) => touches(finding, column))) return 'silence';
    if (column.toMs > nowMs) return 'not_over';
    return (line.expectedPerBar ?? 0) > 0 ? 'less' : 'nothing';
  };
  return columns.map((column, i) =>
    records[i] === 0
      ? { state: empty(column), records: 0 }
      : {
          state: 'records',
          records: records[i],
          level: Math.max(1, Math.ceil((records[i] / most) * LEVELS.length)),
          ...(own.some((finding) => touches(finding, column)) ? { partlySilent: true } : {}),
        }
  );
}
