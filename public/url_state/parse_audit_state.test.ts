/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { MAX_FILTER_VALUES, MAX_VALUE_LENGTH } from '../../common/api/kube_filters';
import { parseAuditState } from './parse_audit_state';

const WEEK = { from: 'now-7d', to: 'now' };

describe('the address of the view', () => {
  it('asks for everything of the usual period when it is empty', () => {
    expect(parseAuditState('', WEEK)).toEqual({
      state: { timeRange: WEEK, include: {}, exclude: {}, system: false },
      dropped: [],
    });
  });

  it('holds values to ask for, values to leave out, and the open event', () => {
    const { state, dropped } = parseAuditState(
      '?from=now%2Fd&to=now%2Fd&users=a&users=b&exclude.users=c&outcomes=forbidden' +
        '&impersonated=true&system=true&event=kubeaudit-1%2Fa%2Fb',
      WEEK
    );
    expect(dropped).toEqual([]);
    expect(state).toEqual({
      timeRange: { from: 'now/d', to: 'now/d' },
      include: { users: ['a', 'b'], outcomes: ['forbidden'] },
      exclude: { users: ['c'] },
      impersonated: true,
      system: true,
      event: { index: 'kubeaudit-1', id: 'a/b' },
    });
  });

  it('tells a user called "true" from the flag', () => {
    const { state } = parseAuditState('?impersonatedUsers=true', WEEK);
    expect(state.impersonated).toEqual(['true']);
  });

  it.each([
    ['outcomes=fine', 'outcomes', 'fine'],
    ['userKinds=alien', 'userKinds', 'alien'],
    ['users=', 'users', ''],
    ['exclude.verbs=', 'exclude.verbs', ''],
    ['system=yes', 'system', 'yes'],
    ['impersonated=maybe', 'impersonated', 'maybe'],
    ['event=no-id', 'event', 'no-id'],
    ['event=%2Fid', 'event', '/id'],
    ['from=yesterday', 'from', 'yesterday'],
    [`from=${'1'.repeat(65)}`, 'from', '1'.repeat(65)],
  ])('drops %s and says so', (search, name, value) => {
    const { state, dropped } = parseAuditState(`?${search}`, WEEK);
    expect(dropped).toEqual([{ name, value, why: 'invalid' }]);
    expect(state).toEqual({ timeRange: WEEK, include: {}, exclude: {}, system: false });
  });

  it('keeps the valid values beside an invalid one', () => {
    const { state, dropped } = parseAuditState('?outcomes=forbidden&outcomes=fine', WEEK);
    expect(state.include).toEqual({ outcomes: ['forbidden'] });
    expect(dropped).toHaveLength(1);
  });

  it('drops a period that ends before it begins', () => {
    const { state, dropped } = parseAuditState('?from=now&to=now-1d', WEEK);
    expect(state.timeRange).toEqual(WEEK);
    expect(dropped).toEqual([
      { name: 'from', value: 'now', why: 'no_period' },
      { name: 'to', value: 'now-1d', why: 'no_period' },
    ]);
  });

  it('does not call an end of a period invalid because of the other', () => {
    const { state, dropped } = parseAuditState('?from=banana&to=now', WEEK);
    expect(state.timeRange).toEqual(WEEK);
    expect(dropped).toEqual([
      { name: 'from', value: 'banana', why: 'invalid' },
      { name: 'to', value: 'now', why: 'no_period' },
    ]);
  });

  it('says which filter it does not know, since a typing error would show too much', () => {
    const { dropped } = parseAuditState('?user=alice', WEEK);
    expect(dropped).toEqual([{ name: 'user', value: 'alice', why: 'unknown' }]);
  });

  it('leaves the parameters of the host alone', () => {
    expect(parseAuditState('?security_tenant=global&_g=()', WEEK).dropped).toEqual([]);
  });

  it('takes no more values, and no longer ones, than the API', () => {
    const many = Array.from({ length: MAX_FILTER_VALUES + 2 }, (_, i) => `users=u${i}`).join('&');
    const { state, dropped } = parseAuditState(
      `?${many}&names=${'n'.repeat(MAX_VALUE_LENGTH + 1)}`,
      WEEK
    );
    expect(state.include.users).toHaveLength(MAX_FILTER_VALUES);
    expect(state.include.names).toBeUndefined();
    expect(dropped.map(({ why }) => why)).toEqual(['too_many', 'too_many', 'invalid']);
  });
});
