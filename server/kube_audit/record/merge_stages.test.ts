/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { eventKey, groupByEvent, groupHits, mergeRecords } from './merge_stages';
import { hitOf, recordedCase, recordedLog, recordedTruth, recordOf } from './recorded.test_support';
import { endsEvent, stageRank, STAGES } from './stage';

const keyOf = (parts: Parameters<typeof recordOf>[0]) => {
  const record = recordOf(parts);
  return eventKey(record, record.receivedMs);
};

describe('the stages of a request', () => {
  it('are in the order in which they are written, an unknown one first', () => {
    const ranks = [undefined, 'Unknown', '__proto__', ...STAGES].map(stageRank);
    expect(ranks).toEqual([-1, -1, -1, 0, 1, 2, 3]);
  });

  it.each([
    ['ResponseComplete', 200, true],
    ['ResponseComplete', undefined, true],
    ['Panic', undefined, true],
    ['ResponseStarted', 401, true],
    ['ResponseStarted', 101, false],
    ['ResponseStarted', undefined, false],
    ['RequestReceived', 401, false],
    ['Other', 200, false],
    [undefined, 200, false],
  ])('%s with code %p ends the event: %p', (stage, code, ends) => {
    expect(endsEvent(stage, code)).toBe(ends);
  });
});

describe('the key of an event', () => {
  it('is the same on all stages', () => {
    expect(keyOf({ stage: 'RequestReceived' })).toBe(
      keyOf({ stage: 'ResponseComplete', name: 'web-0', code: 200, decision: 'allow' })
    );
  });

  it.each<[string, Parameters<typeof recordOf>[0]]>([
    ['user', { user: 'mallory' }],
    ['receipt', { receivedMs: 1 }],
    ['audit id', { auditId: 'b' }],
    ['cluster', { cluster: 'dev' }],
    ['verb', { verb: 'delete' }],
    ['resource', { resource: 'pods', qualifiedResource: 'pods' }],
    ['namespace', { namespace: 'x' }],
  ])('tells a request with a chosen audit id apart by its %s', (_what, other) => {
    expect(keyOf(other)).not.toBe(keyOf({}));
  });

  it('cannot be forged by separators in an audit id or a name', () => {
    expect(keyOf({ auditId: 'a","b', user: 'c' })).not.toBe(keyOf({ auditId: 'a', user: 'b","c' }));
    expect(keyOf({ auditId: '', user: 'a' })).not.toBe(keyOf({ auditId: 'a', user: '' }));
  });

  it('tells microseconds apart where the text of the log is at hand', () => {
    const source = recordedCase('a1');
    const other = { ...source, requestReceivedTimestamp: '2026-01-27T10:00:00.100001Z' };
    expect(groupHits([hitOf(source), hitOf(other, '2')])).toHaveLength(2);
  });

  it('finds as many events in the recorded log as there were', () => {
    const truth = recordedTruth();
    const hits = recordedLog().map((source, i) => hitOf(source, String(i)));
    const groups = groupHits(hits);
    expect(groups).toHaveLength(truth.events);
    const byUser: Record<string, number> = {};
    for (const [{ record }] of groups) {
      const name = record.user || 'None';
      byUser[name] = (byUser[name] ?? 0) + 1;
    }
    expect(byUser).toEqual(truth.events_by_user);
  });
});

describe('grouping', () => {
  it('keeps everything, in the order of first meeting', () => {
    expect(groupByEvent([3, 1, 4, 1, 5, 9, 2, 6], (n) => String(n % 3))).toEqual([
      [3, 9, 6],
      [1, 4, 1],
      [5, 2],
    ]);
    expect(groupByEvent([], String)).toEqual([]);
  });

  it('takes keys that are properties of every object', () => {
    expect(groupByEvent(['__proto__', 'constructor', '__proto__'], String)).toHaveLength(2);
  });
});

describe('merging the stages of a request', () => {
  const received = recordOf({ stage: 'RequestReceived', sourceIps: ['1.1.1.1'] });
  const started = recordOf({ stage: 'ResponseStarted', code: 200, decision: 'allow' });

  it('lets the last stage decide, in any order of records', () => {
    const complete = recordOf({ code: 403, decision: 'forbid', name: 'x' });
    for (const records of [
      [received, started, complete],
      [complete, started, received],
      [started, complete, received],
    ]) {
      expect(mergeRecords(records)).toMatchObject({
        stage: 'ResponseComplete',
        code: 403,
        decision: 'forbid',
        name: 'x',
        sourceIps: ['1.1.1.1'],
      });
    }
  });

  it('takes what the last stage lacks from an earlier one', () => {
    const earlier = recordOf({
      stage: 'ResponseStarted',
      code: 101,
      decision: 'allow',
      impersonatedUser: 'bob',
      name: 'web-0',
    });
    expect(mergeRecords([recordOf(), earlier])).toMatchObject({
      code: 101,
      decision: 'allow',
      impersonatedUser: 'bob',
      name: 'web-0',
    });
  });

  it('never takes the code of a start for that of a panic', () => {
    expect(mergeRecords([started, recordOf({ stage: 'Panic' })]).code).toBeUndefined();
    expect(mergeRecords([started, recordOf({ stage: 'Panic', code: 500 })]).code).toBe(500);
  });

  it('changes none of its records', () => {
    const before = JSON.stringify([received, started]);
    mergeRecords([received, started]);
    expect(JSON.stringify([received, started])).toBe(before);
  });
});
