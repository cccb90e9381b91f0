/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { auditRecord } from './support/audit_record';
import { authlogLine } from './support/authlog_lines';
import { routesAs, type PluginRoutes, type RouteSettings } from './support/plugin_routes';
import { steadyLines, steadyRecords } from './support/steady_traffic';
import { createIndex, writeRecords } from './support/write_records';

const NOW = new Date('2026-01-28T00:20:00Z');
const WEEK = { from: '2026-01-20T00:00:00Z', to: '2026-01-27T23:59:59.999Z' };
const WRITTEN = { from: '2026-01-13T00:00:00Z', to: '2026-01-28T00:00:00Z', perHour: 1 };

const open: PluginRoutes[] = [];
const as = (name: string, settings: Partial<RouteSettings> = {}) => {
  const routes = routesAs({
    indexPattern: `kubeaudit-${name}-*`,
    authlogPattern: `authlog-${name}-*`,
    now: NOW,
    ...settings,
  });
  open.push(routes);
  return routes;
};
afterAll(() => Promise.all(open.map((routes) => routes.close())));

describe('more clusters and nodes than fit', () => {
  const HOSTS = 160;
  beforeAll(async () => {
    const lines = function* () {
      for (let i = 0; i < HOSTS; i += 1) {
        yield* steadyLines(`node-${String(i).padStart(4, '0')}`, WRITTEN);
      }
    };
    const records = function* () {
      for (let i = 0; i < 40; i += 1) {
        yield* steadyRecords(`cluster-${String(i).padStart(2, '0')}`, WRITTEN);
      }
    };
    await writeRecords('authlog-many-1', lines());
    await writeRecords('kubeaudit-many-1', records());
  });

  it('are answered below the limit of buckets, exactly for what is listed, and the rest is said', async () => {
    const { status, body } = await as('many').coverage({ timeRange: WEEK });
    expect(status).toBe(200);
    const [kube, authlog] = body.sources;
    expect(kube.state).toBe('read');
    expect(kube.lines).toHaveLength(30);
    expect(kube.findings).toContainEqual(expect.objectContaining({ kind: 'not_listed' }));
    expect(kube.records).toBe(40 * 8 * 24);
    expect(
      kube.lines.every(({ records, findings }) => records === 192 && findings.length === 0)
    ).toBe(true);
    expect(authlog.state).toBe('read');
    const hosts = authlog.lines.filter(({ kind }) => kind === 'host');
    expect(hosts.length).toBeGreaterThan(80);
    expect(hosts.length + authlog.linesBeyond).toBe(HOSTS);
    expect(hosts.every(({ records }) => records === 192)).toBe(true);
    expect(authlog.lines[0]).toMatchObject({ kind: 'cluster', records: HOSTS * 192 });
    expect(body.completeness.reasons).toContainEqual(
      expect.objectContaining({ code: 'scan_limit_reached', source: 'authlog' })
    );
  });

  it('do not keep other answers from being given', async () => {
    const { status, body } = await as('many').events({ timeRange: WEEK });
    expect(status).toBe(200);
    expect(body.completeness.reasons.filter(({ code }) => code === 'gap_in_source')).toEqual([]);
  });
});

