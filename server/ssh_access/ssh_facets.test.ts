/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { placedSessions, sessionOf } from './placed_sessions.test_support';
import { toFacets } from './ssh_facets';

describe('values to choose sessions by', () => {
  it('are counted, the most frequent first', () => {
    const { facets, facetsLeftOut } = toFacets(
      placedSessions(
        ...sessionOf('1', '02:00:00', '02:00:01', { who: 'alice' }),
        ...sessionOf('2', '02:00:02', '02:00:03', { account: 'root', who: 'bob' }),
        ...sessionOf('3', '02:00:04', '02:00:05', { who: 'alice', host: 'node-2' })
      )
    );
    expect(facets).toEqual({
      accounts: [
        { value: 'ubuntu', count: 2 },
        { value: 'root', count: 1 },
      ],
      persons: [
        { value: 'alice', count: 2 },
        { value: 'bob', count: 1 },
      ],
      clusters: [{ value: 'wc', count: 3 }],
      hosts: [
        { value: 'node-1', count: 2 },
        { value: 'node-2', count: 1 },
      ],
      sourceIps: [{ value: '192.0.2.1', count: 3 }],
      fingerprints: [
        { value: 'SHA256:alice', count: 2 },
        { value: 'SHA256:bob', count: 1 },
      ],
      statuses: [{ value: 'identified', count: 3 }],
    });
    expect(facetsLeftOut).toBeUndefined();
  });

  it('are at most 500, and how many are not listed is said', () => {
    const [{ session, login }] = placedSessions(...sessionOf('1', '02:00:00', '02:00:01'));
    const sessions = Array.from({ length: 503 }, (_, i) => ({
      session: { ...session, account: `account-${i}` },
      login,
      commands: [],
    }));
    const { facets, facetsLeftOut } = toFacets(sessions);
    expect(facets.accounts).toHaveLength(500);
    expect(facetsLeftOut).toEqual({ accounts: 3 });
  });
});
