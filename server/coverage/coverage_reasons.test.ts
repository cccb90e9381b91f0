/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { CoverageFinding } from '../../common/api/coverage';
import { toReasons } from './coverage_reasons';
import { concerning } from './probe_reasons';

const gap = (cluster: string, host?: string): CompletenessReason => ({
  code: 'gap_in_source',
  source: 'authlog',
  cluster,
  ...(host === undefined ? {} : { host }),
  message: `${cluster} ${host}`,
});

it('a gap of a cluster or node that was not asked for takes nothing away', () => {
  const whole: CompletenessReason = { code: 'timed_out', message: 'all' };
  const reasons = [whole, gap('a'), gap('b'), gap('a', 'n1'), gap('a', 'n2')];
  expect(concerning({ reasons })).toEqual(reasons);
  expect(concerning({ reasons }, { clusters: ['a'], hosts: ['n1'] })).toEqual([
    whole,
    gap('a'),
    gap('a', 'n1'),
  ]);
});

it('a cluster that was asked for and sends nothing is told', () => {
  const log = { reasons: [], clusters: ['a'] };
  expect(concerning(log, { clusters: ['a'] })).toEqual([]);
  expect(concerning(log, { clusters: ['a', 'x'] })).toEqual([
    expect.objectContaining({ code: 'gap_in_source', cluster: 'x' }),
  ]);
  // What was not asked is not known.
  expect(concerning({ reasons: [] }, { clusters: ['x'] })).toEqual([]);
});

it('very many gaps are counted, those of clusters first', () => {
  const finding = (host?: string): CoverageFinding => ({
    kind: 'silence',
    source: 'authlog',
    cluster: 'a',
    ...(host === undefined ? {} : { host }),
    from: '2026-01-27T02:00:00.000Z',
    to: '2026-01-27T05:00:00.000Z',
    message: 'm',
  });
  const hosts = Array.from({ length: 20 }, (_, i) => finding(`node-${i}`));
  const reasons = toReasons([...hosts, finding()]);
  expect(reasons).toHaveLength(11);
  expect(reasons[0]).toEqual({
    code: 'gap_in_source',
    source: 'authlog',
    cluster: 'a',
    instant: '2026-01-27T02:00:00.000Z',
    until: '2026-01-27T05:00:00.000Z',
    message: 'm',
  });
  expect(reasons[10]).toMatchObject({ count: 11 });
});