it('any period is answered', async () => {
  await writeRecords('kubeaudit-anytime-1', [
    auditRecord({ at: '2026-01-27T10:00:00.000Z' }),
    auditRecord({ at: '0001-01-01T00:00:00.000Z', time: '0001-01-01T00:00:00.000Z' }),
    auditRecord({ at: '9999-12-31T00:00:00.000Z', time: '9999-12-31T00:00:00.000Z' }),
  ]);
  await writeRecords('authlog-anytime-1', [authlogLine('2026-01-27T10:00:00Z', 'sshd', 'x')]);
  for (const timeRange of [
    { from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59.999Z' },
    { from: '2026-01-27T10:00:00Z', to: '2026-01-27T10:00:00Z' },
    { from: '2026-01-27T10:00:00Z', to: '2026-02-04T11:00:00Z' },
    { from: '2026-01-27T10:00:00Z', to: '2027-03-04T11:00:00Z' },
    { from: '9999-01-01T00:00:00Z', to: '9999-12-31T23:59:59.999Z' },
  ]) {
    const { status, body } = await as('anytime').coverage({ timeRange });
    expect([status, body.sources?.map(({ state }) => state)]).toEqual([200, ['read', 'read']]);
    const [kube] = body.sources;
    expect(kube.lines.reduce((sum, line) => sum + line.counts.reduce((a, b) => a + b), 0)).toBe(
      kube.records
    );
    expect((await as('anytime').events({ timeRange })).status).toBe(200);
  }
});

it('names of the log are text, whatever they hold', async () => {
  const hosts = [
    '<img src=x onerror=alert(1)>',
    '=cmd|calc',
    '\u001b[31mred',
    'n'.repeat(300),
    '"',
  ];
  const lines = hosts.flatMap((host) => [
    ...steadyLines(host, { from: '2026-01-20T00:00:00Z', to: '2026-01-27T12:00:00Z', perHour: 10 }),
  ]);
  lines.push(...steadyLines('node-1', { ...WRITTEN, perHour: 1 }));
  await writeRecords('authlog-hostile-1', lines);
  await createIndex('kubeaudit-hostile-1');
  const timeRange = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59.999Z' };
  const { body } = await as('hostile').coverage({ timeRange });
  const [, authlog] = body.sources;
  // A name of over 256 characters is in no keyword field: it is counted for its cluster only.
  expect(authlog.lines.flatMap(({ host }) => host ?? []).sort()).toEqual(
    [...hosts.filter((host) => host.length < 256), 'node-1'].sort()
  );
  const messages = authlog.lines.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages).toHaveLength(4);
  expect(messages.join('')).not.toContain('\u001b');
});

it('where shards fail, no zero is taken for a silence', async () => {
  await createIndex('kubeaudit-covershard-1', { '@timestamp': { type: 'text' } });
  await writeRecords('kubeaudit-covershard-1', [auditRecord({ at: '2026-01-27T03:00:00.000Z' })]);
  await writeRecords(
    'kubeaudit-covershard-2',
    steadyRecords('prod', {
      ...WRITTEN,
      perHour: 20,
      quiet: [['2026-01-27T02:00:00Z', '2026-01-27T05:00:00Z']],
    })
  );
  await createIndex('authlog-covershard-1');
  const timeRange = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59.999Z' };
  const { status, body } = await as('covershard').coverage({ timeRange });
  expect(status).toBe(200);
  const [kube] = body.sources;
  const kinds = kube.findings.map(({ kind }) => kind);
  expect(kinds).toContain('failed_shards');
  expect(kinds).toContain('fields');
  expect(kube.lines.flatMap(({ findings }) => findings)).toEqual([]);
  const events = await as('covershard').events({ timeRange });
  const gaps = events.body.completeness.reasons.filter(({ code }) => code === 'gap_in_source');
  expect(gaps.map(({ message }) => message)).toEqual([
    'Whether the log has gaps in this period is not known: a part of it did not answer.',
  ]);
});

it('fields mapped as keywords are read by their own name, and an empty index holds nothing', async () => {
  const keyword = { type: 'keyword' };
  await createIndex('authlog-coverkey-1', {
    host: keyword,
    ident: keyword,
    cluster: { properties: { name: keyword } },
  });
  await createIndex('kubeaudit-coverkey-1');
  await writeRecords('authlog-coverkey-1', steadyLines('node-1', { ...WRITTEN, perHour: 2 }));
  const timeRange = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59.999Z' };
  const { status, body } = await as('coverkey').coverage({ timeRange });
  expect(status).toBe(200);
  const [kube, authlog] = body.sources;
  expect(authlog.lines.find(({ host }) => host === 'node-1')?.records).toBe(48);
  expect(kube).toMatchObject({
    state: 'read',
    records: 0,
    findings: [{ kind: 'missing' }],
  });
});
