/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ScopedSearch } from '../search/scoped_search';
import type { SearchBody } from '../search/search_types';
import { AuditError } from '../errors/audit_error';
import { RecordReader } from './record_reader';

interface Stored {
  ms: number;
  seqNo: number;
  id: string;
  bytes: number;
}

/** OpenSearch with these records, which refuses answers of more bytes than it has room for. */
function stored(records: readonly Stored[], room = Infinity) {
  const sizes: number[] = [];
  const searchRaw = (_index: string | undefined, { size = 0, search_after: after }: SearchBody) => {
    sizes.push(size);
    const place = ({ ms, seqNo }: Stored) => [ms, 'a', seqNo];
    const isAfter = (record: Stored) => {
      if (!after) return true;
      const [ms, , seqNo] = after as [number, string, number];
      return record.ms > ms || (record.ms === ms && record.seqNo > seqNo);
    };
    const hits = records
      .filter(isAfter)
      .slice(0, size)
      .map((record) => ({
        _index: 'a',
        _id: record.id,
        _score: null,
        _source: { text: 'x'.repeat(record.bytes) },
        sort: place(record),
      }));
    const bytes = Buffer.from(
      JSON.stringify({
        took: 1,
        timed_out: false,
        _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
        hits: { max_score: null, hits },
      })
    );
    return bytes.length > room
      ? Promise.reject(new AuditError('upstream_unavailable', 'no room'))
      : Promise.resolve(bytes);
  };
  const search = { searchRaw } as unknown as ScopedSearch;
  const question = { index: 'a', query: { match_all: {} }, timeField: 't' };
  const reader = new RecordReader(question, search, () => Promise.resolve());
  return { reader, sizes };
}

async function idsOf(reader: RecordReader): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of reader.pages()) ids.push(...page.map(({ id }) => id));
  return ids;
}

const made = (count: number, bytes: number, ms = (i: number) => i): Stored[] =>
  Array.from({ length: count }, (_, i) => ({ ms: ms(i), seqNo: i, id: `r${i}`, bytes }));

const namesOf = (records: readonly Stored[]) => records.map(({ id }) => id);

describe('records of a package', () => {
  it('come in larger pages where they are short', async () => {
    const records = made(12_000, 10);
    const { reader, sizes } = stored(records);
    expect(await idsOf(reader)).toEqual(namesOf(records));
    expect(sizes).toEqual([1_000, 4_000, 5_000, 5_000]);
  });

  it('come in smaller pages where they are long', async () => {
    const records = made(1_100, 100_000);
    const { reader, sizes } = stored(records);
    expect(await idsOf(reader)).toEqual(namesOf(records));
    expect(sizes[1]).toBeLessThanOrEqual(105);
  });

  it('come in smaller pages where OpenSearch has no room', async () => {
    const records = made(1_500, 2_000);
    const { reader, sizes } = stored(records, 1_100_000);
    expect(await idsOf(reader)).toEqual(namesOf(records));
    expect(sizes.slice(0, 2)).toEqual([1_000, 500]);
  });

  it('are an error where there is no room for a few of them', async () => {
    const { reader } = stored(made(100, 100_000), 1_000);
    await expect(idsOf(reader)).rejects.toMatchObject({ code: 'upstream_unavailable' });
  });

  it('of one place are never torn apart, and come by their ids', async () => {
    const records = made(3_000, 10, () => 5).map((record) => ({ ...record, seqNo: 7 }));
    const { reader } = stored(records);
    expect(await idsOf(reader)).toEqual(namesOf(records).sort());
  });

  it('of one place that are too many for a page are an error, not a part', async () => {
    const records = made(6_000, 10, () => 5).map((record) => ({ ...record, seqNo: 7 }));
    await expect(idsOf(stored(records).reader)).rejects.toMatchObject({ code: 'too_large' });
  });
});
