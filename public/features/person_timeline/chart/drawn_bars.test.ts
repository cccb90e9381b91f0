/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import * as fc from 'fast-check';
import { drawnBars, MAX_BARS } from './drawn_bars';

const barsOf = (counts: ReadonlyArray<readonly [certain: number, possible: number]>) =>
  counts.map(([certain, possible], i) => ({
    time: new Date(Date.UTC(2026, 0, 27) + i * 1000).toISOString(),
    certain,
    possible,
  }));

describe('bars of a lane', () => {
  it('stand where something happened only', () => {
    expect(
      drawnBars(
        barsOf([
          [0, 0],
          [4, 0],
          [0, 0],
        ]),
        1000,
        40
      )
    ).toEqual([
      {
        time: '2026-01-27T00:00:01.000Z',
        certain: 4,
        possible: 0,
        spanMs: 1000,
        certainHeight: 40,
        possibleHeight: 0,
      },
    ]);
  });

  it('show a possible entry among a thousand certain ones, and the other way round', () => {
    const [first, second] = drawnBars(
      barsOf([
        [999, 1],
        [1, 999],
      ]),
      1000,
      40
    );
    expect([first.certainHeight, first.possibleHeight]).toEqual([36, 4]);
    expect([second.certainHeight, second.possibleHeight]).toEqual([4, 36]);
  });

  it('show one entry beside a bar of fifty thousand', () => {
    const [, small] = drawnBars(
      barsOf([
        [50_000, 0],
        [0, 1],
      ]),
      1000,
      40
    );
    expect([small.certainHeight, small.possibleHeight]).toEqual([0, 4]);
  });

  it('show nothing possible where nothing is, whatever rounding makes of the heights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        (a, b) => {
          const drawn = drawnBars(
            barsOf([
              [a, 0],
              [b, 0],
            ]),
            1000,
            40
          );
          expect(drawn.map(({ possibleHeight }) => possibleHeight)).toEqual([0, 0]);
        }
      ),
      { numRuns: 500 }
    );
  });

  it('lose no entry and grow to no more than the limit, whatever the answer', () => {
    const count = fc.integer({ min: 0, max: 50_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { maxLength: 5000 }), (counts) => {
        const drawn = drawnBars(barsOf(counts), 1000, 40);
        expect(drawn.length).toBeLessThanOrEqual(MAX_BARS);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(drawn.map(({ certain }) => certain))).toBe(sum(counts.map(([a]) => a)));
        expect(sum(drawn.map(({ possible }) => possible))).toBe(sum(counts.map(([, b]) => b)));
        for (const bar of drawn) {
          expect(bar.certainHeight > 0).toBe(bar.certain > 0);
          expect(bar.possibleHeight > 0).toBe(bar.possible > 0);
          expect(bar.certainHeight + bar.possibleHeight).toBeLessThanOrEqual(40.0001);
        }
      }),
      { numRuns: 30 }
    );
  });
});
