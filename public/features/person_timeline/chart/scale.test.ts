/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import * as fc from 'fast-check';
import { instantAt, movedRange, placeOf, rangeBetween, WIDTH } from './scale';

const DAY = { from: '2026-01-27T00:00:00.000Z', to: '2026-01-28T00:00:00.000Z' };

describe('places on the time axis', () => {
  it('are in proportion, and at the edge for what lies outside', () => {
    expect(placeOf('2026-01-27T06:00:00.000Z', DAY)).toBe(WIDTH / 4);
    expect(placeOf('2026-01-20T00:00:00.000Z', DAY)).toBe(0);
    expect(placeOf('2026-02-20T00:00:00.000Z', DAY)).toBe(WIDTH);
  });

  it('lead back to their instants', () => {
    expect(instantAt(WIDTH / 2, DAY)).toBe('2026-01-27T12:00:00.000Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), (ms) => {
        const time = new Date(Date.parse(DAY.from) + ms).toISOString();
        expect(instantAt(placeOf(time, DAY), DAY)).toBe(time);
      })
    );
  });

  it('bound a period in whichever order they were dragged over', () => {
    const quarter = { from: '2026-01-27T06:00:00.000Z', to: '2026-01-27T12:00:00.000Z' };
    expect(rangeBetween(WIDTH / 4, WIDTH / 2, DAY)).toEqual(quarter);
    expect(rangeBetween(WIDTH / 2, WIDTH / 4, DAY)).toEqual(quarter);
  });

  it('bound no period shorter than a second', () => {
    const minute = { from: '2026-01-27T00:00:00.000Z', to: '2026-01-27T00:00:02.000Z' };
    expect(rangeBetween(500, 510, minute)).toEqual({
      from: '2026-01-27T00:00:00.510Z',
      to: '2026-01-27T00:00:01.510Z',
    });
  });
});

describe('another period', () => {
  it('is half or twice as long about the same middle', () => {
    expect(movedRange(DAY, { zoom: 0.5 })).toEqual({
      from: '2026-01-27T06:00:00.000Z',
      to: '2026-01-27T18:00:00.000Z',
    });
    expect(movedRange(DAY, { zoom: 2 })).toEqual({
      from: '2026-01-26T12:00:00.000Z',
      to: '2026-01-28T12:00:00.000Z',
    });
  });

  it('is earlier or later by half its length', () => {
    expect(movedRange(DAY, { shift: -0.5 })).toEqual({
      from: '2026-01-26T12:00:00.000Z',
      to: '2026-01-27T12:00:00.000Z',
    });
  });

  it('is always one that can be asked for, however often it is changed', () => {
    const step = fc.constantFrom({ zoom: 0.5 }, { zoom: 2 }, { shift: -0.5 }, { shift: 0.5 });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const range = steps.reduce(movedRange, DAY);
        expect(range.from >= '1970-01-01T00:00:00.000Z').toBe(true);
        expect(range.to <= '2262-04-11T00:00:00.000Z').toBe(true);
        expect(Date.parse(range.to) - Date.parse(range.from)).toBeGreaterThanOrEqual(1000);
      })
    );
  });
});
