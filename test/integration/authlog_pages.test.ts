/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { openSearchRequest } from '../opensearch';
import { authlogLine } from './support/authlog_lines';
import { adminConnection } from './support/connections';
import { routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const DAY = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59.999Z' };

async function ask(authlogPattern: string) {
  const routes = routesAs({
    indexPattern: 'kubeaudit-pages-*',
    authlogPattern,
    user: 'auditor',
    now: new Date('2026-01-28T00:00:00Z'),
    timeoutMs: 60_000,
  });
  const { status, body } = await routes.sshSessions({ timeRange: DAY, failures: true });
  await routes.close();
  expect([status, body]).toEqual([200, body]);
  return body;
}

/** What says that lines are missing. */
const missing = (reasons: ReadonlyArray<{ code: string }>) =>
  reasons.filter(({ code }) =>
    ['shard_failures', 'timed_out', 'scan_limit_reached'].includes(code)
  );

it('lines of one millisecond in several shards are read each once', async () => {
  const LINES = 30_011;
  await openSearchRequest({
    ...adminConnection(),
    method: 'PUT',
    path: '/authlog-shards-1',
    body: { settings: { number_of_shards: 3, number_of_replicas: 0 } },
  });
  const lines = function* () {
    for (let i = 0; i < LINES; i += 1) {
      yield authlogLine(
        '2026-01-27T08:00:00.123456+00:00',
        'sshd',
        `Failed password for root from 203.0.113.9 port ${1000 + (i % 60_000)} ssh2`,
        { pid: String(i) }
      );
    }
  };
  await writeRecords('authlog-shards-1', lines());
  const body = await ask('authlog-shards-*');
  expect(body.figures.lines).toBe(LINES);
  expect(body.failures?.attempts).toBe(LINES);
  expect(missing(body.completeness.reasons)).toEqual([]);
});

it('long lines are read, also where they come after many short ones', async () => {
  const [SHORT, LONG] = [7_000, 2_500];
  const long = 'x'.repeat(32_700);
  const lines = function* () {
    for (let i = 0; i < SHORT + LONG; i += 1) {
      const at = new Date(Date.parse('2026-01-27T08:00:00.1Z') + i).toISOString();
      const command = `COMMAND=/bin/echo ${i}${i < SHORT ? '' : ` ${long}`}`;
      yield authlogLine(at, 'sudo', `ubuntu : PWD=/ ; USER=root ; ${command}`);
    }
  };
  await writeRecords('authlog-long-lines-1', lines());
  const body = await ask('authlog-long-lines-*');
  expect(body.figures).toMatchObject({ lines: SHORT + LONG, commands: SHORT + LONG });
  expect(missing(body.completeness.reasons)).toEqual([]);
});
