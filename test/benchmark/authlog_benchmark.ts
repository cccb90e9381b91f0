/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Reading of authlog: lines a second of the parser alone, of sessions and attribution in memory, and of the
 * whole answer on a real OpenSearch. `npx tsx test/benchmark/authlog_benchmark.ts [--lines 1000000] [--memory-only]`
 */
import { Client } from '@opensearch-project/opensearch';
import { toAuthlogLine } from '../../server/authlog/to_authlog_line';
import { parseMessage } from '../../server/authlog/parse_message';
import { attributeCommands } from '../../server/attribution/attribute_commands';
import { attributeLogin } from '../../server/attribution/attribute_login';
import { Directory } from '../../server/directory/directory_lookup';
import type { OpenSearchClient } from '../../server/host_types';
import { ScopedSearch } from '../../server/search/scoped_search';
import { AuthlogHistories } from '../../server/ssh_access/history/authlog_histories';
import { listSshSessions } from '../../server/ssh_access/ssh_service';
import { testOptions } from '../integration/support/test_options';
import { applyWelkinTemplates, bulkIndex, startOpenSearch } from '../opensearch';
import { benchmarkLines } from './authlog_lines';

const END = Date.parse('2026-01-31T00:00:00Z');
const UTC = { timeZone: 'UTC' };

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
const heapMb = (): number => Math.round(process.memoryUsage().heapUsed / 1e6);
const say = (line: string) => console.log(line);

function perSecond(lines: number, startMs: number): number {
  return Math.round(lines / ((performance.now() - startMs) / 1000));
}

/** Parser alone, over documents that are at hand: median of five runs. */
function parserRuns(count: number): void {
  const documents = [...benchmarkLines(Math.min(count, 200_000), END)].map((source, order) => ({
    index: 'a',
    id: String(order),
    order,
    source: source as unknown as Record<string, unknown>,
  }));
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    let read = 0;
    for (const document of documents) {
      const result = toAuthlogLine(document, UTC);
      if ('line' in result) {
        read += parseMessage(result.line.ident, result.line.message).repeats;
      }
    }
    if (read < documents.length) throw new Error('lines were lost');
    return perSecond(documents.length, start);
  });
  say(`parser alone: ${median(runs)} lines/s (${runs.join(', ')})`);
}

/** Parser, sessions and attribution, without OpenSearch. */
function memoryRun(count: number): void {
  const before = heapMb();
  const start = performance.now();
  const builder = new AuthlogHistories();
  let order = 0;
  for (const source of benchmarkLines(count, END)) {
    order += 1;
    const document = {
      index: 'a',
      id: String(order),
      order,
      source: source as unknown as Record<string, unknown>,
    };
    const result = toAuthlogLine(document, UTC);
    if ('line' in result)
      builder.add(result.line, parseMessage(result.line.ident, result.line.message));
  }
  const directory = new Directory([]);
  const options = {
    ...testOptions({ indexPattern: 'x' }).ssh.attribution,
    directoryReadable: true,
  };
  let commands = 0;
  for (const history of builder.finish().values()) {
    const logins = new Map(
      history.sessions.map((session) => [
        session,
        attributeLogin(
          { ...session, sessionId: session.id, atMs: session.earliestMs },
          directory,
          options
        ),
      ])
    );
    const found = attributeCommands(history, logins, { damagedLogins: [], linesMissing: false });
    commands += found.size;
  }
  say(
    `${count} lines in memory: ${perSecond(count, start)} lines/s, ${commands} commands, heap +${heapMb() - before} MB`
  );
}

/** The whole answer of `ssh_sessions`, as the route gives it. */
async function openSearchRun(count: number): Promise<void> {
  const opensearch = await startOpenSearch({});
  try {
    const connection = opensearch.as();
    await applyWelkinTemplates(connection);
    const documents = function* () {
      for (const source of benchmarkLines(count, END)) yield { index: 'authlog-bench-1', source };
    };
    await bulkIndex(connection, documents());
    const client = new Client({ node: opensearch.url });
    const timeRange = {
      from: new Date(END - 30 * 86_400_000).toISOString(),
      to: new Date(END).toISOString(),
    };
    for (let run = 0; run < 3; run += 1) {
      let highest = 0;
      const watch = setInterval(() => (highest = Math.max(highest, heapMb())), 50);
      const before = heapMb();
      const start = performance.now();
      const search = new ScopedSearch(client as unknown as OpenSearchClient, { timeoutMs: 15_000 });
      const answer = await listSshSessions(
        { timeRange, foldRuns: true, failures: true, limit: 200 },
        search,
        testOptions({ indexPattern: 'kubeaudit*' }).ssh,
        new Date(END)
      );
      clearInterval(watch);
      say(
        `ssh_sessions over ${answer.figures.lines} lines: ${Math.round(performance.now() - start)} ms, ` +
          `${perSecond(answer.figures.lines, start)} lines/s, ${answer.figures.sessions} sessions, ` +
          `heap ${before} -> at most ${highest} MB, reasons ${answer.completeness.reasons.map(({ code }) => code).join(' ') || 'none'}`
      );
    }
    await client.close();
  } finally {
    await opensearch.stop();
  }
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--lines');
  const count = at < 0 ? 1_000_000 : Number(process.argv[at + 1]);
  parserRuns(count);
  for (const size of [10_000, 100_000, 1_000_000].filter((size) => size <= count)) memoryRun(size);
  if (!process.argv.includes('--memory-only')) await openSearchRun(count);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
