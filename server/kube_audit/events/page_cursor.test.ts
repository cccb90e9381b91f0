/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { isAuditError } from '../../errors/audit_error';
import { EvenBars } from '../../time/even_bars';
import { toResolvedRange } from '../../time/resolve_time_range';
import { hitOf, recordedLog } from '../record/recorded.test_support';
import {
  comparePlaces,
  decodeCursor,
  encodeCursor,
  filtersFingerprint,
  placeOf,
  type PageCursor,
} from './page_cursor';

const FILTERS = { users: ['alice@example.com'], exclude: { verbs: ['watch'] } };
const CURSOR: PageCursor = {
  v: 1,
  from: 0,
  to: 1000,
  q: filtersFingerprint(FILTERS),
  ms: 500,
  at: ['2026-01-27T10:00:00.100000Z', 'x'.repeat(22)],
  total: { value: 7, relation: 'gte', approximate: 9 },
};

function refusal(text: string, filters = FILTERS): string {
  try {
    decodeCursor(text, filters);
  } catch (error) {
    if (isAuditError(error) && error.code === 'invalid_request') return error.message;
    throw error;
  }
  return 'accepted';
}

const forged = (change: object) =>
  Buffer.from(JSON.stringify({ ...CURSOR, ...change })).toString('base64url');

describe('a cursor', () => {
  it('comes back as it was written, safe for a URL', () => {
    expect(decodeCursor(encodeCursor(CURSOR), FILTERS)).toEqual(CURSOR);
    const begin = { ...CURSOR, at: undefined };
    expect(decodeCursor(encodeCursor(begin), FILTERS)).toEqual(begin);
    expect(encodeCursor(CURSOR)).toMatch(/^[\w-]+$/);
  });

  it('fits into a request', () => {
    expect(encodeCursor({ ...CURSOR, at: ['é'.repeat(64), 'x'.repeat(22)] }).length).toBeLessThan(
      4096
    );
  });

  it('belongs to its filters, whatever their order', () => {
    const other = { exclude: { verbs: ['watch'] }, users: ['alice@example.com'] };
    expect(refusal(encodeCursor(CURSOR), other)).toBe('accepted');
    const filters = { ...FILTERS, users: ['bob'] };
    expect(refusal(encodeCursor(CURSOR), filters)).toBe('cursor: it belongs to other filters');
  });

  it.each<[string, object]>([
    ['another version', { v: 2 }],
    ['a fraction', { ms: 0.5 }],
    ['an instant that is no date', { to: 1e300 }],
    ['an instant past all dates', { from: -8.64e15 - 1 }],
    ['a position that is no date', { ms: Number.MAX_SAFE_INTEGER }],
    ['a start before year 1', { from: Date.parse('0001-01-01T00:00:00Z') - 1 }],
    ['an end after year 9999', { to: Date.parse('9999-12-31T23:59:59.999Z') + 1 }],
    ['the last date of all', { to: 8.64e15 }],
    ['an end before its start', { from: 2000 }],
    ['a position after the end', { ms: 1001 }],
    ['a negative total', { total: { value: -1, relation: 'eq' } }],
    ['an unknown key', { index: 'secret' }],
    ['a hash of another length', { at: ['x', 'y'] }],
    ['a text for a number', { from: '0' }],
  ])('with %s is refused', (_what, change) => {
    expect(refusal(forged(change))).toBe('cursor: not a cursor of this plugin');
  });

  it.each([
    '',
    'x',
    '%%%',
    'bnVsbA',
    'W10',
    'e30',
    '\ud800',
    Buffer.from('{').toString('base64url'),
  ])('%j is none', (text) => {
    expect(refusal(text)).toBe('cursor: not a cursor of this plugin');
  });

  it('that is accepted always holds a period that can be told', () => {
    const number = fc.oneof(fc.maxSafeInteger(), fc.double(), fc.integer({ min: 0, max: 2000 }));
    fc.assert(
      fc.property(number, number, number, (from, to, ms) => {
        const text = forged({ from, to, ms });
        if (refusal(text) !== 'accepted') return;
        expect(() => toResolvedRange({ fromMs: from, toMs: to })).not.toThrow();
        expect(() => new EvenBars({ fromMs: from, toMs: to }).starts()).not.toThrow();
      }),
      { numRuns: 500 }
    );
  });

  it('is refused by name, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(refusal(text)).toMatch(/^(accepted|cursor: )/);
      })
    );
  });
});

describe('the order of events', () => {
  const place = fc.record({
    ms: fc.integer({ min: 0, max: 2 }),
    receivedAt: fc.constantFrom('', 'a', 'b', 'é', '😀', '\uffff'),
    hash: fc.constantFrom('x', 'y', 'Y'),
  });

  it('is a strict total one', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(comparePlaces(a, b) === 0).toBe(same);
        expect(Math.sign(comparePlaces(a, b)) + Math.sign(comparePlaces(b, a))).toBe(0);
        if (comparePlaces(a, b) <= 0 && comparePlaces(b, c) <= 0) {
          expect(comparePlaces(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 2000 }
    );
  });

  it('has the newest first, by microseconds within a millisecond', () => {
    const at = (ms: number, receivedAt: string) => ({ ms, receivedAt, hash: 'x' });
    const sorted = [at(1, '.001001Z'), at(2, '.002000Z'), at(1, '.001009Z')].sort(comparePlaces);
    expect(sorted.map(({ receivedAt }) => receivedAt)).toEqual([
      '.002000Z',
      '.001009Z',
      '.001001Z',
    ]);
  });

  it('has one place for all stages of an event, and different ones for different events', () => {
    const hits = recordedLog().map((source, i) => hitOf(source, String(i)));
    const places = new Set(hits.map((hit) => JSON.stringify(placeOf(hit))));
    expect(places.size).toBe(267);
    for (const hit of hits) expect(placeOf(hit).hash).toHaveLength(22);
  });
});
