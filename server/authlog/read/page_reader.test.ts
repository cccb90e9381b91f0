/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TransportParams, TransportRequest } from '../../host_types';
import { ScopedSearch } from '../../search/scoped_search';
import type { SearchBody, SearchHit, SearchResponse } from '../../search/search_types';
import { PageReader } from './page_reader';

/** A document of a shard: shards of one index number their documents each for itself. */
interface Stored {
  id: string;
  ms: number;
  seqNo: number;
  text: string;
}

const QUERY = { match_all: {} };

/** What OpenSearch may answer instead of a page of that size. */
type Refuse = (size: number) => { status: number; type: string } | 'shard' | undefined;

/** OpenSearch with these documents, which answers ties in another order each time. */
function reading(stored: readonly Stored[], refuse: Refuse = () => undefined) {
  const sizes: number[] = [];
  let flip = 1;
  const answer = ({ size = 0, search_after: after }: SearchBody): unknown => {
    sizes.push(size);
    const refused = refuse(size);
    if (refused && refused !== 'shard') {
      const { status, type } = refused;
      return { status, error: { type, reason: 'Data too large', root_cause: [{ type }] } };
    }
    flip = -flip;
    const hits = stored
      .map(({ id, ms, seqNo, text }): SearchHit => ({
        _index: 'authlog-1',
        _id: id,
        _source: { message: text },
        sort: [ms, 'authlog-1', seqNo],
      }))
      .sort((a, b) => compare(a.sort, b.sort) || flip * (a._id < b._id ? -1 : 1))
      .filter(({ sort }) => after === undefined || compare(sort, after) > 0)
      .slice(0, size);
    const failures = [{ reason: { type: 'circuit_breaking_exception' } }];
    return {
      timed_out: false,
      _shards:
        refused === 'shard'
          ? { total: 3, successful: 2, failed: 1, failures }
          : { total: 3, successful: 3, failed: 0 },
      hits: { hits },
    };
  };
  const request = <Body>({ bulkBody }: TransportParams): TransportRequest<Body> => {
    const bodies = (bulkBody ?? []).filter((_, i) => i % 2 === 1) as SearchBody[];
    const body = { responses: bodies.map(answer) } as unknown as Body;
    return Promise.resolve({ body, statusCode: 200 });
  };
  const client = { transport: { request } } as unknown as ConstructorParameters<
    typeof ScopedSearch
  >[0];
  const noted: SearchResponse[] = [];
  const reader = new PageReader(
    new ScopedSearch(client, { timeoutMs: 1_000 }),
    'authlog*',
    (each) => noted.push(each)
  );
  const read = async () => {
    const ids: string[] = [];
    for await (const hits of reader.pages(QUERY)) ids.push(...hits.map(({ _id }) => _id));
    return ids;
  };
  return { reader, read, sizes, noted };
}

function compare(a: readonly unknown[] = [], b: readonly unknown[] = []): number {
  for (let i = 0; i < a.length; i += 1) {
    const [left, right] = [a[i] as number, b[i] as number];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** So many documents of one millisecond in so many shards. */
const inShards = (count: number, shards: number, text = 'x'): Stored[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `d${i}`,
    ms: 5,
    seqNo: Math.floor(i / shards),
    text,
  }));

describe('pages of lines', () => {
  it.each([1, 2, 3, 7, 64])(
    'hold each line of one millisecond once, of %d shards that number alike',
    async (shards) => {
      const stored = inShards(12_345, shards);
      const ids = await reading(stored).read();
      expect(ids).toHaveLength(stored.length);
      expect(new Set(ids).size).toBe(stored.length);
    }
  );

  it('grow while the lines are short, up to a bound', async () => {
    const { read, sizes } = reading(inShards(30_000, 1));
    await read();
    expect(sizes.slice(0, 2)[0]).toBe(1_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4_100);
    expect(sizes.length).toBeLessThan(12);
  });

  it('shrink where the lines are long', async () => {
    const { read, sizes } = reading(inShards(3_000, 1, 'x'.repeat(32_768)));
    expect(await read()).toHaveLength(3_000);
    expect(sizes.slice(1).every((size) => size * 32_768 <= 16_777_216)).toBe(true);
  });

  it('are asked for once more, and smaller, where OpenSearch had no room', async () => {
    for (const refusal of [
      { status: 429, type: 'circuit_breaking_exception' },
      { status: 500, type: 'circuit_breaking_exception' },
      { status: 429, type: 'rejected_execution_exception' },
      'shard' as const,
    ]) {
      const { read, sizes, noted } = reading(inShards(500, 1), (size) =>
        size > 150 ? refusal : undefined
      );
      expect(await read()).toHaveLength(500);
      expect(sizes.slice(0, 2)).toEqual([1_000, 100]);
      // Nor is it asked for large pages again; what was refused is in no answer.
      expect(Math.max(...sizes.slice(1))).toBeLessThanOrEqual(150);
      expect(noted.every(({ _shards }) => _shards.failed === 0)).toBe(true);
    }
  });

  it('are an error where there is no room for small ones either', async () => {
    const refusal = { status: 429, type: 'circuit_breaking_exception' };
    const { read, sizes } = reading(inShards(500, 1), () => refusal);
    await expect(read()).rejects.toMatchObject({ code: 'upstream_unavailable' });
    expect(sizes).toEqual([1_000, 100]);
  });

  it('are not asked for again after another error', async () => {
    const refusal = { status: 400, type: 'illegal_argument_exception' };
    const { read, sizes } = reading(inShards(500, 1), () => refusal);
    await expect(read()).rejects.toMatchObject({ code: 'upstream_error' });
    expect(sizes).toEqual([1_000]);
  });
});
