/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * An evidence package against a bare `search_after` read by the same client, in turns, of the same records:
 * `npx tsx --expose-gc test/benchmark/evidence_benchmark.ts [--events 1000000] [--redaction none|secrets] [--runs 3]`
 * The package is made as in the built plugin, with a thread of its own; `--inline` without.
 */
import { Client } from '@opensearch-project/opensearch';
import { randomUUID } from 'crypto';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import type { Redaction } from '../../common/api/evidence';
import { bundleServer } from '../../scripts/build/bundle_server';
import { EvidenceService } from '../../server/evidence/evidence_service';
import { ProgressBoard } from '../../server/evidence/progress_board';
import type { OpenSearchClient } from '../../server/host_types';
import { ScopedSearch } from '../../server/search/scoped_search';
import { testOptions } from '../integration/support/test_options';
import { applyWelkinTemplates, bulkIndex, startOpenSearch } from '../opensearch';
import { auditRecord } from '../integration/support/audit_record';

const START = Date.parse('2026-01-01T00:00:00Z');
const PAGE = 5_000;

const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};

const mb = (bytes: number): number => Math.round(bytes / 1e6);
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

function* documents(count: number) {
  for (let i = 0; i < count; i += 1) {
    yield {
      index: 'kubeaudit-bench-1',
      source: auditRecord({
        at: new Date(START + i * 250).toISOString(),
        user: `user-${i % 50}@example.com`,
        name: `pod-${i % 5_000}`,
        uri: `/api/v1/namespaces/production/pods/pod-${i % 5_000}?fieldManager=kubectl`,
        more: {
          requestObject: JSON.stringify({ kind: 'Pod', spec: { n: i, text: 'x'.repeat(600) } }),
        },
      }),
    };
  }
}

async function bareRead(client: Client): Promise<number> {
  let after: unknown[] | undefined;
  let records = 0;
  for (;;) {
    const { body } = await client.search({
      index: 'kubeaudit-bench-*',
      body: {
        size: PAGE,
        track_total_hits: false,
        sort: [{ requestReceivedTimestamp: 'asc' }, { _index: 'asc' }, { _seq_no: 'asc' }] as never,
        ...(after ? { search_after: after } : {}),
      } as never,
    });
    const { hits } = (body as unknown as { hits: { hits: Array<{ sort: unknown[] }> } }).hits;
    records += hits.length;
    if (hits.length < PAGE) return records;
    after = hits[hits.length - 1].sort;
  }
}

async function exported(
  client: Client,
  redaction: Redaction,
  workerFile: string | undefined
): Promise<{ bytes: number; state: string }> {
  const board = new ProgressBoard();
  const group = testOptions({ indexPattern: 'kubeaudit-bench-*' });
  const service = new EvidenceService(
    {
      group,
      status: {
        patterns: { kubeaudit: 'kubeaudit-bench-*', authlog: 'authlog*' },
        versions: { plugin: 'bench', dashboards: 'none' },
      },
      maxRecords: 20_000_000,
      reviewIndex: 'audit-user-reviews-none',
      maxConcurrentExports: 1,
      ...(workerFile ? { workerFile } : {}),
    },
    board
  );
  const exportId = randomUUID();
  const search = new ScopedSearch(client as unknown as OpenSearchClient, { timeoutMs: 25_000 });
  const { stream } = await service.start(
    {
      exportId,
      timeRange: { from: '2026-01-01T00:00:00Z', to: '2026-12-31T00:00:00Z' },
      parts: { kube: {} },
      redaction,
    },
    search,
    new Date()
  );
  let bytes = 0;
  for await (const chunk of stream) bytes += (chunk as Buffer).length;
  return { bytes, state: board.of(exportId).state };
}

async function main(): Promise<void> {
  const events = Number(option('events', '200000'));
  const redaction = option('redaction', 'secrets') as Redaction;
  const runs = Number(option('runs', '3'));
  const inline = process.argv.includes('--inline');
  const folder = mkdtempSync(join(tmpdir(), 'audit-user-benchmark-'));
  await bundleServer(resolve(__dirname, '../..'), folder, 'bench');
  const workerFile = inline ? undefined : join(folder, 'evidence_worker.js');
  const opensearch = await startOpenSearch({});
  try {
    const connection = opensearch.as();
    await applyWelkinTemplates(connection);
    await bulkIndex(connection, documents(events));
    const client = new Client({ node: opensearch.url });
    const ratios: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const bareStart = performance.now();
      const records = await bareRead(client);
      const bareMs = performance.now() - bareStart;
      (globalThis as { gc?: () => void }).gc?.();
      const before = process.memoryUsage().rss;
      let highest = before;
      const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20);
      const start = performance.now();
      const { bytes, state } = await exported(client, redaction, workerFile);
      const ms = performance.now() - start;
      clearInterval(watch);
      ratios.push(bareMs / ms);
      console.log(
        `${records} records: bare read ${Math.round(bareMs)} ms, package ${Math.round(ms)} ms (${state}, ${mb(bytes)} MB), ` +
          `speed ${(bareMs / ms).toFixed(2)} of bare, rss +${mb(highest - before)} MB`
      );
    }
    console.log(
      `median speed: ${median(ratios).toFixed(2)} of a bare read (redaction: ${redaction})`
    );
    await client.close();
  } finally {
    await opensearch.stop();
    rmSync(folder, { recursive: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
