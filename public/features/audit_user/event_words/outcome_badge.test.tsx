/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { render, screen } from '@testing-library/react';
import { OutcomeBadge } from './outcome_badge';

describe('the outcome badge', () => {
  it.each([
    ['a success', { outcome: 'success', code: 200 }, 'Succeeded (200)'],
    ['an upgraded connection', { outcome: 'success', code: 101 }, 'Connected (101)'],
    [
      'a denial by authorization',
      { outcome: 'forbidden', denial: 'authorization', code: 403 },
      'Denied by authorization (403)',
    ],
    [
      'a denial by admission',
      { outcome: 'forbidden', denial: 'admission', code: 403 },
      'Denied by admission (403)',
    ],
    ['a denial by nobody knows whom', { outcome: 'forbidden', code: 403 }, 'Denied (403)'],
    ['a failed login', { outcome: 'unauthenticated', code: 401 }, 'Not authenticated (401)'],
    ['a bad request', { outcome: 'client_error', code: 409 }, 'Failed: request error (409)'],
    ['a server error', { outcome: 'server_error', code: 500 }, 'Failed: server error (500)'],
    ['no logged response', { outcome: 'unknown' }, 'Outcome not logged'],
  ] as const)('says %s in words', (_what, event, words) => {
    render(<OutcomeBadge event={{ state: 'complete', ...event }} />);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('marks a session without an end', () => {
    render(<OutcomeBadge event={{ outcome: 'success', code: 101, state: 'open' }} />);
    expect(screen.getByText('Still open or end not logged')).toBeInTheDocument();
  });

  it('does not mark a finished one', () => {
    render(<OutcomeBadge event={{ outcome: 'success', code: 200, state: 'complete' }} />);
    expect(screen.queryByText('Still open or end not logged')).toBeNull();
  });
});
