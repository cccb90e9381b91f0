/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createServer, type AddressInfo } from 'net';
import { ENDPOINTS } from '../../common/api/endpoints';
import { connectionOf } from './support/connections';
import { because, looksIn, lookers } from './support/access_steps';
import { auditRecord } from './support/audit_record';
import { sessionLines } from './support/authlog_lines';
import { readAll, startExport } from './support/evidence_package';
import type { Readable } from 'stream';
import { EVER, type PluginRoutes, type RouteAnswer } from './support/plugin_routes';
import { admin } from './support/review_steps';
import { writeRecords } from './support/write_records';

const { as, close } = lookers({
  indexPattern: 'kubeaudit-access-*',
  authlogPattern: 'authlog-access-*',
});
const RANGE = { from: '2020-01-01T00:00:00.000Z', to: '2030-01-01T00:00:00.000Z' };
const RECORD = { index: 'kubeaudit-access-1', id: 'first' };
const LINE = { index: 'authlog-access-1', id: 'line' };

beforeAll(async () => {
  await writeRecords('kubeaudit-access-1', [
    auditRecord({ user: 'alice@example.com' }),
    auditRecord({ user: 'bob' }),
  ]);
  await admin('PUT', `/${RECORD.index}/_doc/${RECORD.id}?refresh=true`, auditRecord());
  const lines = sessionLines('key', '1', '2026-01-27T10:00:00Z', '2026-01-27T11:00:00Z');
  await writeRecords(LINE.index, lines);
  await admin('PUT', `/${LINE.index}/_doc/${LINE.id}?refresh=true`, lines[0]);
});
afterAll(close);

type Ask = (routes: PluginRoutes) => Promise<RouteAnswer<unknown>>;
const takeEvidence: Ask = async (routes) => {
  const { status, body } = await startExport(routes, { timeRange: EVER, parts: { ssh: true } });
  if (status === 200) await readAll(body as Readable);
  return { status, body };
};
/** Asks OpenSearch itself. */
async function statusAs(user: string, method: string, path: string): Promise<number> {
  const { url, authorization } = connectionOf(user);
  return (await fetch(`${url}${path}`, { method, headers: { authorization } })).status;
}

const IN_RANGE = { kind: 'search', persons: [], range: RANGE };

const ROUTES: ReadonlyArray<[string, Ask, object]> = [
  ['users', (r) => r.users({ timeRange: EVER }), IN_RANGE],
  [
    'kube_events',
    (r) => r.events({ timeRange: EVER, filters: { users: ['bob', 'alice@example.com'] } }),
    { ...IN_RANGE, persons: ['bob', 'alice@example.com'] },
  ],
  [
    'kube_summary',
    (r) => r.summary({ timeRange: EVER, filters: { exclude: { users: ['bob'] } } }),
    IN_RANGE,
  ],
  ['kube_event', (r) => r.event({ document: RECORD }), { kind: 'record', persons: [] }],
  [
    'ssh_sessions',
    (r) => r.sshSessions({ timeRange: EVER, filters: { persons: ['alice'], accounts: ['root'] } }),
    { ...IN_RANGE, persons: ['alice', 'root'] },
  ],
  ['ssh_failures', (r) => r.sshFailures({ timeRange: EVER }), IN_RANGE],
  ['authlog_lines', (r) => r.authlogLines({ documents: [LINE] }), { kind: 'record', persons: [] }],
  ['group_accounts', (r) => r.groupAccounts({ timeRange: EVER }), IN_RANGE],
  [
    'person_timeline',
    (r) => r.personTimeline({ timeRange: EVER, person: 'alice@example.com' }),
    { kind: 'person', persons: ['alice@example.com'], range: RANGE },
  ],
  ['directory', (r) => r.directory(), { kind: 'directory', persons: [] }],
  ['evidence', takeEvidence, { kind: 'export', persons: [], range: RANGE }],
  [
    'reviews',
    (r) => r.reviews({ action: 'list', timeRange: EVER }),
    { kind: 'review', persons: [], range: RANGE },
  ],
];

