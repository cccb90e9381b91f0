/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { KubeEvent } from '../../common/api/kube_events';
import { EVER, routesAs, type PluginRoutes } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const FIXTURES = join(__dirname, '..', 'fixtures');
const recorded = readFileSync(join(FIXTURES, 'kubeaudit.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Record<string, unknown>);
const truth = JSON.parse(readFileSync(join(FIXTURES, 'kubeaudit_truth.json'), 'utf8')) as {
  events: number;
  events_by_user: Record<string, number>;
};
/** Users of the truth; the log has no name where the truth says "None". */
const byUser = Object.fromEntries(
  Object.entries(truth.events_by_user).map(([name, count]) => [name === 'None' ? '' : name, count])
);

describe.each(['1', '2'] as const)('the recorded log, with opensearch-js %s', (library) => {
  let routes: PluginRoutes;
  const indexPattern = `kubeaudit-recorded${library}-*`;

  beforeAll(async () => {
    await writeRecords(`kubeaudit-recorded${library}-1`, recorded.slice(0, 200));
    await writeRecords(`kubeaudit-recorded${library}-2`, recorded.slice(200));
    routes = routesAs({ indexPattern, library });
  });
  afterAll(() => routes.close());

  it('holds as many events as the truth says', async () => {
    const { status, body } = await routes.events({ timeRange: EVER, limit: 1000 });
    expect(status).toBe(200);
    expect(body.total).toEqual({ value: 267, relation: 'eq' });
    expect(body.events).toHaveLength(267);
    expect(body.nextCursor).toBeUndefined();
    expect(body.recordsInRange).toBe(358);
  });

  it('gives every user the events of the truth, in every route', async () => {
    const users = await routes.users({ timeRange: EVER });
    expect(Object.fromEntries(users.body.users.map((u) => [u.name, u.requests]))).toEqual(byUser);
    expect(users.body.population).toBe(7);
    expect(users.body.countsApproximate).toBe(false);
    const summary = await routes.summary({ timeRange: EVER });
    // What has no name is counted as a kind, not as a user.
    const named = Object.fromEntries(Object.entries(byUser).filter(([name]) => name !== ''));
    expect(
      Object.fromEntries(summary.body.facets.users.values.map((v) => [v.value, v.count]))
    ).toEqual(named);
    expect(summary.body.requests).toEqual({ value: 267, relation: 'eq' });
    expect(summary.body.headline.unauthenticated).toBe(1);
    const { body } = await routes.events({ timeRange: EVER, limit: 1000 });
    const counted: Record<string, number> = {};
    for (const { user } of body.events) counted[user] = (counted[user] ?? 0) + 1;
    expect(counted).toEqual(byUser);
  });

  it.each([1, 7, 50, 266])('pages by %d without repeating or skipping', async (limit) => {
    const whole = await routes.events({ timeRange: EVER, limit: 1000 });
    const paged: KubeEvent[] = [];
    let cursor: string | undefined;
    do {
      const { status, body } = await routes.events({ timeRange: EVER, limit, cursor });
      expect(status).toBe(200);
      expect(body.total.value).toBe(267);
      expect(body.events.length).toBeLessThanOrEqual(limit);
      paged.push(...body.events);
      cursor = body.nextCursor;
    } while (cursor);
    expect(paged).toEqual(whole.body.events);
  });

  it('knows the one exec, its command and its stages', async () => {
    const { body } = await routes.events({
      timeRange: EVER,
      filters: { resources: ['pods/exec'] },
    });
    expect(body.events).toHaveLength(1);
    const [exec] = body.events;
    expect(exec).toMatchObject({
      user: 'alice.andersson@example.com',
      userKind: 'person',
      code: 101,
      outcome: 'success',
      state: 'complete',
      stages: ['RequestReceived', 'ResponseStarted', 'ResponseComplete'],
      duplicates: 0,
      streaming: { command: ['id'], container: 'app', tty: false },
    });
    const one = await routes.event({ document: exec.document });
    expect(one.body.stages.map(({ _source }) => _source.stage)).toEqual(exec.stages);
    expect(one.body.event).toEqual(exec);
  });
});

describe('one document of each case', () => {
  const folder = join(FIXTURES, 'kubeaudit_cases');
  let events: Map<string, KubeEvent>;

  beforeAll(async () => {
    const documents = readdirSync(folder).map(
      (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>
    );
    await writeRecords('kubeaudit-cases-1', documents);
    const routes = routesAs({ indexPattern: 'kubeaudit-cases-*' });
    const { body } = await routes.events({ timeRange: EVER, limit: 1000 });
    await routes.close();
    events = new Map(body.events.map((event) => [event.auditId.slice(-2), event]));
    expect(body.events).toHaveLength(13);
  });

  it.each([
    ['01', { userKind: 'person', verb: 'get', name: 'web-0', outcome: 'success', durationMs: 4 }],
    [
      '05',
      {
        state: 'complete',
        subresource: 'exec',
        outcome: 'success',
        stages: ['ResponseStarted', 'ResponseComplete'],
      },
    ],
    ['10', { user: 'admin@example.com', impersonatedUser: 'bob@example.com', verb: 'list' }],
    ['11', { outcome: 'forbidden', denial: 'authorization', code: 403 }],
    [
      '13',
      {
        user: '',
        userKind: 'unauthenticated',
        outcome: 'unauthenticated',
        state: 'refused_before_authentication',
      },
    ],
  ])('case …%s', (suffix, expected) => {
    expect(events.get(suffix)).toMatchObject(expected);
  });

  it('decodes the command of an exec', () => {
    expect(events.get('05')?.streaming).toEqual({
      command: ['sh', '-c', 'cat /etc/passwd'],
      container: 'web',
      stdin: true,
      stdout: true,
      stderr: false,
      tty: true,
    });
  });
});
