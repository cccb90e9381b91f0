/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { sessionLines } from './support/authlog_lines';
import { routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const DAY = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59Z' };

const routes = () =>
  routesAs({
    indexPattern: 'kubeaudit-linked-*',
    authlogPattern: 'authlog-linked-*',
    user: 'admin',
    now: new Date('2026-01-28T00:00:00Z'),
  });

beforeAll(() =>
  writeRecords(
    'authlog-linked-1',
    ['08', '09', '10'].flatMap((hour) =>
      sessionLines('alice', hour, `2026-01-27T${hour}:00:00.100Z`, `2026-01-27T${hour}:30:00.100Z`)
    )
  )
);

it('one session is found by its id, on whichever page it is and whatever the filters', async () => {
  const { body: all } = await routes().sshSessions({ timeRange: DAY });
  expect(all.sessions).toHaveLength(3);
  const [, , oldest] = all.sessions;
  const { status, body } = await routes().sshSessions({
    timeRange: DAY,
    session: oldest.id,
    filters: { accounts: ['nobody'] },
    limit: 1,
  });
  expect(status).toBe(200);
  expect(body.sessions).toEqual([oldest]);
  expect(body.nextCursor).toBeUndefined();
  const gone = await routes().sshSessions({ timeRange: DAY, session: 'gone' });
  expect(gone.body.sessions).toEqual([]);
});
