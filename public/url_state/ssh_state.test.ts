/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { MAX_FILTER_VALUES, MAX_VALUE_LENGTH } from '../../common/api/kube_filters';
import { sshFiltersSchema } from '../../common/api/ssh_sessions';
import { ATTRIBUTION_STATUSES } from '../../common/attribution/attribution';
import { parseSshState, SSH_FILTERS, SSH_TABS, writeSshState, type SshState } from './ssh_state';

const WEEK = { from: 'now-7d', to: 'now' };

describe('the address of the SSH view', () => {
  it('asks for everything of the usual period when it is empty', () => {
    expect(parseSshState('', WEEK)).toEqual({
      state: { timeRange: WEEK, filters: {}, tab: 'sessions' },
      dropped: [],
    });
  });

  it('holds every filter, the part that is looked at, the run and the session', () => {
    const { state, dropped } = parseSshState(
      '?from=now%2Fd&to=now%2Fd&persons=alice&accounts=ubuntu&accounts=root&hosts=node-1&clusters=sc' +
        '&sourceIps=198.51.100.7&fingerprints=SHA256%3Aabc&statuses=ambiguous&tab=failures&run=r1&session=s%2F1',
      WEEK
    );
    expect(dropped).toEqual([]);
    expect(state).toEqual({
      timeRange: { from: 'now/d', to: 'now/d' },
      filters: {
        persons: ['alice'],
        accounts: ['ubuntu', 'root'],
        hosts: ['node-1'],
        clusters: ['sc'],
        sourceIps: ['198.51.100.7'],
        fingerprints: ['SHA256:abc'],
        statuses: ['ambiguous'],
      },
      tab: 'failures',
      run: 'r1',
      session: 's/1',
    });
  });

  it.each([
    ['statuses=perhaps', 'statuses', 'perhaps'],
    ['accounts=', 'accounts', ''],
    ['tab=everything', 'tab', 'everything'],
    ['session=', 'session', ''],
    ['from=yesterday', 'from', 'yesterday'],
  ])('drops %s and says so', (search, name, value) => {
    const { state, dropped } = parseSshState(`?${search}`, WEEK);
    expect(dropped).toEqual([{ name, value, why: 'invalid' }]);
    expect(state).toEqual({ timeRange: WEEK, filters: {}, tab: 'sessions' });
  });

  it('says which parameter it does not know, since a typing error would show too much', () => {
    expect(parseSshState('?account=ubuntu&users=alice', WEEK).dropped).toEqual([
      { name: 'account', value: 'ubuntu', why: 'unknown' },
      { name: 'users', value: 'alice', why: 'unknown' },
    ]);
  });

  it('leaves the parameters of the host alone', () => {
    expect(parseSshState('?security_tenant=global&_g=()', WEEK).dropped).toEqual([]);
  });

  it('takes no more values, and no longer ones, than the API', () => {
    const many = Array.from({ length: MAX_FILTER_VALUES + 1 }, (_, i) => `hosts=n${i}`).join('&');
    const { state, dropped } = parseSshState(
      `?${many}&accounts=${'a'.repeat(MAX_VALUE_LENGTH + 1)}`,
      WEEK
    );
    expect(state.filters.hosts).toHaveLength(MAX_FILTER_VALUES);
    expect(state.filters.accounts).toBeUndefined();
    expect(dropped.map(({ name, why }) => [name, why])).toEqual([
      ['accounts', 'invalid'],
      ['hosts', 'too_many'],
    ]);
  });
});

/** Names as an attacker would choose them, beside any other text. */
const hostile = fc.oneof(
  fc.constantFrom('a&hosts=b', '%2F', '%', '+', ' ', '#/x?y', '\u202egpj', '\u0000', '__proto__'),
  fc.fullUnicodeString({ minLength: 1, maxLength: 40 })
);

const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const written = fc.record({
  timeRange: fc.constantFrom(WEEK, { from: 'now/d', to: 'now/d' }),
  filters: fc.record(
    Object.fromEntries(
      SSH_FILTERS.map((key) => [
        key,
        key === 'statuses'
          ? fc.uniqueArray(fc.constantFrom(...ATTRIBUTION_STATUSES), { minLength: 1 })
          : fc.uniqueArray(hostile, { minLength: 1, maxLength: 5 }),
      ])
    ),
    { requiredKeys: [] }
  ),
  tab: fc.constantFrom(...SSH_TABS),
  run: optional(hostile),
  session: optional(hostile),
});

describe('a state of the SSH view written into the address', () => {
  it('is read back as it was, whatever the values', () => {
    fc.assert(
      fc.property(written, (record) => {
        const state = record as SshState;
        const search = writeSshState(state);
        const read = parseSshState(search, { from: 'now-15m', to: 'now' });
        expect(read.dropped).toEqual([]);
        expect(read.state).toEqual(state);
      })
    );
  });

  it('is never an invalid question, whatever the address', () => {
    const names = fc.constantFrom(...SSH_FILTERS, 'tab', 'session', 'x');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
        const { state } = parseSshState(new URLSearchParams(pairs).toString(), WEEK);
        expect(sshFiltersSchema.safeParse(state.filters).success).toBe(true);
      })
    );
  });
});
