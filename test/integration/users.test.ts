/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { auditRecord } from './support/audit_record';
import { EVER, routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const CROWD = 20_000;
const crowdName = (i: number) => `user-${String(i).padStart(5, '0')}@example.com`;

/** Every user one request, every tenth in two stages, every hundredth delivered twice, one watches only. */
function* crowd() {
  for (let i = 0; i < CROWD; i += 1) {
    const record = { auditId: `crowd-${i}`, user: crowdName(i) };
    if (i % 10 === 0) yield auditRecord({ ...record, stage: 'ResponseStarted', verb: 'watch' });
    if (i === 20) continue;
    const last = auditRecord({ ...record, verb: i % 10 === 0 ? 'watch' : 'get' });
    yield last;
    if (i % 100 === 0) yield last;
  }
}

describe('20,000 users', () => {
  const routes = routesAs({ indexPattern: 'kubeaudit-crowd20k-*' });
  beforeAll(() => writeRecords('kubeaudit-crowd20k-1', crowd()));
  afterAll(() => routes.close());

  it('are all there, each with the exact number of requests', async () => {
    const { body } = await routes.users({ timeRange: EVER, limit: 50_000 });
    expect(body.population).toBe(CROWD);
    expect(body.users).toHaveLength(CROWD);
    expect(body.countsApproximate).toBe(false);
    expect(new Set(body.users.map(({ requests }) => requests))).toEqual(new Set([1]));
    expect(new Set(body.users.map(({ name }) => name)).size).toBe(CROWD);
  });

  it('are found by a part of the name, and the list can be limited', async () => {
    const { body } = await routes.users({ timeRange: EVER, search: 'USER-0777', limit: 3 });
    expect(body.population).toBe(10);
    expect(body.users.map(({ name }) => name)).toEqual([7770, 7771, 7772].map(crowdName));
  });

  it('are all there though their requests are too many to count one by one', async () => {
    const limited = routesAs({
      indexPattern: 'kubeaudit-crowd20k-*',
      options: { maxExactRecords: 1000 },
    });
    const { body } = await limited.users({ timeRange: EVER, limit: 50_000 });
    expect(body.population).toBe(CROWD);
    expect(body.countsApproximate).toBe(true);
    expect(body.completeness.reasons.map(({ code }) => code)).toContain('counts_approximate');
    // Only a start was logged: the request counts all the same.
    expect(body.users.find(({ name }) => name === crowdName(20))?.requests).toBe(1);
    await limited.close();
  });
});

describe('users of every kind', () => {
  const routes = routesAs({ indexPattern: 'kubeaudit-kinds-*' });
  const NAMES = {
    person: ['Åsa.Öberg@example.com', 'oidc:carol@example.com', 'what*ever?', 'back\\slash'],
    group_account: ['kubernetes-admin'],
    service_account: ['system:serviceaccount:argocd:controller'],
    node: ['system:node:node-1'],
    system_component: ['system:kube-scheduler', 'system:anonymous'],
  };
  beforeAll(async () => {
    const names = Object.values(NAMES).flat();
    await writeRecords('kubeaudit-kinds-1', [
      ...names.map((user) => auditRecord({ user, at: '2026-01-27T10:00:00.000000Z' })),
      auditRecord({ user: 'what*ever?', at: '2026-01-28T10:00:00.000000Z', cluster: 'prod-sc' }),
      auditRecord({ user: null, code: 401, stage: 'ResponseStarted', decision: null }),
    ]);
  });
  afterAll(() => routes.close());

  it.each(Object.entries(NAMES))('%s', async (kind, names) => {
    const { body } = await routes.users({ timeRange: EVER, kinds: [kind as 'person'] });
    expect(body.users.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(body.users.every((user) => user.kind === kind)).toBe(true);
    const events = await routes.events({
      timeRange: EVER,
      filters: { userKinds: [kind as 'person'] },
    });
    expect([...new Set(events.body.events.map(({ user }) => user))].sort()).toEqual(
      [...names].sort()
    );
  });

  it('requests that failed authentication are a kind of their own', async () => {
    const { body } = await routes.users({ timeRange: EVER, kinds: ['unauthenticated'] });
    expect(body.users).toMatchObject([{ name: '', kind: 'unauthenticated', requests: 1 }]);
  });

  it.each([
    ['åsa', ['Åsa.Öberg@example.com']],
    ['ÖBERG', ['Åsa.Öberg@example.com']],
    ['*', ['what*ever?']],
    ['R?', ['what*ever?']],
    ['\\', ['back\\slash']],
    ['no such user', []],
  ])('searching for %s', async (search, expected) => {
    const { body } = await routes.users({ timeRange: EVER, search });
    expect(body.users.map(({ name }) => name)).toEqual(expected);
    expect(body.population).toBe(expected.length);
  });

  it('first and last request and the cluster', async () => {
    const { body } = await routes.users({ timeRange: EVER, search: 'what' });
    expect(body.users[0]).toMatchObject({
      requests: 2,
      firstSeen: '2026-01-27T10:00:00.000Z',
      lastSeen: '2026-01-28T10:00:00.000Z',
    });
    const other = await routes.users({ timeRange: EVER, clusters: ['prod-sc'] });
    expect(other.body.users.map(({ name }) => name)).toEqual(['what*ever?']);
  });
});
