/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ENDPOINTS } from '../../common/api/endpoints';
import type { KubeEvent } from '../../common/api/kube_events';
import { auditRecord } from './support/audit_record';
import { EVER, routesAs, type PluginRoutes } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

/** Microseconds within one millisecond, as text. */
const instant = (micros: number) => `2026-01-27T10:00:00.100${String(micros).padStart(3, '0')}Z`;

function* sameMillisecond(count: number, prefix: string) {
  for (let i = 0; i < count; i += 1) {
    yield auditRecord({ auditId: `${prefix}-${i}`, at: instant(i % 1000), name: `pod-${i}` });
  }
}

async function readAll(routes: PluginRoutes, limit: number) {
  const events: KubeEvent[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const { status, body } = await routes.events({ timeRange: EVER, limit, cursor });
    expect(status).toBe(200);
    events.push(...body.events);
    cursor = body.nextCursor;
    pages += 1;
  } while (cursor);
  return { events, pages };
}

describe('many events in one millisecond', () => {
  const routes = routesAs({ indexPattern: 'kubeaudit-millisecond-*' });
  beforeAll(() => writeRecords('kubeaudit-millisecond-1', sameMillisecond(3000, 'burst')));
  afterAll(() => routes.close());

  it.each([97, 1000])('are neither skipped nor repeated in pages of %d', async (limit) => {
    const { events } = await readAll(routes, limit);
    expect(events).toHaveLength(3000);
    expect(new Set(events.map(({ auditId }) => auditId)).size).toBe(3000);
  });

  it('come in the order of their microseconds', async () => {
    const { events } = await readAll(routes, 500);
    const times = events.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual([...times].sort().reverse());
  });
});

it('more events in a millisecond than OpenSearch gives are said to be cut', async () => {
  const routes = routesAs({ indexPattern: 'kubeaudit-crowd-*' });
  await writeRecords('kubeaudit-crowd-1', sameMillisecond(10_500, 'crowd'));
  const { body } = await routes.events({ timeRange: EVER, limit: 100, summary: true });
  expect(body.completeness.complete).toBe(false);
  expect(body.completeness.reasons.map(({ code }) => code)).toContain('scan_limit_reached');
  // Counting reads on where listing does not.
  expect(body.total).toEqual({ value: 10_500, relation: 'eq' });
  await routes.close();
});

describe('events that arrive between two pages', () => {
  const routes = routesAs({
    indexPattern: 'kubeaudit-moving-*',
    now: new Date('2026-01-28T00:00:00Z'),
  });
  const at = (second: number) => `2026-01-27T10:00:${String(second).padStart(2, '0')}.000000Z`;
  afterAll(() => routes.close());

  it('change neither the period nor what was already listed', async () => {
    const ids = [10, 20, 30, 40].map((second) =>
      auditRecord({ auditId: `at-${second}`, at: at(second) })
    );
    await writeRecords('kubeaudit-moving-1', ids);
    const timeRange = { from: 'now-7d', to: 'now' };
    const first = await routes.events({ timeRange, limit: 2 });
    expect(first.body.events.map(({ auditId }) => auditId)).toEqual(['at-40', 'at-30']);
    await writeRecords('kubeaudit-moving-1', [
      auditRecord({ auditId: 'newer', at: at(50) }),
      auditRecord({ auditId: 'late', at: at(15) }),
    ]);
    const later = routesAs({
      indexPattern: 'kubeaudit-moving-*',
      now: new Date('2026-03-01T00:00:00Z'),
    });
    const next = await later.events({ timeRange, limit: 10, cursor: first.body.nextCursor });
    expect(next.body.events.map(({ auditId }) => auditId)).toEqual(['at-20', 'late', 'at-10']);
    expect(next.body.range).toEqual(first.body.range);
    expect(next.body.range.to).toBe('2026-01-28T00:00:00.000Z');
    expect(next.body.nextCursor).toBeUndefined();
    await later.close();
  });
});

describe('a cursor', () => {
  const routes = routesAs({ indexPattern: 'kubeaudit-moving-*' });
  afterAll(() => routes.close());
  const ask = (cursor: string, filters = {}) =>
    routes.raw(ENDPOINTS.kubeEvents, { timeRange: EVER, limit: 1, filters, cursor });

  it.each([
    ['garbage', 'not base64 of anything'],
    ['another shape', Buffer.from('{"v":1}').toString('base64url')],
    ['a list', Buffer.from('[]').toString('base64url')],
  ])('of %s is refused', async (_name, cursor) => {
    const { status, body } = await ask(cursor);
    expect(status).toBe(400);
    expect(body.attributes.code).toBe('invalid_request');
  });

  it('of other filters is refused', async () => {
    const { body } = await routes.events({ timeRange: EVER, limit: 1 });
    const { status } = await ask(body.nextCursor ?? '', { users: ['bob@example.com'] });
    expect(status).toBe(400);
  });

  it('of another user asks under one’s own rights', async () => {
    const { body } = await routes.events({ timeRange: EVER, limit: 1 });
    const nobody = routesAs({ indexPattern: 'kubeaudit-moving-*', user: 'nobody' });
    const { status } = await nobody.events({ timeRange: EVER, limit: 1, cursor: body.nextCursor });
    expect(status).toBe(403);
    await nobody.close();
  });
});