describe.each(ROUTES)('%s', (name, ask, expected) => {
  it('is answered and recorded: who, whom, when, why', async () => {
    const index = `audit-user-access-route-${name}`;
    const routes = as('recorded', index, { headers: because('Incident 17: Å ändrade') });
    expect((await ask(routes)).status).toBe(200);
    const [look, ...more] = await looksIn(index);
    expect(more).toEqual([]);
    expect(look).toMatchObject({
      ...expected,
      recordVersion: 1,
      user: { name: 'recorded', authenticated: true },
      route: `/api/audit_user/${name}`,
      purpose: 'Incident 17: Å ändrade',
    });
    expect(Math.abs(Date.now() - Date.parse(look['@timestamp']))).toBeLessThan(600_000);
    expect(typeof JSON.parse(look.question)).toBe('object');
  });

  it('shows nothing to whom no look can be recorded', async () => {
    const { status, body } = await ask(as('reviewer', 'audit-user-access-nobody'));
    expect(status).toBe(403);
    expect(body).toMatchObject({
      message: expect.stringMatching(/is recorded here, in audit-user-access-nobody/) as unknown,
      attributes: { code: 'forbidden', right: 'add_or_make' },
    });
  });
});

it('nothing is written where it is off, and a purpose is no matter', async () => {
  const routes = as('auditor', undefined, { headers: { 'x-audit-user-purpose': '%' } });
  expect((await routes.users({ timeRange: EVER })).status).toBe(200);
  const indices = await admin<Array<{ index: string }>>('GET', '/_cat/indices?format=json');
  expect(indices.map(({ index }) => index)).not.toContain('audit-user-access');
});

it('the status says whether looking is recorded', async () => {
  expect((await as('auditor').status()).body.accessLog).toEqual({
    enabled: false,
    pseudonymise: false,
  });
});

it('the question itself is kept, and the period that it meant', async () => {
  const index = 'audit-user-access-question';
  const question = { timeRange: { from: 'now-1d', to: 'now' }, filters: { verbs: ['get'] } };
  const now = new Date('2026-01-28T00:00:00Z');
  await as('recorded', index, { now }).events(question);
  const [look] = await looksIn(index);
  expect(JSON.parse(look.question)).toEqual(question);
  expect(look.range).toEqual({ from: '2026-01-27T00:00:00.000Z', to: '2026-01-28T00:00:00.000Z' });
  expect(look).not.toHaveProperty('purpose');
});

it('a session that is not accepted is told as such, not as a missing right', async () => {
  const routes = as('recorded', 'audit-user-access-session', { password: 'wrong' });
  expect((await routes.users({ timeRange: EVER })).status).toBe(401);
});

it('a question that is refused by OpenSearch is recorded all the same', async () => {
  const index = 'audit-user-access-refused';
  const routes = as('recorded', index, { indexPattern: 'other-*' });
  expect((await routes.users({ timeRange: EVER })).status).toBe(404);
  expect(await looksIn(index)).toHaveLength(1);
});

it('what is given up is recorded', async () => {
  const index = 'audit-user-access-given-up';
  const { answer, abort } = as('recorded', index).abortable(ENDPOINTS.kubeEvents, {
    timeRange: EVER,
  });
  abort();
  expect((await answer).status).toBe(504);
  expect(await looksIn(index)).toHaveLength(1);
});

