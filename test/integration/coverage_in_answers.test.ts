/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import { sessionLines } from './support/authlog_lines';
import { connectionOf } from './support/connections';
import { faultyProxy } from './support/faulty_proxy';
import { routesAs, type PluginRoutes, type RouteSettings } from './support/plugin_routes';
import { steadyLines, steadyRecords } from './support/steady_traffic';
import { writeRecords } from './support/write_records';

const NOW = new Date('2026-01-28T12:20:00Z');
const DAY = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59.999Z' };
const WRITTEN = { from: '2026-01-18T00:00:00Z', to: '2026-01-28T12:20:00Z' };
const GAP = ['2026-01-27T02:00:00Z', '2026-01-27T05:00:00Z'] as const;

const open: PluginRoutes[] = [];
const as = (settings: Partial<RouteSettings> = {}) => {
  const routes = routesAs({
    indexPattern: 'kubeaudit-answers-*',
    authlogPattern: 'authlog-answers-*',
    now: NOW,
    ...settings,
  });
  open.push(routes);
  return routes;
};
afterAll(() => Promise.all(open.map((routes) => routes.close())));

const gapsOf = (body: { completeness: { reasons: CompletenessReason[] } }) =>
  body.completeness.reasons
    .filter(({ code }) => code === 'gap_in_source')
    .map(({ source, cluster, host, instant, until }) => [source, cluster, host, instant, until]);

const BUSY = [
  'kubeaudit',
  'busy',
  undefined,
  '2026-01-27T02:00:00.000Z',
  '2026-01-27T05:00:00.000Z',
];
const NODE = ['authlog', 'wc', 'node-2', '2026-01-27T02:00:00.000Z', '2026-01-27T05:00:00.000Z'];

beforeAll(async () => {
  await writeRecords('kubeaudit-answers-1', [
    ...steadyRecords('busy', { ...WRITTEN, perHour: 20, quiet: [GAP] }),
    ...steadyRecords('day-only', { ...WRITTEN, perHour: 20, hours: (h) => h >= 6 && h < 22 }),
    ...steadyRecords('new', { ...WRITTEN, from: '2026-01-27T15:00:00Z', perHour: 20 }),
    ...steadyRecords('gone', { ...WRITTEN, to: '2026-01-19T00:00:00Z', perHour: 20 }),
  ]);
  await writeRecords('authlog-answers-1', [
    ...steadyLines('node-1', { ...WRITTEN, perHour: 12 }),
    ...steadyLines('node-2', { ...WRITTEN, perHour: 12, quiet: [GAP] }),
    ...sessionLines('x', '17', '2026-01-27T10:00:00.000Z', '2026-01-27T10:30:00.000Z'),
  ]);
});

it('a gap of three hours in a busy cluster is said by every answer about Kubernetes', async () => {
  const routes = as();
  const filters = { users: ['nobody@example.com'] };
  for (const { status, body } of [
    await routes.events({ timeRange: DAY }),
    await routes.events({ timeRange: DAY, filters }),
    await routes.summary({ timeRange: DAY, filters }),
    await routes.users({ timeRange: DAY }),
  ]) {
    expect(status).toBe(200);
    expect(gapsOf(body)).toEqual([BUSY]);
    expect(body.completeness.complete).toBe(false);
  }
});

it('a question within the gap is told that nothing is known', async () => {
  const { body } = await as().events({
    timeRange: { from: '2026-01-27T03:10:00Z', to: '2026-01-27T03:40:00Z' },
    filters: { clusters: ['busy'] },
  });
  expect(body.total.value).toBe(0);
  expect(gapsOf(body)).toEqual([BUSY]);
});

it('a quiet night is no gap, and a gap of another cluster or another time is not said', async () => {
  const routes = as();
  const night = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T05:00:00Z' };
  const quiet = await routes.events({ timeRange: night, filters: { clusters: ['day-only'] } });
  expect(quiet.body.total.value).toBe(0);
  expect(quiet.body.completeness.reasons).toEqual([]);
  const later = await routes.users({
    timeRange: { from: '2026-01-27T06:00:00Z', to: '2026-01-27T14:00:00Z' },
  });
  expect(gapsOf(later.body)).toEqual([]);
  const without = await routes.events({
    timeRange: DAY,
    filters: { exclude: { clusters: ['busy'] } },
  });
  expect(gapsOf(without.body)).toEqual([]);
});

it('a cluster that began later, and one that sends nothing any more, are told', async () => {
  const { body } = await as().events({ timeRange: DAY });
  expect(body.completeness.reasons).toContainEqual(
    expect.objectContaining({
      code: 'retention_starts_later',
      cluster: 'new',
      instant: '2026-01-27T15:01:30.000Z',
    })
  );
  const gone = await as().events({ timeRange: DAY, filters: { clusters: ['gone'] } });
  expect(gapsOf(gone.body)).toEqual([
    ['kubeaudit', 'gone', undefined, '2026-01-24T00:00:00.000Z', '2026-01-28T12:20:00.000Z'],
  ]);
});

it('a log that stopped altogether is told, and the future is not', async () => {
  const later = as({ now: new Date('2026-02-20T12:00:00Z') });
  const { body } = await later.events({ timeRange: { from: 'now-1h', to: 'now' } });
  const reason = body.completeness.reasons.find(({ code }) => code === 'gap_in_source');
  expect(reason?.message).toContain('The newest of the records that are there is of 2026-01-28');
  const future = await as().events({
    timeRange: { from: '2026-02-01T00:00:00Z', to: '2026-02-02T00:00:00Z' },
  });
  expect(gapsOf(future.body)).toEqual([]);
});

it('a node that was silent is told by every answer that rests on authlog', async () => {
  const routes = as();
  for (const { status, body } of [
    await routes.sshSessions({ timeRange: DAY }),
    await routes.sshFailures({ timeRange: DAY }),
    await routes.groupAccounts({ timeRange: DAY }),
    await routes.personTimeline({ person: 'alice@example.com', timeRange: DAY }),
  ]) {
    expect(status).toBe(200);
    expect(gapsOf(body)).toContainEqual(NODE);
  }
  const other = await routes.sshSessions({ timeRange: DAY, filters: { hosts: ['node-1'] } });
  expect(other.body.completeness.reasons).toEqual([]);
  const none = await routes.sshSessions({ timeRange: DAY, filters: { clusters: ['sc'] } });
  expect(gapsOf(none.body)).toEqual([['authlog', 'sc', undefined, undefined, undefined]]);
  const uses = await routes.groupAccounts({ timeRange: DAY, filters: { clusters: ['busy'] } });
  expect(gapsOf(uses.body)).toContainEqual(BUSY);
  expect(gapsOf(uses.body)).not.toContainEqual(NODE);
});

it('who may read kubeaudit only is told of its gaps, and that authlog is forbidden', async () => {
  const { body } = await as({ user: 'developer' }).groupAccounts({ timeRange: DAY });
  expect(gapsOf(body)).toEqual([BUSY]);
  expect(body.completeness.reasons).toContainEqual(
    expect.objectContaining({ code: 'sources_forbidden', source: 'authlog' })
  );
});

it('the first view is still one round trip', async () => {
  const { url } = connectionOf('auditor');
  const paths: string[] = [];
  const proxy = await faultyProxy(url, (path) => {
    paths.push(path);
    return 'pass';
  });
  const routes = as({ url: proxy.url });
  await routes.events({ timeRange: DAY, summary: true });
  await routes.coverage({ timeRange: DAY });
  await proxy.close();
  expect(paths.filter((path) => path === '/_msearch')).toHaveLength(2);
});
