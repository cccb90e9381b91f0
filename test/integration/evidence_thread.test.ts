/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { Client } from '@opensearch-project/opensearch';
import { randomUUID } from 'crypto';
import { unzipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import type { EvidenceRequest } from '../../common/api/evidence';
import { bundleServer } from '../../scripts/build/bundle_server';
import { EvidenceService } from '../../server/evidence/evidence_service';
import { ProgressBoard } from '../../server/evidence/progress_board';
import type { OpenSearchClient } from '../../server/host_types';
import { ScopedSearch } from '../../server/search/scoped_search';
import { auditRecord } from './support/audit_record';
import { connectionOf } from './support/connections';
import { readAll } from './support/evidence_package';
import { testOptions } from './support/test_options';
import { writeRecords } from './support/write_records';

const INDEX = 'kubeaudit-thread-1';
const START = Date.parse('2026-01-27T10:00:00Z');

let folder: string;
let client: Client;

function* records() {
  for (let i = 0; i < 5_000; i += 1) {
    const at = new Date(START + Math.floor(i / 3) * 10).toISOString();
    const auditId = `thread-${Math.floor(i / 2)}`;
    const body = i % 7 === 0 ? { kind: 'Pod', password: `Geheim${i}` } : { kind: 'Pod', n: i };
    yield auditRecord({
      ...{ at, auditId, name: `pöd-${i}` },
      ...(i % 2 === 0
        ? { stage: 'RequestReceived', code: null }
        : { code: i % 5 === 0 ? 403 : 200 }),
      more: { requestObject: JSON.stringify(body) },
    });
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'audit-user-thread-'));
  await bundleServer(resolve(__dirname, '../..'), folder, '0.0.0');
  await writeRecords(INDEX, records());
  const { url, authorization } = connectionOf('admin');
  client = new Client({
    node: url,
    headers: { authorization },
    ssl: { rejectUnauthorized: false },
  });
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

async function start(workerFile: string | undefined, request: Partial<EvidenceRequest> = {}) {
  const board = new ProgressBoard();
  const service = new EvidenceService(
    {
      group: testOptions({ indexPattern: INDEX }),
      status: {
        patterns: { kubeaudit: INDEX, authlog: 'authlog-thread-none' },
        versions: { plugin: 'test', dashboards: 'none' },
      },
      reviewIndex: 'audit-user-reviews-none',
      maxRecords: 1_000_000,
      maxConcurrentExports: 1,
      ...(workerFile ? { workerFile } : {}),
    },
    board
  );
  const search = new ScopedSearch(client as unknown as OpenSearchClient, { timeoutMs: 25_000 });
  const exportId = randomUUID();
  const download = await service.start(
    {
      exportId,
      timeRange: { from: '2026-01-27T00:00:00Z', to: '2026-01-28T00:00:00Z' },
      parts: { kube: {} },
      redaction: 'secrets',
      ...request,
    },
    search,
    new Date('2026-02-01T00:00:00Z')
  );
  return { ...download, search, progress: () => board.of(exportId) };
}

async function taken(workerFile: string | undefined, request?: Partial<EvidenceRequest>) {
  const { stream } = await start(workerFile, request);
  const files = Object.entries(unzipSync(await readAll(stream)));
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

const thread = () => join(folder, 'evidence_worker.js');

describe('the thread of a package', () => {
  it.each<[string, Partial<EvidenceRequest>]>([
    ['all of it, a sample drawn', { sample: { size: 20, seed: 7 } }],
    ['nothing masked', { redaction: 'none' }],
    // Whose receipt has no outcome: other stages are asked for.
    ['one outcome', { parts: { kube: { outcomes: ['forbidden'] } } }],
    ['what is still open', { parts: { kube: { outcomes: ['unknown'] } } }],
  ])('writes what is written without one, to the letter: %s', async (_name, request) => {
    const [with_, without] = [await taken(thread(), request), await taken(undefined, request)];
    for (const name of ['events.ndjson', 'events.csv', 'sample.csv']) {
      expect(with_.get(name)).toBe(without.get(name));
    }
    expect(with_.get('events.csv')?.split('\r\n').length).toBeGreaterThan(100);
    expect([...with_.keys()]).toEqual([...without.keys()]);
    const sources = (files: Map<string, string>) =>
      (JSON.parse(files.get('manifest.json') ?? '') as { sources: object[] }).sources.map(
        (source) => ({ ...source, countedAt: 0 })
      );
    expect(sources(with_)).toEqual(sources(without));
  });

  it('ends with its package when that is given up', async () => {
    const { stream, search, cancel, progress } = await start(thread());
    search.cancel();
    cancel();
    await expect(readAll(stream)).rejects.toThrow('The export was given up');
    while (progress().state === 'reading') await new Promise((go) => setTimeout(go, 20));
    expect(progress()).toMatchObject({ state: 'failed', message: 'The export was given up' });
  });

  it('fails the package, not the server, where it ends by itself', async () => {
    const broken = join(folder, 'broken.js');
    for (const code of [
      'process.exit(3)',
      'throw new Error("broken")',
      'const a = []; for (;;) a.push({ a });',
    ]) {
      writeFileSync(broken, code);
      const { stream, progress } = await start(broken);
      await expect(readAll(stream)).rejects.toThrow();
      expect(progress()).toMatchObject({
        state: 'failed',
        message: 'The export failed: the Dashboards log has the details',
      });
    }
  });
});
