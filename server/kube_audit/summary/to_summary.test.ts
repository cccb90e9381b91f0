/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { FACETS, type Facet, type FacetName } from '../../../common/api/kube_summary';
import type { KubeFilters } from '../../../common/api/kube_filters';
import type { KubeRecord } from '../record/kube_record';
import { recordOf } from '../record/recorded.test_support';
import type { CountedEvent } from './enumeration';
import { MAX_FACET_VALUES } from './summary_limits';
import type { Estimate } from './to_estimate';
import { toEventCount, toSummary } from './to_summary';

const PERIOD = { fromMs: 0, toMs: 999 };
const facet = (counts: Record<string, number>, moreValues = 0): Facet => ({
  values: Object.entries(counts).map(([value, count]) => ({ value, count })),
  moreValues,
  approximate: true,
});

function estimateOf(users: Facet, finalRecords = 50): Estimate {
  const facets = Object.fromEntries(FACETS.map((name) => [name, facet({})])) as Record<
    FacetName,
    Facet
  >;
  const headline = {
    users: 9,
    denied: { total: 0 },
    unauthenticated: 0,
    errors: 0,
    streaming: 0,
    impersonated: 0,
    writes: 0,
  };
  return { facets: { ...facets, users }, histogram: [], headline, finalRecords };
}

const event = (parts: Partial<KubeRecord>): CountedEvent => ({
  record: recordOf({ code: 200, ...parts }),
  duplicates: 0,
});
const events = [event({ user: 'alice' }), event({ user: 'alice' }), event({ user: 'bob' })];

const usersOf = (estimated: Facet, exhaustive: boolean, filters: KubeFilters = {}) =>
  toSummary({ events, exhaustive }, estimateOf(estimated), filters, PERIOD, []).facets.users;

describe('the number of events', () => {
  it('is exact where all were listed', () => {
    expect(toEventCount({ events, exhaustive: true }, 50)).toEqual({ value: 3, relation: 'eq' });
  });

  it('is at least what was listed, with the best estimate', () => {
    expect(toEventCount({ events, exhaustive: false }, 50)).toEqual({
      value: 3,
      relation: 'gte',
      approximate: 50,
    });
    expect(toEventCount({ events, exhaustive: false }, 1)).toMatchObject({ approximate: 3 });
  });
});

describe('a facet', () => {
  it('is exact where all events were listed', () => {
    expect(usersOf(facet({ alice: 9, zoe: 9 }), true)).toEqual({
      values: [
        { value: 'alice', count: 2 },
        { value: 'bob', count: 1 },
      ],
      moreValues: 0,
      approximate: false,
    });
  });

  it('with a filter of its own adds estimates of what the filter leaves out', () => {
    const filters = { users: ['alice', 'bob'] };
    expect(usersOf(facet({ alice: 9, bob: 9, zoe: 7 }, 4), true, filters)).toEqual({
      values: [
        { value: 'zoe', count: 7 },
        { value: 'alice', count: 2 },
        { value: 'bob', count: 1 },
      ],
      moreValues: 4,
      approximate: true,
    });
    expect(usersOf(facet({ zoe: 7 }), true, { exclude: { users: ['zoe'] } }).values).toHaveLength(
      3
    );
  });

  it('is estimated where events are too many, with values that no estimate holds', () => {
    const long = facet({ carl: 5 });
    expect(usersOf(long, false)).toEqual({
      values: [
        { value: 'carl', count: 5 },
        { value: 'alice', count: 2 },
        { value: 'bob', count: 1 },
      ],
      moreValues: 0,
      approximate: true,
    });
    expect(usersOf(facet({ carl: 5 }, 3), false)).toEqual(facet({ carl: 5 }, 3));
  });

  it('says that values are left out wherever a list is cut', () => {
    const many = Object.fromEntries(
      Array.from({ length: MAX_FACET_VALUES }, (_, i) => [`user-${i}`, 10])
    );
    for (const [exhaustive, filters] of [
      [true, { users: ['alice', 'bob'] }],
      [false, {}],
    ] as const) {
      const { values, moreValues } = usersOf(facet(many), exhaustive, filters as KubeFilters);
      expect(values).toHaveLength(MAX_FACET_VALUES);
      expect(moreValues).toBe(2);
    }
  });
});

describe('a summary', () => {
  it('is exact as a whole where all events were listed, and says so where not', () => {
    const estimate = estimateOf(facet({}));
    const exact = toSummary({ events, exhaustive: true }, estimate, {}, PERIOD, []);
    expect(exact).toMatchObject({ approximate: false, headline: { users: 2 } });
    expect(exact.histogram.map(({ count }) => count)).toEqual([3]);
    const estimated = toSummary({ events, exhaustive: false }, estimate, {}, PERIOD, []);
    expect(estimated).toMatchObject({ approximate: true, headline: { users: 9 }, histogram: [] });
  });
});
