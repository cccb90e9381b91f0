/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Bucket } from './read_lines';
import { dayOfIndex, partialFindings, readDuplicates, readLate } from './source_findings';

const period = (more: object, count = 10): Bucket => ({ key: '', doc_count: count, ...more });
const stages = (records: number, distinct: number) => ({
  doc_count: records,
  stages: {
    buckets: [
      {
        key: 'ResponseComplete',
        doc_count: records,
        records: { value: records },
        distinct: { value: distinct },
      },
    ],
  },
});

it.each([
  ['kubeaudit-default-2026.01.27-000001', '2026-01-27T00:00:00.000Z'],
  ['kubeaudit-2026-01-27', '2026-01-27T00:00:00.000Z'],
  ['kubeaudit-2026.02.30-000001', undefined],
  ['kubeaudit-000042', undefined],
])('the day of %s is %s', (index, day) => {
  const ms = dayOfIndex(index);
  expect(ms === undefined ? undefined : new Date(ms).toISOString()).toBe(day);
});

describe('late arrivals', () => {
  const index = (first: string, days: Array<[string, number]>) => ({
    key: 'kubeaudit-default-2026.01.27-000001',
    doc_count: 10,
    readable: {
      doc_count: 10,
      first: { value: Date.parse(first) },
      days: { buckets: days.map(([key, count]) => ({ key: Date.parse(key), doc_count: count })) },
    },
  });

  it('are what lies in an index made more than an hour later', () => {
    const found = readLate(
      period({
        indices: {
          buckets: [
            index('2026-01-25T10:00:00Z', [
              ['2026-01-24T23:00:00Z', 3],
              ['2026-01-26T23:00:00Z', 7],
            ]),
          ],
        },
      })
    );
    expect(found.late).toEqual({ count: 3, longestMs: 38 * 3_600_000 });
  });

  it('are none of the last minutes before midnight', () => {
    const found = readLate(
      period({
        indices: { buckets: [index('2026-01-26T23:59:00Z', [['2026-01-26T23:00:00Z', 10]])] },
      })
    );
    expect(found.late).toEqual({ count: 0, longestMs: 0 });
  });

  it('cannot be told where names hold no day', () => {
    const bucket = { ...index('2026-01-25T10:00:00Z', []), key: 'kubeaudit-000001' };
    expect(readLate(period({ indices: { buckets: [bucket] } }))).toMatchObject({ dated: false });
  });
});

describe('repeated deliveries', () => {
  it('are counted exactly where there are few records', () => {
    expect(readDuplicates(period({ sample_: stages(10, 8) }))).toEqual({
      count: 2,
      sampled: 10,
      exact: true,
    });
  });

  it('are counted in the largest sample that is not too large', () => {
    const found = readDuplicates(
      period(
        { sample_: stages(8000, 10), sample_0: stages(60_000, 10), sample_00: stages(4000, 3990) },
        1_000_000
      )
    );
    expect(found).toEqual({ count: 10, sampled: 4000, exact: false });
  });

  it('are not told where no audit id begins with zeros', () => {
    expect(readDuplicates(period({ sample_: stages(8000, 10) }, 1_000_000))).toBeUndefined();
  });
});

it('shards that failed and time that ran out are told', () => {
  const shards = {
    total: 3,
    successful: 2,
    failed: 1,
    failures: [{ index: 'a', reason: { type: 'x' } }],
  };
  const answer = { timed_out: false, _shards: shards, hits: { hits: [] } };
  expect(partialFindings(answer, 'authlog')).toMatchObject([
    { kind: 'failed_shards', count: 1, total: 3, indices: ['a'] },
  ]);
  const whole = { ...answer, _shards: { total: 3, successful: 3, failed: 0 } };
  expect(partialFindings(whole, 'authlog')).toEqual([]);
  expect(partialFindings({ ...whole, timed_out: true }, 'authlog')[0].message).toContain(
    'out of time'
  );
});
