/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { periodWords } from './period_words';

describe('a period in words', () => {
  it('of whole days names the days, in UTC', () => {
    expect(periodWords({ from: '2026-01-19T00:00:00.000Z', to: '2026-01-25T23:59:59.999Z' })).toBe(
      'Mon 2026-01-19 to Sun 2026-01-25 (UTC)'
    );
    expect(periodWords({ from: '2026-01-19T00:00:00.000Z', to: '2026-01-19T23:59:59.999Z' })).toBe(
      'Mon 2026-01-19 (UTC)'
    );
  });

  it('of anything else names both instants', () => {
    expect(periodWords({ from: '2026-01-19T10:00:00.000Z', to: '2026-01-19T23:59:59.999Z' })).toBe(
      '2026-01-19 10:00:00.000 UTC to 2026-01-19 23:59:59.999 UTC'
    );
  });

  it('that is none is shown as it is', () => {
    expect(periodWords({ from: 'x', to: 'y' })).toBe('x to y');
  });
});
