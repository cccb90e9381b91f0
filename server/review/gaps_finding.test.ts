/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageFinding, CoverageSource } from '../../common/api/coverage';
import { toGapsFinding } from './gaps_finding';

const silence: CoverageFinding = {
  kind: 'silence',
  source: 'kubeaudit',
  cluster: 'prod-wc',
  from: '2026-01-20T10:00:00.000Z',
  to: '2026-01-20T15:00:00.000Z',
  expected: 8,
  message: 'Nothing from 10:00 to 15:00.',
};

function coverage(
  ofLine: CoverageFinding[] = [],
  part: Partial<CoverageSource> = {}
): CoverageSource {
  return {
    source: 'kubeaudit',
    indexPattern: 'kubeaudit*',
    state: 'read',
    indices: [],
    recordsOfOtherIndices: 0,
    records: 10,
    unparsed: 0,
    repaired: 0,
    unknown: [],
    lines: [{ kind: 'cluster', cluster: 'prod-wc', records: 10, counts: [10], findings: ofLine }],
    linesBeyond: 0,
    findings: [],
    ...part,
  };
}

describe('gaps of a log', () => {
  it('are counted with where and when they were', () => {
    expect(toGapsFinding(coverage([silence]), []).figures).toMatchObject({
      count: 1,
      relation: 'eq',
      looked: 'whole',
      unit: 'gaps',
      facts: [
        {
          subject: 'prod-wc',
          detail: 'Nothing from 10:00 to 15:00.',
          time: '2026-01-20T10:00:00.000Z',
        },
      ],
    });
  });

  it('are none where all was looked at and nothing found', () => {
    expect(toGapsFinding(coverage(), []).figures).toMatchObject({ count: 0, looked: 'whole' });
  });

  it('that still go on have no figures that grow until they are signed', () => {
    const stopped: CoverageFinding = {
      ...silence,
      kind: 'stopped_reporting',
      host: 'node-1',
      ongoing: true,
      message: 'some 812 are missing',
    };
    expect(toGapsFinding(coverage([stopped]), []).figures.facts).toEqual([
      {
        subject: 'node-1 (prod-wc)',
        detail: 'Nothing since this time, as far as the log was kept since.',
        time: '2026-01-20T10:00:00.000Z',
      },
    ]);
  });

  it('of what could not be looked at are not none', () => {
    const failed: CoverageFinding = {
      kind: 'failed_shards',
      source: 'kubeaudit',
      message: '1 of 2 shards could not answer.',
    };
    expect(toGapsFinding(coverage([], { findings: [failed] }), []).figures).toMatchObject({
      count: 1,
      looked: 'partly',
      relation: 'gte',
      limits: ['1 of 2 shards could not answer.'],
    });
    expect(
      toGapsFinding(coverage([], { state: 'forbidden', findings: [failed] }), []).figures
    ).toMatchObject({ count: 0, looked: 'not' });
  });

  it('come with what else stands against this log, and not against another', () => {
    const reasons = [
      { code: 'fields_unavailable' as const, source: 'kubeaudit', message: 'A field is hidden.' },
      { code: 'gap_in_source' as const, source: 'kubeaudit', message: 'Said by the coverage.' },
      { code: 'scan_limit_reached' as const, source: 'authlog', message: 'Of another log.' },
    ];
    expect(toGapsFinding(coverage(), reasons).figures.facts.map(({ detail }) => detail)).toEqual([
      'A field is hidden.',
    ]);
  });
});
