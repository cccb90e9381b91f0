/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import { join } from 'path';
import type { Readable } from 'stream';
import { ENDPOINTS } from '../../common/api/endpoints';
import type { EvidenceProgress } from '../../common/api/evidence';
import { auditRecord } from './support/audit_record';
import {
  checkPackage,
  isWholeZip,
  readAll,
  startExport,
  takePackage,
} from './support/evidence_package';
import { routesAs, type RouteSettings } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const lines = (name: string) =>
  readFileSync(join(__dirname, '../fixtures', name), 'utf8')
    .trim()
    .split('\n');

const RECORDED = { from: '2026-11-01T00:00:00Z', to: '2026-11-30T23:59:59.999Z' };
const DAY = { from: '2026-11-23T00:00:00Z', to: '2026-11-23T23:59:59Z' };
const recorded = () => lines('kubeaudit.ndjson').map((line) => JSON.parse(line) as object);

const as = (settings: Partial<RouteSettings> = {}) =>
  routesAs({
    indexPattern: 'kubeaudit-export-*',
    authlogPattern: 'authlog-export-*',
    directoryIndex: 'audit-user-directory-evidence',
    now: new Date('2026-11-24T00:00:00Z'),
    ...settings,
  });

beforeAll(async () => {
  await writeRecords('kubeaudit-export-1', recorded());
  await writeRecords(
    'authlog-export-1',
    lines('authlog.ndjson').map((line) => JSON.parse(line) as object)
  );
});

describe('a package', () => {
  it('of SSH holds lines, sessions, attributions and the directory that they rest on', async () => {
    const routes = as();
    const { manifest, files } = await takePackage(routes, {
      timeRange: DAY,
      parts: { ssh: true },
      control: '8.2',
      timeZone: 'Europe/Stockholm',
    });
    await routes.close();
    expect([...files.keys()]).toEqual([
      'authlog.ndjson',
      'attribution.csv',
      'sessions.csv',
      'failures.csv',
      'directory.json',
      'coverage.csv',
      'coverage.json',
      'summary.html',
      'VERIFY.md',
      'manifest.json',
      'SHA256SUMS',
    ]);
    const { countedBefore, written, agree } = manifest.sources[0];
    expect([countedBefore, written, agree]).toEqual([
      lines('authlog.ndjson').length,
      countedBefore,
      true,
    ]);
    expect(files.get('sessions.csv')).toContain(',UTC+01:00,');
    expect(checkPackage(files).verify).toContain('Everything holds.');
  });

  it('says that a source may not be read, and holds the other', async () => {
    const routes = as({ user: 'developer' });
    const { manifest } = await takePackage(routes, {
      timeRange: RECORDED,
      parts: { kube: {}, ssh: true },
    });
    const refused = await startExport(routes, { timeRange: RECORDED, parts: { ssh: true } });
    await routes.close();
    expect(manifest.status).toBe('with_limits');
    expect(manifest.limits[0]).toContain('Not allowed: authlog-export-* may not be read');
    expect(manifest.sources.map(({ source }) => source)).toEqual(['kubeaudit']);
    expect(refused).toMatchObject({ status: 403, body: { attributes: { code: 'forbidden' } } });
  });

  it('is refused where it would be cut', async () => {
    const routes = as({ maxEvidenceRecords: 100 });
    const { status, body } = await startExport(routes, {
      timeRange: RECORDED,
      parts: { kube: {} },
    });
    await routes.close();
    expect(status).toBe(413);
    expect(body).toMatchObject({ attributes: { code: 'too_large', records: 358 } });
  });
});

describe('an export', () => {
  const progress = async (routes: ReturnType<typeof as>, exportId: string) =>
    (await routes.raw(ENDPOINTS.evidenceProgress, { exportId }))
      .body as unknown as EvidenceProgress;

  it('tells how far it is', async () => {
    const routes = as();
    const { exportId, body } = await startExport(routes, {
      timeRange: RECORDED,
      parts: { kube: {} },
    });
    await readAll(body as Readable);
    expect(await progress(routes, exportId)).toEqual({
      state: 'done',
      records: 358,
      expected: 358,
      limits: 1,
    });
    expect(await progress(routes, '6b1c5b0e-0000-4000-8000-000000000000')).toMatchObject({
      state: 'unknown',
    });
    await routes.close();
  });

  it('that is given up breaks off and is no ZIP', async () => {
    const many = Array.from({ length: 12_000 }, (_, i) =>
      auditRecord({
        auditId: `given-up-${i}`,
        at: new Date(Date.UTC(2026, 10, 2) + i).toISOString(),
      })
    );
    await writeRecords('kubeaudit-given-up', many);
    const routes = as({ indexPattern: 'kubeaudit-given-up' });
    const { exportId, abort, body } = await startExport(routes, {
      timeRange: RECORDED,
      parts: { kube: {} },
    });
    const stream = body as Readable;
    const chunks: Buffer[] = [];
    await expect(
      (async () => {
        for await (const chunk of stream) {
          chunks.push(chunk as Buffer);
          abort();
        }
      })()
    ).rejects.toThrow('given up');
    expect(isWholeZip(Buffer.concat(chunks))).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await progress(routes, exportId)).toMatchObject({ state: 'failed' });
    await routes.close();
  });
});
