/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import moment from 'moment-timezone';
import { resolveRange } from './resolve_range';

describe('the period that the server is asked', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-03-29T22:30:00.000Z') });
    // The clocks of Stockholm went forward in this night, and it is already the 30th there.
    moment.tz.setDefault('Europe/Stockholm');
  });

  afterEach(() => {
    jest.useRealTimers();
    moment.tz.setDefault();
  });

  it('leaves relative instants to the server', () => {
    const range = { from: 'now-7d', to: 'now' };
    expect(resolveRange(range)).toEqual(range);
  });

  it('takes "today" as the day of the user', () => {
    expect(resolveRange({ from: 'now/d', to: 'now/d' })).toEqual({
      from: '2026-03-29T22:00:00.000Z',
      to: '2026-03-30T21:59:59.999Z',
    });
  });

  it('takes "yesterday" as it was, an hour short', () => {
    expect(resolveRange({ from: 'now-1d/d', to: 'now-1d/d' })).toEqual({
      from: '2026-03-28T23:00:00.000Z',
      to: '2026-03-29T21:59:59.999Z',
    });
  });

  it('reads an instant without a zone as one of the user', () => {
    expect(resolveRange({ from: '2026-01-01T00:00', to: '2026-01-01T12:00:00Z' })).toEqual({
      from: '2025-12-31T23:00:00.000Z',
      to: '2026-01-01T12:00:00.000Z',
    });
  });

  it.each([
    ['words', 'yesterday', 'now'],
    ['an empty text', '', 'now'],
    ['an unknown unit', 'now-1x', 'now'],
    ['something behind', 'now-1d;', 'now'],
    ['a step beyond all time', 'now-999999999y', 'now'],
    ['an end before the start', 'now', 'now-1h'],
  ])('does not ask for %s', (_what, from, to) => {
    expect(resolveRange({ from, to })).toBeUndefined();
  });
});
