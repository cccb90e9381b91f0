/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshFilters } from '../../common/api/ssh_sessions';
import { chooseSessions } from './choose_sessions';
import { placedSessions, sessionOf } from './placed_sessions.test_support';

const ALL = placedSessions(
  ...sessionOf('1', '02:00:00', '02:00:01', { who: 'alice' }),
  ...sessionOf('2', '03:00:00', '03:00:01', { account: 'root', who: 'bob', ip: '192.0.2.2' }),
  ...sessionOf('3', '04:00:00', '04:00:01', { method: 'password', host: 'node-2' })
);
const hours = (request: { session?: string; filters?: SshFilters }) =>
  chooseSessions(ALL, request).chosen.map(({ session }) => session.startedAt?.slice(11, 13));

describe('the sessions that are chosen', () => {
  it.each<[SshFilters, string[]]>([
    [{}, ['02', '03', '04']],
    [{ accounts: ['root'] }, ['03']],
    [{ accounts: ['root', 'ubuntu'] }, ['02', '03', '04']],
    [{ persons: ['alice'] }, ['02']],
    [{ hosts: ['node-2'] }, ['04']],
    [{ clusters: ['other'] }, []],
    [{ sourceIps: ['192.0.2.1'] }, ['02', '04']],
    // A login without a key has none that could match.
    [{ fingerprints: ['SHA256:alice'] }, ['02']],
    [{ statuses: ['unidentified'] }, ['04']],
    [{ accounts: ['ubuntu'], persons: ['bob'] }, []],
  ])('by %j are those of %j', (filters, expected) => {
    expect(hours({ filters })).toEqual(expected);
  });

  it('by an id are that one, whatever the filters', () => {
    const [, second] = ALL;
    expect(hours({ session: second.session.id, filters: { accounts: ['ubuntu'] } })).toEqual([
      '03',
    ]);
    expect(hours({ session: 'gone' })).toEqual([]);
  });
});
