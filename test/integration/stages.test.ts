/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../common/api/kube_filters';
import { auditRecord } from './support/audit_record';
import { EVER, routesAs, type PluginRoutes } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const AT = '2026-01-27T10:00:00.100000Z';
const EXEC = { resource: 'pods', subresource: 'exec', name: 'web-0', code: 101, at: AT };
const panicking = { auditId: 'panic', verb: 'watch', at: AT };
const created = { auditId: 'created', verb: 'create', at: AT };
const acting = { auditId: 'acting', user: 'admin@example.com', verb: 'delete', at: AT };

const RECORDS = [
  // Two rows for one request, where the policy logs RequestReceived.
  auditRecord({ auditId: 'usual', stage: 'RequestReceived', code: null, decision: null, at: AT }),
  auditRecord({ auditId: 'usual', at: AT, time: '2026-01-27T10:00:00.350000000+00:00' }),
  // A session that is over, and one that is not.
  auditRecord({ ...EXEC, auditId: 'closed', verb: 'get', stage: 'ResponseStarted' }),
  auditRecord({
    ...EXEC,
    auditId: 'closed',
    verb: 'get',
    time: '2026-01-27T12:00:00.000000000+00:00',
  }),
  auditRecord({ ...EXEC, auditId: 'open', verb: 'create', stage: 'ResponseStarted' }),
  // Refused before anybody was known.
  auditRecord({
    auditId: 'refused',
    stage: 'ResponseStarted',
    user: null,
    code: 401,
    decision: null,
    at: AT,
  }),
  // Received, and nothing more.
  auditRecord({
    auditId: 'received',
    stage: 'RequestReceived',
    code: null,
    decision: null,
    at: AT,
  }),
  // A watch that began well and crashed.
  auditRecord({ ...panicking, stage: 'ResponseStarted', code: 200 }),
  auditRecord({ ...panicking, stage: 'Panic', code: 500 }),
  // The name is known only after the object was made.
  auditRecord({ ...created, stage: 'RequestReceived', code: null, name: undefined }),
  auditRecord({ ...created, code: 201, name: 'web-abc12' }),
  // Impersonation that only one stage tells.
  auditRecord({ ...acting, stage: 'ResponseStarted', impersonated: 'bob@example.com' }),
  auditRecord({ ...acting }),
];

let routes: PluginRoutes;

async function find(filters: KubeFilters) {
  const { status, body } = await routes.events({ timeRange: EVER, filters });
  expect(status).toBe(200);
  expect(body.total.value).toBe(body.events.length);
  const summary = await routes.summary({ timeRange: EVER, filters });
  expect(summary.body.requests).toEqual({ value: body.events.length, relation: 'eq' });
  return Object.fromEntries(body.events.map((event) => [event.auditId, event]));
}

beforeAll(async () => {
  await writeRecords('kubeaudit-stages-1', RECORDS);
  routes = routesAs({ indexPattern: 'kubeaudit-stages-*' });
});
afterAll(() => routes.close());

describe('stages of one request', () => {
  it('are one event each', async () => {
    const events = await find({});
    expect(Object.keys(events).sort()).toEqual([
      'acting',
      'closed',
      'created',
      'open',
      'panic',
      'received',
      'refused',
      'usual',
    ]);
    expect(events.usual).toMatchObject({ state: 'complete', durationMs: 250, duplicates: 0 });
  });

  it('tell an open session from a closed one, by both verbs', async () => {
    const events = await find({ resources: ['pods/exec'] });
    expect(events.closed).toMatchObject({ state: 'complete', verb: 'get', durationMs: 7_199_900 });
    expect(events.open).toMatchObject({ state: 'open', verb: 'create', code: 101 });
    expect(events.open.durationMs).toBeUndefined();
  });

  it('never make a request without a response a success', async () => {
    expect((await find({})).received).toMatchObject({ outcome: 'unknown', state: 'open' });
    expect(Object.keys(await find({ outcomes: ['unknown'] }))).toEqual(['received']);
    expect(Object.keys(await find({ outcomes: ['success'] })).sort()).toEqual([
      'acting',
      'closed',
      'created',
      'open',
      'usual',
    ]);
  });

  it('let a panic decide over the start of the response', async () => {
    expect((await find({ outcomes: ['server_error'] })).panic).toMatchObject({ code: 500 });
  });

  it('are not torn by an excluded outcome', async () => {
    const events = await find({ exclude: { outcomes: ['success'] } });
    expect(Object.keys(events).sort()).toEqual(['panic', 'received', 'refused']);
  });

  it('are found and left out by a name that only one of them has', async () => {
    expect((await find({ names: ['web-abc12'] })).created).toMatchObject({ code: 201 });
    expect((await find({ exclude: { names: ['web-abc12'] } })).created).toBeUndefined();
  });

  it('show both names of an impersonation, whichever stage has it', async () => {
    for (const impersonated of [true, ['bob@example.com']]) {
      const events = await find({ impersonated });
      expect(Object.keys(events)).toEqual(['acting']);
      expect(events.acting).toMatchObject({
        user: 'admin@example.com',
        impersonatedUser: 'bob@example.com',
        state: 'complete',
      });
    }
    expect((await find({ impersonated: false })).acting).toBeUndefined();
  });

  it('count a 401 as refused before authentication', async () => {
    const events = await find({ userKinds: ['unauthenticated'] });
    expect(Object.values(events)).toHaveLength(1);
    expect(events.refused).toMatchObject({
      state: 'refused_before_authentication',
      outcome: 'unauthenticated',
      user: '',
    });
  });
});

describe('an event of a period', () => {
  it('is the whole event, though a stage lies after its end', async () => {
    const timeRange = { from: '2026-01-27T10:00:00Z', to: '2026-01-27T10:30:00Z' };
    const { body } = await routes.events({ timeRange, filters: { resources: ['pods/exec'] } });
    expect(body.events.find(({ auditId }) => auditId === 'closed')?.state).toBe('complete');
  });

  it('is told of when it began earlier', async () => {
    const timeRange = { from: '2026-01-27T11:00:00Z', to: '2026-01-27T13:00:00Z' };
    const { body } = await routes.events({ timeRange });
    expect(body.events).toEqual([]);
    expect(body.beganEarlier).toBe(1);
  });
});
