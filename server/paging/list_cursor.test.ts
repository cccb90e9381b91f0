/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { isAuditError } from '../errors/audit_error';
import { EvenBars } from '../time/even_bars';
import { decodeListCursor, encodeListCursor, takePage, type ListPlace } from './list_cursor';

const QUESTION = { timeRange: { from: 'now-1d', to: 'now' }, filters: { accounts: ['ubuntu'] } };
const CURSOR = { fromMs: 0, toMs: 1000, after: { ms: 500, id: 'x' } };
const TEXT = encodeListCursor(CURSOR, QUESTION);

const forged = (change: object) =>
  Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(TEXT, 'base64url').toString()), ...change })
  ).toString('base64url');

function refusal(text: string, question: unknown = QUESTION): string {
  try {
    decodeListCursor(text, question);
  } catch (error) {
    if (isAuditError(error) && error.code === 'invalid_request') return error.message;
    throw error;
  }
  return 'accepted';
}

describe('a cursor of a list', () => {
  it('comes back as it was written', () => {
    expect(decodeListCursor(TEXT, QUESTION)).toEqual(CURSOR);
  });

  it('belongs to its question', () => {
    expect(refusal(TEXT, { ...QUESTION, filters: {} })).toBe(
      'cursor: it belongs to another question'
    );
  });

  it.each<[string, object]>([
    ['a start before year 1', { from: Date.parse('0001-01-01T00:00:00Z') - 1 }],
    ['an end after year 9999', { to: Date.parse('9999-12-31T23:59:59.999Z') + 1 }],
    ['the first date of all', { from: -8.64e15 }],
    ['the last date of all', { to: 8.64e15 }],
    ['a place that is no date', { ms: 8.64e15 }],
    ['an end before its start', { from: 2000 }],
    ['a fraction', { ms: 0.5 }],
    ['an unknown key', { index: 'secret' }],
  ])('with %s is refused', (_what, change) => {
    expect(refusal(forged(change))).toBe('cursor: not a cursor of this plugin');
  });

  it('that is accepted always holds a period that can be drawn', () => {
    const number = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -9e15, max: 9e15 }));
    fc.assert(
      fc.property(number, number, (from, to) => {
        if (refusal(forged({ from, to })) !== 'accepted') return;
        expect(() => new EvenBars({ fromMs: from, toMs: to }).starts()).not.toThrow();
      }),
      { numRuns: 500 }
    );
  });
});

it('pages hold every row once, newest first', () => {
  const place = fc.record({ ms: fc.integer({ min: 0, max: 3 }), id: fc.uuid() });
  fc.assert(
    fc.property(fc.array(place), fc.integer({ min: 1, max: 5 }), (rows, limit) => {
      const read: ListPlace[] = [];
      let after: ListPlace | undefined;
      do {
        const { page, next } = takePage(rows, (row) => row, after, limit);
        read.push(...page);
        after = next;
      } while (after);
      expect(read).toHaveLength(rows.length);
      expect(read.map(({ ms }) => ms)).toEqual(rows.map(({ ms }) => ms).sort((a, b) => b - a));
    })
  );
});
