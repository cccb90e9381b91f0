/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageResponse } from '../../common/api/coverage';
import { auditRecord } from './support/audit_record';
import { routesAs, type PluginRoutes, type RouteSettings } from './support/plugin_routes';
import { steadyLines, steadyRecords } from './support/steady_traffic';
import { writeRecords } from './support/write_records';

const NOW = new Date('2026-01-28T12:20:00Z');
const DAY = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59.999Z' };
const WRITTEN = { from: '2026-01-22T00:00:00Z', to: '2026-01-28T12:20:00Z' };
const GAP = ['2026-01-27T02:00:00Z', '2026-01-27T05:00:00Z'] as const;

const open: PluginRoutes[] = [];
const as = (settings: Partial<RouteSettings> = {}) => {
  const routes = routesAs({
    indexPattern: 'kubeaudit-coverage-*',
    authlogPattern: 'authlog-coverage-*',
    now: NOW,
    ...settings,
  });
  open.push(routes);
  return routes;
};
afterAll(() => Promise.all(open.map((routes) => routes.close())));

const sourceOf = ({ sources }: CoverageResponse, name: string) =>
  sources.find(({ source }) => source === name)!;
const lineOf = (body: CoverageResponse, source: string, cluster: string, host?: string) =>
  sourceOf(body, source).lines.find(
    (line) => line.cluster === cluster && line.host === host && line.kind !== 'misread'
  )!;

beforeAll(async () => {
  const index = 'kubeaudit-coverage-2026.01.22-000001';
  await writeRecords(index, [
    ...steadyRecords('busy', { ...WRITTEN, perHour: 20, quiet: [GAP] }),
    ...steadyRecords('day-only', { ...WRITTEN, perHour: 20, hours: (h) => h >= 6 && h < 22 }),
    ...steadyRecords('ended', { ...WRITTEN, to: '2026-01-27T12:00:00Z', perHour: 20 }),
    ...steadyRecords('new', { ...WRITTEN, from: '2026-01-27T15:00:00Z', perHour: 20 }),
    // Delivered again; one that is no audit event.
    ...['a', 'a', 'b', 'b', 'b'].map((auditId) =>
      auditRecord({ auditId, cluster: 'busy', at: '2026-01-27T10:00:00.000Z' })
    ),
    { '@timestamp': '2026-01-27T10:00:00Z', 'cluster.name': 'busy', message: 'no event' },
  ]);
  // Made on the 28th, and holds a record of two days before.
  await writeRecords('kubeaudit-coverage-2026.01.28-000002', [
    auditRecord({ cluster: 'busy', at: '2026-01-26T10:00:00.000Z' }),
  ]);
  const misread = (host: string, ident: string) => ({
    '@timestamp': '2026-01-01T00:00:00Z',
    host,
    ident,
    message: '15:02 node-9 sshd[3178576]: Accepted publickey for ubuntu from 192.0.2.1 port 1 ssh2',
    'cluster.name': 'wc',
  });
  await writeRecords('authlog-coverage-1', [
    ...steadyLines('node-1', { ...WRITTEN, perHour: 12 }),
    ...steadyLines('node-2', { ...WRITTEN, perHour: 12, quiet: [GAP] }),
    ...steadyLines('node-3', { ...WRITTEN, to: '2026-01-27T10:00:00Z', perHour: 12 }),
    ...steadyLines('node-4', { ...WRITTEN, from: '2026-01-27T15:00:00Z', perHour: 12 }),
    misread('27', '08'),
    misread('27', '08'),
    misread('26', '08'),
    misread('', '5'),
    {
      '@timestamp': '2026-01-27T09:00:00Z',
      host: 'Accepted',
      ident: 'publickey',
      message: 'ED25519 SHA256:abc',
      'cluster.name': 'wc',
    },
  ]);
});

