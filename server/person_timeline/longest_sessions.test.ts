/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { longestSessions } from './longest_sessions';
import { placed } from './placed_entry.test_support';

const until = (time: string) => ({ endTime: placed('', time).entry.time });

it('sessions are the longest first, those of unknown length before all', () => {
  const sessions = [
    placed('short', '08:00', until('08:01')),
    placed('open', '09:00'),
    placed('long', '08:00', until('12:00')),
    placed('unseen', '10:00', { ...until('10:00'), loginNotLogged: true }),
  ];
  expect(longestSessions(sessions).map(({ entry }) => entry.id)).toEqual([
    'open',
    'unseen',
    'long',
    'short',
  ]);
});

it('sessions are at most 2,000, and the open ones are among them', () => {
  const many = Array.from({ length: 2_500 }, (_, i) => placed(`s${i}`, '08:00', until('08:01')));
  const chosen = longestSessions([...many, placed('open', '09:00')]);
  expect(chosen).toHaveLength(2_000);
  expect(chosen[0].entry.id).toBe('open');
});
