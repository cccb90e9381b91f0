/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { auditRecord } from './support/audit_record';
import { EVER, routesAs, type PluginRoutes } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const PATTERN = 'kubeaudit-rights-*';
const open: PluginRoutes[] = [];
const as = (user: string, more: { password?: string } = {}) => {
  const routes = routesAs({
    indexPattern: PATTERN,
    authlogPattern: 'authlog-rights-*',
    user,
    ...more,
  });
  open.push(routes);
  return routes;
};

beforeAll(async () => {
  await writeRecords('kubeaudit-rights-1', [
    auditRecord({ auditId: 'wc', cluster: 'prod-wc', user: 'alice@example.com' }),
    auditRecord({ auditId: 'sc', cluster: 'prod-sc', user: 'bob@example.com' }),
  ]);
  await writeRecords('authlog-rights-1', [
    { '@timestamp': '2026-01-27T10:00:00Z', host: 'node-1', ident: 'sshd', message: 'x' },
  ]);
});
afterAll(() => Promise.all(open.map((routes) => routes.close())));

it('a reader reads', async () => {
  const { status, body } = await as('auditor').events({ timeRange: EVER });
  expect(status).toBe(200);
  expect(body.total.value).toBe(2);
  expect((await as('auditor').status()).body.sources).toMatchObject({
    kubeaudit: { state: 'readable', records: 2 },
    authlog: { state: 'readable', records: 1, firstRecord: '2026-01-27T10:00:00.000Z' },
  });
});

it('a user without rights is told so by every route, never shown nothing', async () => {
  const routes = as('nobody');
  const answers = [
    await routes.events({ timeRange: EVER }),
    await routes.summary({ timeRange: EVER }),
    await routes.users({ timeRange: EVER }),
    await routes.event({ document: { index: 'kubeaudit-rights-1', id: 'any' } }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(403);
    expect(body).toMatchObject({ attributes: { code: 'forbidden' } });
  }
  expect((await routes.status()).body.sources).toMatchObject({
    kubeaudit: { state: 'forbidden' },
    authlog: { state: 'forbidden' },
  });
});

it('authlog can be forbidden while kubeaudit is allowed', async () => {
  const routes = as('developer');
  expect((await routes.events({ timeRange: EVER })).body.total.value).toBe(2);
  expect((await routes.status()).body.sources).toMatchObject({
    kubeaudit: { state: 'readable' },
    authlog: { state: 'forbidden' },
  });
});

it('a wrong password is a matter of logging in again', async () => {
  const { status, body } = await as('auditor', { password: 'wrong' }).events({ timeRange: EVER });
  expect(status).toBe(401);
  expect(body).toMatchObject({ attributes: { code: 'forbidden' } });
});

it('document-level security holds in every route', async () => {
  const routes = as('one-cluster');
  const { body } = await routes.events({ timeRange: EVER, summary: true });
  expect(body.events.map(({ cluster }) => cluster)).toEqual(['prod-wc']);
  expect(body.total).toEqual({ value: 1, relation: 'eq' });
  expect(body.recordsInRange).toBe(1);
  expect(body.summary?.facets.clusters.values).toEqual([{ value: 'prod-wc', count: 1 }]);
  const users = await routes.users({ timeRange: EVER });
  expect(users.body.users.map(({ name }) => name)).toEqual(['alice@example.com']);
  const all = await as('auditor').events({ timeRange: EVER, filters: { clusters: ['prod-sc'] } });
  const hidden = await routes.event({ document: all.body.events[0].document });
  expect(hidden.status).toBe(404);
});

it.each([
  ['hidden-user', 'user.username'],
  ['hidden-cluster', 'cluster.name'],
  ['hidden-receipt', 'requestReceivedTimestamp'],
])('%s: a hidden field is named, and the answer is not complete', async (user, field) => {
  const routes = as(user);
  const filters = user === 'hidden-user' ? { users: ['alice@example.com'] } : {};
  for (const { status, body } of [
    await routes.events({ timeRange: EVER, filters }),
    await routes.summary({ timeRange: EVER, filters }),
    await routes.users({ timeRange: EVER }),
  ]) {
    expect(status).toBe(200);
    expect(body.completeness.complete).toBe(false);
    const reason = body.completeness.reasons.find(({ code }) => code === 'fields_unavailable');
    expect(reason?.fields).toContain(field);
  }
});
