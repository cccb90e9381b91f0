/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ENDPOINTS } from '../../common/api/endpoints';
import { auditRecord } from './support/audit_record';
import { EVER, routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const routes = routesAs({ indexPattern: 'kubeaudit-requests-*' });
const { kubeEvents, kubeEvent, users, kubeSummary } = ENDPOINTS;

beforeAll(() => writeRecords('kubeaudit-requests-1', [auditRecord({ auditId: 'one' })]));
afterAll(() => routes.close());

describe('a request that is not understood is refused by name', () => {
  it.each<[string, unknown, RegExp]>([
    [kubeEvents, {}, /timeRange/],
    [kubeEvents, { timeRange: EVER, index: '*' }, /unknown key: index/],
    [kubeEvents, { timeRange: EVER, filters: { user: ['a'] } }, /unknown key: filters\.user/],
    [kubeEvents, { timeRange: EVER, filters: { users: [] } }, /filters\.users/],
    [kubeEvents, { timeRange: EVER, filters: { users: 'alice' } }, /filters\.users/],
    [kubeEvents, { timeRange: EVER, filters: { outcomes: ['odd'] } }, /filters\.outcomes/],
    [kubeEvents, { timeRange: EVER, filters: { users: Array(61).fill('a') } }, /filters\.users/],
    [kubeEvents, { timeRange: EVER, limit: 1001 }, /limit/],
    [kubeEvents, { timeRange: EVER, query: { match_all: {} } }, /unknown key: query/],
    [kubeEvents, { timeRange: { from: 'yesterday', to: 'now' } }, /timeRange\.from/],
    [kubeEvents, { timeRange: { from: 'now', to: 'now-1d' } }, /before/],
    [
      kubeEvents,
      JSON.parse('{"timeRange":{"from":"now-1d","to":"now","__proto__":{"x":1}}}'),
      /__proto__/,
    ],
    [users, { timeRange: EVER, sort: 'name' }, /unknown key: sort/],
    [kubeSummary, { timeRange: EVER, aggs: {} }, /unknown key: aggs/],
    [kubeEvent, { document: { index: 'kubeaudit-requests-*', id: '1' } }, /not an index/],
    [kubeEvent, { document: { index: 'kubeaudit-requests-1,authlog-1', id: '1' } }, /not an index/],
    [kubeEvent, { document: { index: '.opendistro_security', id: '1' } }, /not an index/],
    [kubeEvent, { document: { index: 'remote:kubeaudit-requests-1', id: '1' } }, /not an index/],
    [kubeEvent, { document: { index: '<kubeaudit-requests-{now/d}>', id: '1' } }, /not an index/],
  ])('%s %j', async (path, body, message) => {
    const answer = await routes.raw(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.attributes.code).toBe('invalid_request');
    expect(answer.body.message).toMatch(message);
  });
});

it.each(['*', 'pods*', 'user.username:*', '" OR 1==1', '{"match_all":{}}', '\u0000', '../..'])(
  'a value is a value, whatever it looks like: %j',
  async (value) => {
    for (const filter of ['users', 'clusters', 'resources', 'names', 'sourceIps']) {
      const { status, body } = await routes.events({
        timeRange: EVER,
        filters: { [filter]: [value] },
      });
      expect(status).toBe(200);
      expect(body.events).toEqual([]);
      expect(body.total).toEqual({ value: 0, relation: 'eq' });
    }
  }
);

it('an event that is gone is not there, and not an empty event', async () => {
  const { status, body } = await routes.event({
    document: { index: 'kubeaudit-requests-1', id: 'gone' },
  });
  expect(status).toBe(404);
  expect(body).toMatchObject({ attributes: { code: 'index_missing' } });
});

it('OpenSearch that cannot be reached is unavailable', async () => {
  const down = routesAs({ indexPattern: 'kubeaudit-requests-*', url: 'http://127.0.0.1:9' });
  for (const { status, body } of [
    await down.events({ timeRange: EVER }),
    await down.users({ timeRange: EVER }),
    await down.status(),
  ]) {
    expect(status).toBe(503);
    expect(body).toMatchObject({ attributes: { code: 'upstream_unavailable' } });
  }
  await down.close();
});
