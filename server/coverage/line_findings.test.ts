/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageFinding } from '../../common/api/coverage';
import { DAY_MS, HOUR_MS, planCoverage } from './coverage_plan';
import { lineFindings, withoutShared, type FindingContext } from './line_findings';

const MIDNIGHT = Date.parse('2026-01-27T00:00:00Z');
const NOW = MIDNIGHT + 3 * DAY_MS;
const PLAN = planCoverage({ fromMs: MIDNIGHT, toMs: MIDNIGHT + DAY_MS - 1 }, 'authlog');
const NODE = { cluster: 'wc', host: 'node-1' };

const context = (more: Partial<FindingContext> = {}): FindingContext => ({
  source: 'authlog',
  plan: PLAN,
  nowMs: NOW,
  keptFromMs: MIDNIGHT - 30 * DAY_MS,
  misread: [],
  ...more,
});
const none = new Map<number, number>();
const steady = (quiet: (hour: number) => boolean) => {
  const counts = new Map<number, number>();
  for (let hour = -72; hour < 48; hour += 1) {
    if (!quiet(hour)) counts.set(MIDNIGHT + hour * HOUR_MS, 40);
  }
  return counts;
};
const kept = (fromDays: number, toDays: number, count: number) => ({
  keptFromMs: MIDNIGHT + fromDays * DAY_MS,
  keptToMs: MIDNIGHT + toDays * DAY_MS,
  kept: count,
});

it('a node that stopped long before the period is told with its last line', () => {
  expect(lineFindings({ key: NODE, counts: none, ...kept(-20, -10, 5000) }, context())).toEqual([
    {
      kind: 'stopped_reporting',
      source: 'authlog',
      cluster: 'wc',
      host: 'node-1',
      from: '2026-01-17T00:00:00.000Z',
      ongoing: true,
      message: 'node-1 (cluster wc) has had no lines since 2026-01-17 00:00 UTC.',
    },
  ]);
});

it('a node that hardly ever wrote has not stopped', () => {
  expect(lineFindings({ key: NODE, counts: none, ...kept(-20, -10, 3) }, context())).toEqual([]);
  expect(lineFindings({ key: NODE, counts: none, ...kept(-10, -10, 1) }, context())).toEqual([]);
});

it('a period amid a silence that is longer than what was looked at is silent', () => {
  expect(
    lineFindings({ key: NODE, counts: none, ...kept(-20, 2.9, 5000) }, context())
  ).toMatchObject([
    { kind: 'silence', from: '2026-01-24T00:00:00.000Z', to: '2026-01-29T00:00:00.000Z' },
  ]);
});

it('a silence that ended later is no end', () => {
  const counts = steady((hour) => hour >= 12);
  const [stopped] = lineFindings({ key: NODE, counts, ...kept(-20, 0.4, 5000) }, context());
  expect(stopped).toMatchObject({ kind: 'stopped_reporting', from: '2026-01-27T09:36:00.000Z' });
  const [silent] = lineFindings({ key: NODE, counts, ...kept(-20, 2.5, 5000) }, context());
  expect(silent).toMatchObject({ kind: 'silence', from: '2026-01-27T12:00:00.000Z' });
  expect(silent.ongoing).toBeUndefined();
});

it('lines with a misread time stamp may be those of a silent node, and it is said', () => {
  const counts = steady((hour) => hour >= 2 && hour < 5);
  const misread = [{ cluster: 'wc', fromMs: MIDNIGHT + 3 * HOUR_MS, toMs: MIDNIGHT + 4 * HOUR_MS }];
  const messages = (more: Partial<FindingContext>) =>
    lineFindings({ key: NODE, counts }, context(more)).map(({ message }) => message);
  expect(messages({ misread })[0]).toContain('may be of this node');
  expect(messages({ misread: [{ ...misread[0], cluster: 'sc' }] })[0]).not.toContain('misread');
});

it('what begins with its source is said of the source only', () => {
  const counts = steady((hour) => hour < 8);
  const facts = { key: NODE, counts, ...kept(8 / 24, 2, 5000) };
  expect(lineFindings(facts, context())).toMatchObject([
    { kind: 'started_late', to: '2026-01-27T08:00:00.000Z' },
  ]);
  expect(lineFindings(facts, context({ keptFromMs: MIDNIGHT + 7 * HOUR_MS }))).toEqual([]);
  expect(lineFindings({ ...facts, key: { cluster: 'wc' } }, context())).toMatchObject([
    { kind: 'retention_starts_later' },
  ]);
});

it('a node says nothing of what its whole cluster did not write either', () => {
  const gap = (from: string, to?: string): CoverageFinding => ({
    kind: to === undefined ? 'stopped_reporting' : 'silence',
    source: 'authlog',
    cluster: 'wc',
    from: `2026-01-27T${from}:00Z`,
    ...(to === undefined ? {} : { to: `2026-01-27T${to}:00Z` }),
    message: '',
  });
  const cluster = [gap('02:00', '05:00')];
  expect(withoutShared([gap('02:00', '05:00')], cluster, HOUR_MS)).toEqual([]);
  expect(withoutShared([gap('02:00', '07:00')], cluster, HOUR_MS)).toHaveLength(1);
  expect(withoutShared([gap('11:40')], [gap('12:00')], HOUR_MS)).toEqual([]);
  expect(withoutShared([gap('09:40')], [gap('12:00')], HOUR_MS)).toHaveLength(1);
});
