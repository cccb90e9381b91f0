/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { SearchHit } from '../../search/search_types';
import { wholeInstants } from './whole_instants';

const hitsOf = (...instants: number[]): SearchHit[] =>
  instants.map((ms, i) => ({ _index: 'i', _id: `${ms}-${i}`, sort: [ms] }));

describe('a batch of records', () => {
  it('that is not full is the last', () => {
    const hits = hitsOf(3, 2, 2);
    expect(wholeInstants(hits, 4)).toMatchObject({ hits, last: true, overflow: false });
    expect(wholeInstants([], 1)).toMatchObject({ hits: [], last: true });
  });

  it('that is full ends before its last millisecond, which the next one begins with', () => {
    const cut = wholeInstants(hitsOf(3, 3, 2, 2), 4);
    expect(cut.hits.map(({ sort }) => sort)).toEqual([[3], [3]]);
    expect(cut).toMatchObject({ last: false, nextMs: 2, overflow: false });
  });

  it('that one millisecond fills says so', () => {
    expect(wholeInstants(hitsOf(2, 2), 2)).toEqual({
      hits: [],
      last: false,
      nextMs: 2,
      overflow: true,
    });
  });

  it('after batch loses nothing, repeats nothing and tears no millisecond', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 12 }), (unsorted, size) => {
        const log = hitsOf(...unsorted.sort((a, b) => b - a));
        const msOf = (hit: SearchHit) => Number(hit.sort?.[0]);
        const batches: SearchHit[][] = [];
        let upTo = Infinity;
        for (let i = 0; i <= log.length; i += 1) {
          const answer = log.filter((hit) => msOf(hit) <= upTo).slice(0, size);
          const { hits, last, nextMs, overflow } = wholeInstants(answer, size);
          batches.push(overflow ? log.filter((hit) => msOf(hit) === nextMs) : hits);
          if (last) break;
          upTo = overflow ? nextMs - 1 : nextMs;
        }
        expect(batches.flat()).toEqual(log);
        const seen = batches.map((hits) => new Set(hits.map(msOf)));
        const total = seen.reduce((sum, { size: count }) => sum + count, 0);
        expect(total).toBe(new Set(unsorted).size);
      }),
      { numRuns: 1000 }
    );
  });
});
