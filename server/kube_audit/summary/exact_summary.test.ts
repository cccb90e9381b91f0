/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeRecord } from '../record/kube_record';
import { recordOf } from '../record/recorded.test_support';
import { exactFacets, exactHeadline, exactHistogram } from './exact_summary';
import { MAX_FACET_VALUES } from './summary_limits';

const GROUPS = ['kubernetes-admin'];
const event = (parts: Partial<KubeRecord>, duplicates = 0) => ({
  record: recordOf({ code: 200, ...parts }),
  duplicates,
});

const EVENTS = [
  event({ user: 'alice', verb: 'get', receivedMs: 100, sourceIps: ['1.1.1.1', '2.2.2.2'] }, 2),
  event({ user: 'alice', verb: 'delete', receivedMs: 999 }),
  event({ user: 'bob', verb: 'create', code: 403, decision: 'forbid', receivedMs: 1000 }),
  event({ user: 'bob', verb: 'patch', code: 403, decision: 'allow', receivedMs: 1500 }, 1),
  event({ user: 'bob', verb: 'get', code: 403, receivedMs: 2000, impersonatedUser: 'eve' }),
  event({ user: '', verb: 'list', code: 401, receivedMs: 2999 }),
  event({
    // kubectl before 1.30: it opens a session and is no change.
    user: 'kubernetes-admin',
    verb: 'create',
    subresource: 'exec',
    code: 101,
    receivedMs: 3000,
  }),
  event({ user: 'carl', verb: 'update', code: 500, receivedMs: 3001 }),
  event({ user: 'carl', verb: 'watch', code: undefined, receivedMs: 3002 }),
];

describe('figures of events that were counted one by one', () => {
  it('tell the headline', () => {
    expect(exactHeadline(EVENTS)).toEqual({
      users: 4,
      denied: { total: 3, authorization: 1, admission: 1 },
      unauthenticated: 1,
      errors: 1,
      streaming: 1,
      impersonated: 1,
      writes: 4,
      duplicates: 3,
    });
    expect(exactHeadline([])).toMatchObject({ users: 0, denied: { total: 0 }, duplicates: 0 });
  });

  it('are in the step in which the request was received, with empty steps between', () => {
    const period = { fromMs: 0, toMs: 4500 };
    const counts = exactHistogram(EVENTS, period).map(({ from, count, byOutcome }) => ({
      from,
      count,
      byOutcome,
    }));
    const at = (second: number) => `1970-01-01T00:00:0${second}.000Z`;
    expect(counts).toEqual([
      { from: at(0), count: 2, byOutcome: { success: 2 } },
      { from: at(1), count: 2, byOutcome: { forbidden: 2 } },
      { from: at(2), count: 2, byOutcome: { forbidden: 1, unauthenticated: 1 } },
      { from: at(3), count: 3, byOutcome: { success: 1, server_error: 1, unknown: 1 } },
      { from: at(4), count: 0, byOutcome: {} },
    ]);
  });

  it('lose no event to the histogram', () => {
    const sum = exactHistogram(EVENTS, { fromMs: 100, toMs: 3002 }).reduce(
      (n, b) => n + b.count,
      0
    );
    expect(sum).toBe(EVENTS.length);
  });

  it('list the values of each dimension, most frequent first, then by name', () => {
    const facets = exactFacets(EVENTS, GROUPS);
    expect(facets.users).toEqual({
      values: [
        { value: 'bob', count: 3 },
        { value: 'alice', count: 2 },
        { value: 'carl', count: 2 },
        { value: 'kubernetes-admin', count: 1 },
      ],
      moreValues: 0,
      approximate: false,
    });
    expect(facets.userKinds.values).toEqual([
      { value: 'person', count: 7 },
      { value: 'group_account', count: 1 },
      { value: 'unauthenticated', count: 1 },
    ]);
    expect(facets.denials.values).toEqual([
      { value: 'admission', count: 1 },
      { value: 'authorization', count: 1 },
    ]);
    expect(facets.sourceIps.values).toEqual([
      { value: '1.1.1.1', count: 1 },
      { value: '2.2.2.2', count: 1 },
    ]);
  });

  it('say how many values a cut list leaves out', () => {
    const many = Array.from({ length: MAX_FACET_VALUES + 5 }, (_, i) => event({ name: `n${i}` }));
    const { names } = exactFacets(many, GROUPS);
    expect(names.values).toHaveLength(MAX_FACET_VALUES);
    expect(names.moreValues).toBe(5);
  });

  it('take values that are properties of every object', () => {
    const { users } = exactFacets(
      [event({ user: '__proto__' }), event({ user: 'constructor' })],
      []
    );
    expect(users.values.map(({ value }) => value)).toEqual(['__proto__', 'constructor']);
  });
});
