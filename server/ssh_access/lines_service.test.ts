/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogOptions } from '../authlog/authlog_options';
import { scriptedSearch } from '../directory/stored_directory.test_support';
import { readLines } from './lines_service';

const INDEX = 'authlog-1';
const OPTIONS: AuthlogOptions = {
  indexPattern: 'authlog*',
  timeZone: 'UTC',
  maxLines: 1_000,
  lookbackMs: 0,
  sessionLookbackMs: 0,
  maskSecrets: true,
  allowUnmask: true,
};

const refs = (...ids: string[]) => ids.map((id) => ({ index: INDEX, id }));

/** OpenSearch with these documents; asks for some of them. */
async function read(
  stored: Record<string, Record<string, unknown>>,
  asked: string[],
  { unmask, failed = 0 }: { unmask?: boolean; failed?: number } = {}
) {
  const { search, sent } = scriptedSearch(() => {
    const hits = Object.entries(stored).map(([id, source]) => ({
      _index: INDEX,
      _id: id,
      _source: source,
    }));
    const _shards = { total: 2, successful: 2 - failed, failed };
    return { body: { responses: [{ timed_out: false, _shards, hits: { hits } }] } };
  });
  return { answer: await readLines({ documents: refs(...asked), unmask }, search, OPTIONS), sent };
}

describe('lines by their ids', () => {
  it('come in the order asked for, each once, and say what is gone', async () => {
    const { answer, sent } = await read({ a: { message: 'A' }, b: { message: 'B' } }, [
      'b',
      'gone',
      'a',
      'b',
      'b',
    ]);
    expect(answer.lines.map(({ source }) => source.message)).toEqual(['B', 'A']);
    expect(answer.missing).toEqual(refs('gone'));
    expect(answer.completeness).toEqual({ complete: true, reasons: [] });
    const [, body] = sent[0].bulkBody ?? [];
    expect(body).toMatchObject({ query: { ids: { values: ['b', 'gone', 'a'] } }, size: 3 });
  });

  it('have likely secrets masked in every field', async () => {
    const stored = {
      a: {
        message: 'Accepted',
        event: { original: ['psql --password=hunter2secret', { token: 'hunter2secret' }] },
      },
    };
    const { answer } = await read(stored, ['a']);
    expect(JSON.stringify(answer)).not.toContain('hunter2secret');
    expect(answer.lines[0].masked).toBe(true);
    const plain = await read(stored, ['a'], { unmask: true });
    expect(plain.answer.lines[0]).toMatchObject({ source: stored.a, masked: false });
  });

  it('are bounded together, and what is left out is said', async () => {
    const many = Array.from({ length: 200 }, (_, i) => `l${i}`);
    const long = { message: 'word '.repeat(20_000), other: { text: 'word '.repeat(20_000) } };
    const { answer } = await read(Object.fromEntries(many.map((id) => [id, long])), many);
    expect(JSON.stringify(answer.lines).length).toBeLessThan(4_500_000);
    expect(answer.lines.length + answer.leftOut.length).toBe(200);
    expect(answer.leftOut.length).toBeGreaterThan(100);
    expect(answer.missing).toEqual([]);
    expect(answer.completeness).toMatchObject({
      complete: false,
      reasons: [
        { code: 'scan_limit_reached', source: 'authlog', count: answer.lines.length },
        { code: 'scan_limit_reached', source: 'authlog', count: answer.leftOut.length },
      ],
    });
  });

  it('that a failing shard may hold are not simply gone', async () => {
    const { answer } = await read({}, ['a'], { failed: 1 });
    expect(answer.missing).toEqual(refs('a'));
    expect(answer.completeness.reasons).toMatchObject([
      { code: 'shard_failures', source: 'authlog' },
    ]);
  });
});
