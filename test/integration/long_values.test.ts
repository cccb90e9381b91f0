/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../common/api/kube_filters';
import { auditRecord } from './support/audit_record';
import { EVER, routesAs, type PluginRoutes } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const long = (word: string) => `${word}-${'x'.repeat(150)}-${'y'.repeat(150)}`;
const USER = `${long('user')}@example.com`;
const NAME = long('name');
const NAMESPACE = long('namespace');
const AUDIT_ID = long('audit');

let routes: PluginRoutes;

beforeAll(async () => {
  await writeRecords('kubeaudit-long-1', [
    auditRecord({ auditId: 'long-user', user: USER }),
    auditRecord({ auditId: 'long-user-too', user: `${USER}.not` }),
    auditRecord({ auditId: 'long-name', name: NAME, code: 404 }),
    auditRecord({ auditId: 'long-namespace', namespace: NAMESPACE }),
    auditRecord({ auditId: AUDIT_ID, stage: 'ResponseStarted', verb: 'watch' }),
    auditRecord({ auditId: AUDIT_ID, verb: 'watch' }),
    auditRecord({ auditId: 'long-uri', uri: `/api/v1/pods?x=${'z'.repeat(5000)}` }),
    auditRecord({ auditId: 'short' }),
  ]);
  routes = routesAs({ indexPattern: 'kubeaudit-long-*' });
});
afterAll(() => routes.close());

async function idsOf(filters: KubeFilters) {
  const { body } = await routes.events({ timeRange: EVER, filters });
  expect(body.total).toEqual({ value: body.events.length, relation: 'eq' });
  return body.events.map(({ auditId }) => auditId).sort();
}

it('events with long values are counted and listed like all others', async () => {
  expect(await idsOf({})).toHaveLength(7);
});

it('a long user is listed by name, once', async () => {
  const { body } = await routes.users({ timeRange: EVER });
  expect(body.users.map(({ name, requests }) => [name, requests])).toEqual([
    ['alice@example.com', 5],
    [USER, 1],
    [`${USER}.not`, 1],
  ]);
  const found = await routes.users({ timeRange: EVER, search: 'USER-XXX' });
  expect(found.body.population).toBe(2);
});

it.each([
  ['user', { users: [USER] }, ['long-user']],
  ['object name', { names: [NAME] }, ['long-name']],
  ['namespace', { namespaces: [NAMESPACE] }, ['long-namespace']],
])('a filter for a long %s finds exactly it', async (_what, filters, expected) => {
  expect(await idsOf(filters)).toEqual(expected);
});

it('a long value can be left out', async () => {
  const ids = await idsOf({ exclude: { users: [USER], names: [NAME] } });
  expect(ids).not.toContain('long-user');
  expect(ids).not.toContain('long-name');
  expect(ids).toContain('long-user-too');
  expect(ids).toHaveLength(5);
});

it('facets hold long values', async () => {
  const { body } = await routes.summary({ timeRange: EVER });
  expect(body.facets.users.values.map(({ value }) => value)).toContain(USER);
  expect(body.facets.names.values).toEqual([{ value: NAME, count: 1 }]);
  expect(body.facets.namespaces.values.map(({ value }) => value)).toContain(NAMESPACE);
});

it('stages with a long audit id are one event, which opens', async () => {
  const { body } = await routes.events({ timeRange: EVER, filters: { verbs: ['watch'] } });
  expect(body.events).toHaveLength(1);
  expect(body.events[0].stages).toEqual(['ResponseStarted', 'ResponseComplete']);
  const one = await routes.event({ document: body.events[0].document });
  expect(one.body.stages).toHaveLength(2);
});
