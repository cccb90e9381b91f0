/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  CoverageFinding,
  CoverageLine,
  CoverageSource,
} from '../../../../common/api/coverage';
import { testCoverage, testHour, testLine, testSource } from '../test_coverage';
import { toHeatCells } from './heat_cells';
import { toHeatColumns } from './heat_columns';

const COLUMNS = toHeatColumns(testCoverage([]));
const LATER_MS = Date.parse('2026-02-01T00:00:00Z');

function states(line: CoverageLine, source: Partial<CoverageSource> = {}, nowMs = LATER_MS) {
  const cells = toHeatCells(line, COLUMNS, testSource({ lines: [line], ...source }), nowMs);
  return cells.map(({ state }) => state);
}

const silence = (
  from: string,
  to?: string,
  part: Partial<CoverageFinding> = {}
): CoverageFinding => ({
  kind: 'silence',
  source: 'kubeaudit',
  cluster: 'prod-wc',
  from,
  to,
  message: 'Silent.',
  ...part,
});

const HALF_EMPTY = [10, 10, 10, 0, 0, 0];

describe('a cell of the heat map', () => {
  it('is a silence only where there is a finding', () => {
    const line = testLine({ counts: HALF_EMPTY, findings: [silence(testHour(3), testHour(5))] });
    expect(states(line)).toEqual(['records', 'records', 'records', 'silence', 'silence', 'less']);
  });

  it('tells nothing usual from something usual', () => {
    const counts = HALF_EMPTY;
    expect(states(testLine({ counts, expectedPerBar: 0 })).slice(3)).toEqual(
      Array(3).fill('nothing')
    );
    expect(states(testLine({ counts, expectedPerBar: undefined })).slice(3)).toEqual(
      Array(3).fill('nothing')
    );
  });

  it('is not known before the oldest that is kept', () => {
    const line = testLine({ counts: [0, 0, 10, 10, 10, 10], keptFrom: testHour(2) });
    expect(states(line).slice(0, 3)).toEqual(['not_kept', 'not_kept', 'records']);
    const none = testLine({ counts: [0, 0, 0, 0, 0, 0], keptFrom: undefined });
    expect(states(none, { keptFrom: undefined })).toEqual(Array(6).fill('not_kept'));
  });

  it('is no silence where it is not over', () => {
    const line = testLine({ counts: HALF_EMPTY });
    expect(states(line, {}, Date.parse(testHour(4)) + 1)).toEqual([
      'records',
      'records',
      'records',
      'less',
      'not_over',
      'not_over',
    ]);
  });

  it('goes on being silent after what has stopped', () => {
    const stopped = silence(testHour(3), testHour(4), { kind: 'stopped_reporting', ongoing: true });
    expect(states(testLine({ counts: HALF_EMPTY, findings: [stopped] })).slice(3)).toEqual(
      Array(3).fill('silence')
    );
  });

  it('is unknown where silences were not looked for', () => {
    const failed: CoverageFinding = {
      kind: 'failed_shards',
      source: 'kubeaudit',
      message: '1 of 5 shards could not answer.',
    };
    expect(states(testLine({ counts: HALF_EMPTY }), { findings: [failed] }).slice(3)).toEqual(
      Array(3).fill('unknown')
    );
  });

  it('of a node shows the silence of its whole cluster', () => {
    const cluster = testLine({ findings: [silence(testHour(3), testHour(6))] });
    const node = testLine({ kind: 'host', host: 'node-1', counts: HALF_EMPTY });
    expect(states(node, { lines: [cluster, node] }).slice(3)).toEqual(Array(3).fill('silence'));
    const other = testLine({ kind: 'host', cluster: 'dev', host: 'node-2', counts: HALF_EMPTY });
    expect(states(other, { lines: [cluster, other] }).slice(3)).toEqual(Array(3).fill('less'));
  });

  it('without misread lines is as it should be', () => {
    const line = testLine({
      kind: 'misread',
      counts: HALF_EMPTY,
      keptFrom: undefined,
      expectedPerBar: undefined,
    });
    expect(states(line).slice(3)).toEqual(Array(3).fill('nothing'));
  });

  it('has a sign besides its shade where a silence lies within', () => {
    const line = testLine({
      counts: [1, 10, 20, 30, 40, 40],
      findings: [silence(testHour(1), testHour(2))],
    });
    expect(toHeatCells(line, COLUMNS, testSource({ lines: [line] }), LATER_MS)).toEqual([
      { state: 'records', records: 1, level: 1 },
      { state: 'records', records: 10, level: 1, partlySilent: true },
      { state: 'records', records: 20, level: 2 },
      { state: 'records', records: 30, level: 3 },
      { state: 'records', records: 40, level: 4 },
      { state: 'records', records: 40, level: 4 },
    ]);
  });
});

describe('columns of the heat map', () => {
  it('are cut to the period', () => {
    const columns = toHeatColumns({
      bars: [testHour(0), testHour(1)],
      stepMs: 3_600_000,
      range: { from: '2026-01-27T00:30:00.000Z', to: '2026-01-27T01:15:00.000Z' },
    });
    expect(columns.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [Date.parse('2026-01-27T00:30:00.000Z'), Date.parse('2026-01-27T01:00:00.000Z')],
      [Date.parse('2026-01-27T01:00:00.000Z'), Date.parse('2026-01-27T01:15:00.001Z')],
    ]);
  });

  it('are at most 200, whatever the answer holds, and leave no bar out', () => {
    const bars = Array.from({ length: 1_000 }, (_, i) => testHour(i));
    const range = { from: testHour(0), to: testHour(1_000) };
    const columns = toHeatColumns({ bars, stepMs: 3_600_000, range });
    expect(columns).toHaveLength(200);
    expect(columns[199]).toMatchObject({ firstBar: 995, endBar: 1_000 });
  });
});
