/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { MAX_FILTER_VALUES } from '../../common/api/kube_filters';
import type { AuditState } from './audit_state';
import { applyFilterChange, clearFilters, isTooMany, setFilterValues } from './change_filters';

const EMPTY: AuditState = {
  timeRange: { from: 'now-7d', to: 'now' },
  include: {},
  exclude: {},
  system: false,
};

describe('a click on a value', () => {
  it('filters for that value only', () => {
    const before = { ...EMPTY, include: { users: ['alice', 'bob'] } };
    const after = applyFilterChange(before, { kind: 'include', key: 'users', value: 'bob' });
    expect(after.include).toEqual({ users: ['bob'] });
  });

  it('never leaves a value both wanted and unwanted', () => {
    const excluded = applyFilterChange(
      { ...EMPTY, include: { users: ['alice'] } },
      { kind: 'exclude', key: 'users', value: 'alice' }
    );
    expect(excluded).toEqual({ ...EMPTY, exclude: { users: ['alice'] } });
    const included = applyFilterChange(excluded, { kind: 'include', key: 'users', value: 'alice' });
    expect(included).toEqual({ ...EMPTY, include: { users: ['alice'] } });
  });

  it('adds to what is left out', () => {
    const before = { ...EMPTY, exclude: { verbs: ['list'] } };
    const after = applyFilterChange(before, { kind: 'exclude', key: 'verbs', value: 'watch' });
    expect(after.exclude).toEqual({ verbs: ['list', 'watch'] });
  });

  it('removes a filter with its last value', () => {
    const before = { ...EMPTY, include: { clusters: ['prod'] } };
    expect(applyFilterChange(before, { kind: 'remove', key: 'clusters', value: 'prod' })).toEqual(
      EMPTY
    );
  });

  it('filters for whom somebody acted as, which cannot be left out', () => {
    const change = { key: 'impersonatedUsers' as const, value: 'bob' };
    const acting = applyFilterChange(EMPTY, { kind: 'include', ...change });
    expect(acting.impersonated).toEqual(['bob']);
    expect(applyFilterChange(EMPTY, { kind: 'exclude', ...change })).toEqual(EMPTY);
    expect(applyFilterChange(acting, { kind: 'remove', ...change }).impersonated).toBeUndefined();
  });

  it('does not ask for more values than the API takes', () => {
    const values = Array.from({ length: MAX_FILTER_VALUES + 1 }, (_, i) => `u${i}`);
    expect(isTooMany(setFilterValues(EMPTY, 'users', values.slice(1)), 'users')).toBe(false);
    expect(isTooMany(setFilterValues(EMPTY, 'users', values), 'users')).toBe(true);
  });
});

describe('clearing', () => {
  it('takes all filters away and leaves period and system traffic', () => {
    const state = {
      ...EMPTY,
      include: { users: ['a'] },
      exclude: { verbs: ['b'] },
      impersonated: true,
      system: true,
    };
    expect(clearFilters(state)).toEqual({ ...EMPTY, system: true });
  });
});
