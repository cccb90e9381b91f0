/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Readable } from 'stream';
import { ENDPOINTS } from '../../common/api/endpoints';
import type { EvidenceProgress } from '../../common/api/evidence';
import { auditRecord } from './support/audit_record';
import { connectionOf } from './support/connections';
import {
  isWholeZip,
  readAll,
  recordsOf,
  startExport,
  takePackage,
} from './support/evidence_package';
import { faultyProxy, type Fault } from './support/faulty_proxy';
import { routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

jest.setTimeout(120_000);

const RECORDS = 12_000;
const START = Date.UTC(2026, 0, 20);
const QUESTION = {
  timeRange: { from: '2026-01-20T00:00:00Z', to: '2026-01-20T23:59:59.999Z' },
  parts: { kube: {} },
};

const made = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) =>
    auditRecord({
      auditId: `faulty-${from + i}`,
      at: new Date(START + (from + i) * 1000).toISOString(),
    })
  );

beforeAll(() => writeRecords('kubeaudit-faulty-export', made(RECORDS)));

/** Routes behind a proxy that fails where the test says. Pages are the searches of a point in time. */
async function through(fault: Parameters<typeof faultyProxy>[1]) {
  const proxy = await faultyProxy(connectionOf('auditor').url, fault);
  const routes = routesAs({
    indexPattern: 'kubeaudit-faulty-export*',
    authlogPattern: 'authlog-faulty-none*',
    url: proxy.url,
    now: new Date('2026-01-21T00:00:00Z'),
  });
  return {
    routes,
    progress: async (exportId: string) =>
      (await routes.raw(ENDPOINTS.evidenceProgress, { exportId }))
        .body as unknown as EvidenceProgress,
    close: async () => {
      await routes.close();
      await proxy.close();
    },
  };
}

const onPage =
  (wanted: number | ((nth: number) => boolean), fault: Fault) =>
  (path: string, nth: number): Fault => {
    const hit = typeof wanted === 'number' ? nth === wanted : wanted(nth);
    return path === '/_search' && hit ? fault : 'pass';
  };

/** Takes an export that must break off: what arrived, and what the server says of it. */
async function broken(fault: (path: string, nth: number) => Fault) {
  const { routes, progress, close } = await through(fault);
  const { exportId, status, body } = await startExport(routes, QUESTION);
  expect(status).toBe(200);
  const chunks: Buffer[] = [];
  const stream = body as Readable;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const failure = await readAll(stream).then(
    () => undefined,
    (error: Error) => error
  );
  const told = await progress(exportId);
  // The next one is made as if nothing had been: no place is held by what failed.
  const again = await startExport(routes, { ...QUESTION, parts: {} });
  expect(again.status).toBe(200);
  await readAll(again.body as Readable);
  await close();
  return { failure, told, arrived: Buffer.concat(chunks) };
}

it('a moment of load is waited out, and the package is whole', async () => {
  const { routes, close } = await through(onPage((nth) => nth === 2 || nth === 3, 'too_many'));
  const found = await takePackage(routes, QUESTION);
  await close();
  expect(recordsOf(found, 'events.ndjson')).toHaveLength(RECORDS);
  expect(found.manifest.sources[0]).toMatchObject({ countedBefore: RECORDS, agree: true });
});

it.each([
  ['is too busy for good', onPage((nth) => nth >= 2, 'too_many')],
  ['breaks the connection', onPage((nth) => nth >= 2, 'break')],
])('OpenSearch that %s midway: no package, and it is said', async (_what, fault) => {
  const { failure, told, arrived } = await broken(fault);
  expect(failure).toBeInstanceOf(Error);
  expect(isWholeZip(arrived)).toBe(false);
  expect(told).toMatchObject({ state: 'failed', expected: RECORDS });
  expect(told.message).not.toBe('');
});

it('OpenSearch that cannot be counted in is refused before a byte is sent', async () => {
  const { routes, close } = await through((path) => (path.endsWith('_msearch') ? 'break' : 'pass'));
  const { status, body } = await startExport(routes, QUESTION);
  await close();
  expect(status).toBe(503);
  expect(body).toMatchObject({ attributes: { code: 'upstream_unavailable' } });
});

it('records that arrive while it is made are not in it, and the manifest says why', async () => {
  const { routes, close } = await through(async (path, nth): Promise<Fault> => {
    if (path === '/_search' && nth === 2) {
      await writeRecords('kubeaudit-faulty-export', made(3, RECORDS));
    }
    return 'pass';
  });
  const { manifest } = await takePackage(routes, QUESTION);
  await close();
  expect(manifest.status).toBe('with_limits');
  expect(manifest.sources[0]).toMatchObject({
    countedBefore: RECORDS,
    written: RECORDS,
    countedAfter: RECORDS + 3,
    agree: false,
  });
  expect(manifest.limits[0]).toContain('The counts of kubeaudit do not agree: ');
});