describe('a day', () => {
  let body: CoverageResponse;
  beforeAll(async () => {
    const answer = await as().coverage({ timeRange: DAY });
    expect(answer.status).toBe(200);
    body = answer.body;
  });

  it('is shown by hour, and its bars hold all of its records', () => {
    expect(body).toMatchObject({ step: 'hour', stepMs: 3_600_000 });
    expect(body.bars).toHaveLength(24);
    expect(body.bars[0]).toBe('2026-01-27T00:00:00.000Z');
    const { counts, records, first, last } = lineOf(body, 'kubeaudit', 'busy');
    expect(counts.slice(0, 11)).toEqual([20, 20, 0, 0, 0, 20, 20, 20, 20, 20, 26]);
    expect(records).toBe(21 * 20 + 6);
    expect(first).toBe('2026-01-27T00:01:30.000Z');
    expect(last).toBe('2026-01-27T23:58:30.000Z');
    const kube = sourceOf(body, 'kubeaudit');
    expect(kube.records).toBe(
      kube.lines.reduce((sum, line) => sum + line.counts.reduce((a, b) => a + b), 0)
    );
  });

  it('three hours without records of a busy cluster are a silence, in words', () => {
    const { findings, expectedPerBar } = lineOf(body, 'kubeaudit', 'busy');
    expect(expectedPerBar).toBe(20);
    expect(findings).toEqual([
      {
        kind: 'silence',
        source: 'kubeaudit',
        cluster: 'busy',
        from: '2026-01-27T02:00:00.000Z',
        to: '2026-01-27T05:00:00.000Z',
        expected: 60,
        message:
          'The API audit log of cluster busy had about 20 records an hour at these hours of the neighbouring days, and none from 02:00 to 05:00 UTC on 2026-01-27: some 60 are missing, or nothing was written.',
      },
    ]);
  });

  it('a quiet night is no silence', () => {
    const line = lineOf(body, 'kubeaudit', 'day-only');
    expect(line.counts.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(line.findings).toEqual([]);
  });

  it('what ended and what began within the period is told', () => {
    expect(lineOf(body, 'kubeaudit', 'ended').findings).toEqual([
      expect.objectContaining({
        kind: 'stopped_reporting',
        from: '2026-01-27T11:58:30.000Z',
        ongoing: true,
      }),
    ]);
    expect(lineOf(body, 'kubeaudit', 'new').findings).toEqual([
      expect.objectContaining({
        kind: 'retention_starts_later',
        to: '2026-01-27T15:01:30.000Z',
      }),
    ]);
  });

  it('nodes are looked at one by one', () => {
    const kinds = (host: string) =>
      lineOf(body, 'authlog', 'wc', host).findings.map(({ kind, from }) => [kind, from]);
    expect(kinds('node-1')).toEqual([]);
    expect(kinds('node-2')).toEqual([['silence', '2026-01-27T02:00:00.000Z']]);
    expect(kinds('node-3')).toEqual([['stopped_reporting', '2026-01-27T09:57:30.000Z']]);
    expect(kinds('node-4')).toEqual([['started_late', '2026-01-27T00:00:00.000Z']]);
    expect(lineOf(body, 'authlog', 'wc').findings).toEqual([]);
  });

  it('misread and damaged lines are no nodes; misread ones count by their own hour', () => {
    const { lines, repaired, unparsed, findings } = sourceOf(body, 'authlog');
    expect(lines.map(({ kind, host }) => [kind, host])).toEqual([
      ['cluster', undefined],
      ['misread', undefined],
      ['host', 'node-1'],
      ['host', 'node-2'],
      ['host', 'node-3'],
      ['host', 'node-4'],
    ]);
    expect(repaired).toBe(2);
    expect(unparsed).toBe(1);
    expect(lines[1].counts[8]).toBe(2);
    expect(findings.map(({ kind }) => kind)).toEqual(['unparsed', 'repaired']);
  });

  it('repeated deliveries, late arrivals and unreadable records are counted', async () => {
    const kube = sourceOf(body, 'kubeaudit');
    expect(kube.duplicates).toEqual({ count: 3, sampled: kube.records - 1, exact: true });
    expect(kube.unparsed).toBe(1);
    expect(kube.lateArrivals).toEqual({ count: 0, longestMs: 0 });
    const twoDays = await as().coverage({ timeRange: { ...DAY, from: '2026-01-26T00:00:00Z' } });
    expect(sourceOf(twoDays.body, 'kubeaudit').lateArrivals).toEqual({
      count: 1,
      longestMs: 38 * 3_600_000,
    });
    expect(sourceOf(body, 'authlog').unknown.map(({ what }) => what)).toEqual([
      'duplicates',
      'late_arrivals',
    ]);
  });

  it('gaps are reasons against completeness', () => {
    const gaps = body.completeness.reasons.filter(({ code }) => code === 'gap_in_source');
    expect(
      gaps.map(({ source, cluster, host, instant }) => [source, cluster, host, instant])
    ).toEqual([
      ['kubeaudit', 'busy', undefined, '2026-01-27T02:00:00.000Z'],
      ['kubeaudit', 'ended', undefined, '2026-01-27T11:58:30.000Z'],
      ['authlog', 'wc', 'node-2', '2026-01-27T02:00:00.000Z'],
      ['authlog', 'wc', 'node-3', '2026-01-27T09:57:30.000Z'],
    ]);
  });
});

it('a bar that is not over is no silence, and a period cut within an hour counts only its own', async () => {
  const timeRange = { from: '2026-01-28T10:30:00Z', to: 'now' };
  const { body } = await as({ now: new Date('2026-01-28T12:05:00Z') }).coverage({
    timeRange,
    clusters: ['busy'],
  });
  expect(sourceOf(body, 'kubeaudit').lines).toHaveLength(1);
  expect(lineOf(body, 'kubeaudit', 'busy').counts).toEqual([10, 20, 2]);
  expect(lineOf(body, 'kubeaudit', 'busy').findings).toEqual([]);
  const ended = await as({ now: new Date('2026-01-28T13:05:00Z') }).coverage({
    timeRange: { from: '2026-01-28T11:30:00Z', to: 'now' },
    clusters: ['busy'],
  });
  expect(lineOf(ended.body, 'kubeaudit', 'busy').findings).toEqual([]);
});

it('clusters that were asked for and of which nothing is kept are named', async () => {
  const { body } = await as().coverage({ timeRange: DAY, clusters: ['wc'] });
  expect(sourceOf(body, 'kubeaudit').findings).toContainEqual(
    expect.objectContaining({ kind: 'missing', cluster: 'wc' })
  );
  expect(sourceOf(body, 'authlog').lines).toHaveLength(6);
});

it('longer periods have longer bars and still find three hours', async () => {
  const month = await as().coverage({
    timeRange: { from: '2025-12-28T00:00:00Z', to: '2026-01-28T00:00:00Z' },
  });
  expect(month.body).toMatchObject({ step: 'day' });
  expect(month.body.bars).toHaveLength(32);
  expect(lineOf(month.body, 'kubeaudit', 'busy').findings[0]).toMatchObject({
    kind: 'silence',
    from: '2026-01-27T02:00:00.000Z',
    to: '2026-01-27T05:00:00.000Z',
  });
  expect(sourceOf(month.body, 'kubeaudit').findings[0]).toMatchObject({
    kind: 'retention_starts_later',
    to: '2026-01-22T00:01:30.000Z',
  });
  expect(sourceOf(month.body, 'authlog').repaired).toBe(4);
  const ever = await as().coverage({ timeRange: { from: '1970-01-01', to: '2300-01-01' } });
  expect(ever.status).toBe(200);
  expect(ever.body.step).toBe('week');
  expect(ever.body.bars.length).toBeLessThanOrEqual(1001);
  expect(sourceOf(ever.body, 'kubeaudit').records).toBeGreaterThan(5000);
});

it('each source is answered or refused by itself', async () => {
  const { status, body } = await as({ user: 'developer' }).coverage({ timeRange: DAY });
  expect(status).toBe(200);
  expect(sourceOf(body, 'kubeaudit').state).toBe('read');
  expect(sourceOf(body, 'authlog')).toMatchObject({
    state: 'forbidden',
    lines: [],
    findings: [{ kind: 'not_allowed' }],
  });
  expect(body.completeness.reasons).toContainEqual(
    expect.objectContaining({ code: 'sources_forbidden', source: 'authlog' })
  );
  const missing = await as({ authlogPattern: 'authlog-there-is-none-*' }).coverage({
    timeRange: DAY,
  });
  expect(sourceOf(missing.body, 'authlog').state).toBe('missing');
  const nobody = await as({ user: 'nobody' }).coverage({ timeRange: DAY });
  expect(nobody.status).toBe(403);
  const plain = await as({ user: 'plain-reader' }).coverage({ timeRange: DAY });
  expect(sourceOf(plain.body, 'authlog').state).toBe('read');
});

it('a hidden field is named', async () => {
  const { body } = await as({ user: 'hidden-cluster' }).coverage({ timeRange: DAY });
  expect(sourceOf(body, 'kubeaudit').findings).toContainEqual(
    expect.objectContaining({ kind: 'fields', message: expect.stringContaining('cluster.name') })
  );
});
