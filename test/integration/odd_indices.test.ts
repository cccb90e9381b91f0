/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { auditRecord } from './support/audit_record';
import { EVER, routesAs, type PluginRoutes } from './support/plugin_routes';
import { createIndex, writeRecords } from './support/write_records';

const open: PluginRoutes[] = [];
const over = (indexPattern: string) => {
  const routes = routesAs({ indexPattern });
  open.push(routes);
  return routes;
};
afterAll(() => Promise.all(open.map((routes) => routes.close())));

const codesOf = (body: { completeness: { reasons: Array<{ code: string }> } }) =>
  body.completeness.reasons.map(({ code }) => code);

it('no index is an error, not an empty log', async () => {
  const routes = over('kubeaudit-there-is-none-*');
  for (const { status, body } of [
    await routes.events({ timeRange: EVER }),
    await routes.summary({ timeRange: EVER }),
    await routes.users({ timeRange: EVER }),
  ]) {
    expect(status).toBe(404);
    expect(body).toMatchObject({ attributes: { code: 'index_missing' } });
  }
  expect((await routes.status()).body.sources.kubeaudit).toMatchObject({ state: 'missing' });
});

it('a fresh index without a mapping is an empty log', async () => {
  await createIndex('kubeaudit-fresh-1');
  const routes = over('kubeaudit-fresh-*');
  const { status, body } = await routes.events({ timeRange: EVER, summary: true });
  expect(status).toBe(200);
  expect(body.total).toEqual({ value: 0, relation: 'eq' });
  expect(body.recordsInRange).toBe(0);
  expect(codesOf(body)).toEqual([]);
  expect((await routes.users({ timeRange: EVER })).body.population).toBe(0);
});

it('documents that are no audit records are counted and said', async () => {
  const at = '2026-01-27T10:00:00.000Z';
  await writeRecords('kubeaudit-odd-1', [
    auditRecord({ auditId: 'good' }),
    { '@timestamp': at, message: 'something else', verb: 'get' },
    auditRecord({ more: { auditID: undefined } }),
    auditRecord({ more: { stage: undefined } }),
    auditRecord({ more: { requestReceivedTimestamp: undefined } }),
  ]);
  const routes = over('kubeaudit-odd-*');
  const { body } = await routes.events({ timeRange: EVER });
  expect(body.events.map(({ auditId }) => auditId)).toEqual(['good']);
  expect(body.completeness.reasons.find(({ code }) => code === 'unparsed_lines')?.count).toBe(4);
  const summary = await routes.summary({ timeRange: EVER });
  expect(summary.body.requests.value).toBe(1);
  expect(codesOf(summary.body)).toContain('unparsed_lines');
});

it('a record that nests what others write flat is read all the same', async () => {
  await writeRecords('kubeaudit-nested-1', [
    auditRecord({
      auditId: 'nested',
      more: { 'cluster.name': undefined, cluster: { name: 'prod-sc' } },
    }),
  ]);
  const { body } = await over('kubeaudit-nested-*').events({
    timeRange: EVER,
    filters: { clusters: ['prod-sc'] },
  });
  expect(body.events[0]).toMatchObject({ auditId: 'nested', cluster: 'prod-sc' });
});

it('an index whose user is mapped without keyword is named', async () => {
  await createIndex('kubeaudit-keyword-1', {
    user: { properties: { username: { type: 'keyword' } } },
  });
  await writeRecords('kubeaudit-keyword-1', [auditRecord({ user: 'hidden@example.com' })]);
  await writeRecords('kubeaudit-keyword-2', [auditRecord({ user: 'alice@example.com' })]);
  const { body } = await over('kubeaudit-keyword-*').events({
    timeRange: EVER,
    filters: { users: ['hidden@example.com'] },
  });
  expect(body.completeness.complete).toBe(false);
  const reason = body.completeness.reasons.find(({ code }) => code === 'mapping_conflict');
  expect(reason?.fields).toEqual(['user.username']);
  expect(reason?.indices).toEqual(['kubeaudit-keyword-1']);
});

it('an index that cannot sort by receipt time makes the answer partial', async () => {
  await createIndex('kubeaudit-textdate-1', { requestReceivedTimestamp: { type: 'text' } });
  await writeRecords('kubeaudit-textdate-1', [auditRecord({ auditId: 'lost' })]);
  await writeRecords('kubeaudit-textdate-2', [auditRecord({ auditId: 'found' })]);
  const { status, body } = await over('kubeaudit-textdate-*').events({ timeRange: EVER });
  expect(status).toBe(200);
  expect(body.events.map(({ auditId }) => auditId)).toEqual(['found']);
  expect(codesOf(body)).toEqual(expect.arrayContaining(['shard_failures', 'mapping_conflict']));
  expect(body.total.relation).toBe('gte');
  const only = await over('kubeaudit-textdate-1').events({ timeRange: EVER });
  expect(only.status).toBe(502);
  expect(only.body).toMatchObject({ attributes: { code: 'upstream_error' } });
});

it('a log that begins after the period does is said to', async () => {
  const { body } = await over('kubeaudit-odd-*').events({
    timeRange: { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
  });
  const reason = body.completeness.reasons.find(({ code }) => code === 'retention_starts_later');
  expect(reason?.instant).toBe('2026-01-27T10:00:00.000Z');
});
