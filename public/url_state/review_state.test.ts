/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseReviewState, writeReviewState } from './review_state';

const USUAL = { from: 'now-7d', to: 'now' };

describe('the state of the pages of reviews', () => {
  it('is read from the address and written there', () => {
    const search =
      '?from=2026-01-19T00%3A00%3A00.000Z&to=2026-01-25T23%3A59%3A59.999Z&pattern=authlog';
    const { state, dropped } = parseReviewState(search, USUAL);
    expect(state).toEqual({
      timeRange: { from: '2026-01-19T00:00:00.000Z', to: '2026-01-25T23:59:59.999Z' },
      pattern: 'authlog',
    });
    expect(dropped).toEqual([]);
    expect(writeReviewState(state)).toBe(search);
  });

  it('is the usual one where the address says nothing', () => {
    expect(parseReviewState('', USUAL).state).toEqual({ timeRange: USUAL, pattern: 'kubeaudit' });
  });

  it('leaves out what is not understood, and says so', () => {
    expect(parseReviewState('?pattern=syslog&users=alice&_g=x', USUAL).dropped).toEqual([
      { name: 'pattern', value: 'syslog', why: 'invalid' },
      { name: 'users', value: 'alice', why: 'unknown' },
    ]);
  });
});
