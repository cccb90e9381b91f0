/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { authlogLine, sessionLines } from './support/authlog_lines';
import { routesAs } from './support/plugin_routes';
import { createIndex, writeRecords } from './support/write_records';

const DAY = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59.999Z' };
const AT = '2026-01-27T08:00:00.123456+00:00';

async function ask(authlogPattern: string) {
  const routes = routesAs({
    indexPattern: 'kubeaudit-mappings-*',
    authlogPattern,
    user: 'auditor',
    now: new Date('2026-01-28T00:00:00Z'),
    directorySeed: [{ kind: 'ssh_key', value: 'SHA256:alice', person: 'alice', shared: false }],
  });
  const { status, body } = await routes.sshSessions({ timeRange: DAY });
  await routes.close();
  return { status, body };
}

/** A session of Alice with one command, in an ordinary index. */
async function writeAlice(index: string): Promise<void> {
  const [login, opened, closed] = sessionLines('alice', '1', AT, '2026-01-27T10:00:00.5+00:00');
  const command = 'ubuntu : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/id';
  const ran = authlogLine('2026-01-27T09:00:00.5+00:00', 'sudo', command);
  await writeRecords(index, [login, opened, ran, closed]);
}

/** What the answer says of Alice's command, and of the log. */
async function findings(pattern: string) {
  const { status, body } = await ask(pattern);
  expect([status, body]).toEqual([200, body]);
  return {
    statuses: body.sessions.flatMap(({ commands }) =>
      commands.map(({ attribution }) => attribution.status)
    ),
    reasons: body.completeness.reasons.filter(
      ({ code }) => code !== 'gap_in_source' && code !== 'retention_starts_later'
    ),
  };
}

it('an index that holds nothing yet is no fault', async () => {
  await writeAlice('authlog-mapped-fresh-1');
  await createIndex('authlog-mapped-fresh-2');
  await createIndex('authlog-mapped-fresh-3', { '@timestamp': { type: 'date' } });
  expect(await findings('authlog-mapped-fresh-*')).toEqual({
    statuses: ['identified'],
    reasons: [],
  });
});

const KEYWORD = { type: 'text', fields: { keyword: { type: 'keyword' } } };

it.each<[string, string, object]>([
  ['ip', 'host', { type: 'ip', ignore_malformed: true }],
  ['text', 'ident', { type: 'text' }],
  ['keyword', 'message', { type: 'keyword' }],
  ['unsearchable', 'message', { ...KEYWORD, index: false }],
])('an index with a mapping of %s lets nobody be named', async (name, field, mapping) => {
  await writeAlice(`authlog-mapped-${name}-1`);
  await createIndex(`authlog-mapped-${name}-2`, { [field]: mapping });
  await writeRecords(`authlog-mapped-${name}-2`, [authlogLine(AT, 'kernel', 'x')]);
  const { statuses, reasons } = await findings(`authlog-mapped-${name}-*`);
  expect(statuses).toEqual(['ambiguous']);
  expect(reasons).toContainEqual(
    expect.objectContaining({
      code: 'mapping_conflict',
      source: 'authlog',
      fields: [field],
      indices: [`authlog-mapped-${name}-2`],
    })
  );
});

it('hosts and programs may be keywords', async () => {
  await createIndex('authlog-mapped-keywords-1', {
    host: { type: 'keyword' },
    ident: { type: 'keyword' },
  });
  await writeAlice('authlog-mapped-keywords-1');
  await writeAlice('authlog-mapped-keywords-2');
  const { statuses, reasons } = await findings('authlog-mapped-keywords-*');
  expect([statuses, reasons]).toEqual([['identified'], []]);
});

it('documents without a time are counted, and may be logins', async () => {
  await writeAlice('authlog-mapped-untimed-1');
  const untimed = { ...authlogLine(AT, 'sshd', 'x') } as Partial<Record<string, string>>;
  delete untimed['@timestamp'];
  await writeRecords('authlog-mapped-untimed-1', [untimed]);
  expect(await findings('authlog-mapped-untimed-*')).toEqual({
    statuses: ['ambiguous'],
    reasons: [expect.objectContaining({ code: 'unparsed_lines', count: 1, source: 'authlog' })],
  });
});

it('times that are no dates in an index are said', async () => {
  await writeAlice('authlog-mapped-times-1');
  await createIndex('authlog-mapped-times-2', { '@timestamp': { type: 'keyword' } });
  await writeRecords('authlog-mapped-times-2', [authlogLine(AT, 'sshd', 'x')]);
  const { statuses, reasons } = await findings('authlog-mapped-times-*');
  expect(statuses).toEqual(['ambiguous']);
  expect(reasons).toContainEqual(
    expect.objectContaining({
      code: 'mapping_conflict',
      fields: ['@timestamp'],
      indices: ['authlog-mapped-times-2'],
    })
  );
});
