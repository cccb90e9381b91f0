/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { testFigures, testFinding } from '../test_review';
import { foldNothingSeen } from './fold_nothing_seen';

const nothingSeen = (id: string, limits: string[]) =>
  testFinding({
    id,
    sample: [],
    figures: testFigures({
      count: 0,
      relation: 'gte',
      looked: 'partly',
      limits,
      byUser: [],
      sample: undefined,
    }),
  });

describe('findings that are decided together', () => {
  it('are those of which nothing was found, with the same limits', () => {
    const [a, b, c, d] = [
      nothingSeen('a', ['a gap']),
      testFinding({ id: 'b' }),
      nothingSeen('c', ['a gap']),
      nothingSeen('d', ['a gap', 'another']),
    ];
    expect(foldNothingSeen([a, b, c, d])).toEqual({ single: [b, d], alike: [[a, c]] });
  });

  it('are never those that were not looked at, or of which something was found', () => {
    const notLooked = (id: string) =>
      testFinding({ id, sample: [], figures: testFigures({ count: 0, looked: 'not' }) });
    const found = (id: string) =>
      testFinding({ id, figures: testFigures({ looked: 'partly', limits: ['a gap'] }) });
    const findings = [notLooked('a'), notLooked('b'), found('c'), found('d')];
    expect(foldNothingSeen(findings)).toEqual({ single: findings, alike: [] });
  });
});
