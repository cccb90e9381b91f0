/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { auditRecord } from './support/audit_record';
import { EVER, routesAs, type PluginRoutes } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const forged = { auditId: 'chosen-by-the-client', user: 'mallory@example.com' };

let routes: PluginRoutes;

beforeAll(async () => {
  const twice = auditRecord({ auditId: 'delivered-twice', user: 'alice@example.com' });
  await writeRecords('kubeaudit-repeated-1', [
    twice,
    auditRecord({ ...forged, at: '2026-01-27T10:00:00.100000Z', verb: 'get' }),
    auditRecord({ ...forged, at: '2026-01-27T10:00:00.200000Z', verb: 'delete' }),
    // The same millisecond, other requests.
    auditRecord({
      ...forged,
      at: '2026-01-27T10:00:00.100000Z',
      verb: 'create',
      resource: 'secrets',
    }),
    auditRecord({ ...forged, at: '2026-01-27T10:00:00.100000Z', verb: 'get', cluster: 'prod-sc' }),
    auditRecord({ ...forged, at: '2026-01-27T10:00:00.100000Z', user: 'eve@example.com' }),
  ]);
  await writeRecords('kubeaudit-repeated-2', [twice, twice]);
  routes = routesAs({ indexPattern: 'kubeaudit-repeated-*' });
});
afterAll(() => routes.close());

it('a record that was delivered three times, into two indices, is one event', async () => {
  const filters = { users: ['alice@example.com'] };
  const { body } = await routes.events({ timeRange: EVER, filters, summary: true });
  expect(body.total).toEqual({ value: 1, relation: 'eq' });
  expect(body.events[0]).toMatchObject({ auditId: 'delivered-twice', duplicates: 2 });
  expect(body.summary?.headline.duplicates).toBe(2);
  const one = await routes.event({ document: body.events[0].document });
  expect(one.body.stages).toHaveLength(3);
});

it('requests that share an audit id stay apart', async () => {
  const { body } = await routes.events({
    timeRange: EVER,
    filters: { users: ['mallory@example.com'] },
  });
  expect(body.total).toEqual({ value: 4, relation: 'eq' });
  expect(body.events.map(({ verb, cluster }) => `${verb} ${cluster}`).sort()).toEqual([
    'create prod-wc',
    'delete prod-wc',
    'get prod-sc',
    'get prod-wc',
  ]);
  const users = await routes.users({ timeRange: EVER });
  expect(Object.fromEntries(users.body.users.map((u) => [u.name, u.requests]))).toEqual({
    'mallory@example.com': 4,
    'alice@example.com': 1,
    'eve@example.com': 1,
  });
  const summary = await routes.summary({ timeRange: EVER });
  expect(summary.body.facets.users.values).toEqual([
    { value: 'mallory@example.com', count: 4 },
    { value: 'alice@example.com', count: 1 },
    { value: 'eve@example.com', count: 1 },
  ]);
});