it('nobody changes or deletes a look', async () => {
  const index = 'audit-user-access-append';
  await as('recorded', index).users({ timeRange: EVER });
  await looksIn(index);
  const { hits } = await admin<{ hits: { hits: Array<{ _id: string }> } }>(
    'GET',
    `/${index}/_search`
  );
  const path = hits.hits[0]._id;
  expect(await statusAs('recorded', 'DELETE', `/${index}/_doc/${path}`)).toBe(403);
  expect(await statusAs('recorded', 'DELETE', `/${index}`)).toBe(403);
  const attempts = [
    () => admin('POST', `/${index}/_update/${path}`, { doc: { route: 'x' } }),
    () => admin('PUT', `/${index}/_doc/${path}`, { route: 'x' }),
    () => admin('DELETE', `/${index}/_doc/${path}`),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow('append_only');
});

it('the officer reads it, the auditor does not', async () => {
  const index = 'audit-user-access-officer';
  await as('recorded', index).users({ timeRange: EVER });
  const reading = (user: string) => statusAs(user, 'GET', `/${index}/_search`);
  expect(await reading('auditor')).toBe(403);
  expect(await reading('recorded')).toBe(403);
  expect(await reading('access-officer')).toBe(200);
  expect(await statusAs('access-officer', 'DELETE', `/${index}`)).toBe(403);
});

it('who may add and not make the index is told so, and looks when somebody made it', async () => {
  const index = 'audit-user-access-made';
  const developer = as('recorded-developer', index);
  const refused = await developer.users({ timeRange: EVER });
  expect(refused.body).toMatchObject({ attributes: { code: 'forbidden', right: 'add_or_make' } });
  const indices = await admin<Array<{ index: string }>>('GET', '/_cat/indices?format=json');
  expect(indices.map((each) => each.index)).not.toContain(index);
  await as('recorded', index).users({ timeRange: EVER });
  expect((await developer.users({ timeRange: EVER })).status).toBe(200);
  expect((await looksIn(index)).map(({ user }) => user.name)).toEqual([
    'recorded',
    'recorded-developer',
  ]);
});

it('an index that takes no documents refuses every look', async () => {
  const index = 'audit-user-access-full';
  const routes = as('recorded', index);
  await routes.users({ timeRange: EVER });
  await admin('PUT', `/${index}/_settings`, { 'index.blocks.write': true });
  const { status, body } = await routes.users({ timeRange: EVER });
  expect(status).toBe(503);
  expect(body).toMatchObject({
    message: expect.stringContaining('Nothing is shown') as unknown,
    attributes: { code: 'upstream_unavailable' },
  });
});

it.each<[string, string]>([
  ['half a percent sign', '%e4%'],
  ['bytes of another encoding', '%e4'],
  ['a line break', 'a%0Ab'],
  ['a terminal escape', '%1b[2J'],
  ['text that turns around', 'a%E2%80%AEb'],
  ['501 characters', 'x'.repeat(501)],
  ['raw bytes', 'caf\u00e9'],
])('a purpose of %s is refused, and nothing is asked', async (_what, purpose) => {
  const index = 'audit-user-access-hostile';
  const routes = as('recorded', index, { headers: { 'x-audit-user-purpose': purpose } });
  const { status, body } = await routes.users({ timeRange: EVER });
  expect(status).toBe(400);
  expect(body).toMatchObject({ attributes: { code: 'invalid_request' } });
  expect(await looksIn(index)).toEqual([]);
});

it.each([
  '</script><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x")',
  '{"user":{"name":"admin"}}',
  '𝔘'.repeat(500),
])('a purpose such as %s is kept as it is', async (purpose) => {
  const index = 'audit-user-access-odd';
  const routes = as('recorded', index, { headers: because(purpose) });
  expect((await routes.users({ timeRange: EVER })).status).toBe(200);
  const looks = await looksIn(index);
  expect(looks[looks.length - 1]).toMatchObject({ purpose, user: { name: 'recorded' } });
});

it('an answer never comes before its record: an OpenSearch that does not take it shows nothing', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  await new Promise((resolve) => silent.close(resolve));
  const routes = as('recorded', 'audit-user-access-x', { url: `http://127.0.0.1:${port}` });
  expect((await routes.users({ timeRange: EVER })).status).toBe(503);
});
