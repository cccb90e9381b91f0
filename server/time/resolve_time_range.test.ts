/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { isAuditError } from '../errors/audit_error';
import { resolveTimeRange, toResolvedRange } from './resolve_time_range';

/** A Tuesday. */
const NOW = new Date('2026-01-27T10:20:30.456Z');

const resolved = (from: string, to = '9999-12-31T23:59:59.999Z') =>
  toResolvedRange(resolveTimeRange({ from, to }, NOW));
const fromOf = (from: string) => resolved(from).from;
const toOf = (to: string) => resolved('0001-01-01', to).to;

function refusal(from: string, to = '9999-12-31'): string {
  try {
    resolveTimeRange({ from, to }, NOW);
  } catch (error) {
    if (isAuditError(error) && error.code === 'invalid_request') return error.message;
    throw error;
  }
  return 'accepted';
}

describe('an instant of a period', () => {
  it.each([
    ['2026-01-27T10:00:00.123Z', '2026-01-27T10:00:00.123Z'],
    ['2026-01-27T10:00:00Z', '2026-01-27T10:00:00.000Z'],
    ['2026-01-27T10:00Z', '2026-01-27T10:00:00.000Z'],
    ['2026-01-27T10:00:00.1Z', '2026-01-27T10:00:00.100Z'],
    ['2026-01-27T10:00:00,5Z', '2026-01-27T10:00:00.500Z'],
    ['2026-01-27T10:00:00.104211999Z', '2026-01-27T10:00:00.104Z'],
    ['2026-01-27T10:00:00+02:00', '2026-01-27T08:00:00.000Z'],
    ['2026-01-27T10:00:00-0330', '2026-01-27T13:30:00.000Z'],
    ['2026-01-27T10:00:00.104211000+00:00', '2026-01-27T10:00:00.104Z'],
    ['2026-01-27T24:00:00Z', '2026-01-28T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(fromOf(text)).toBe(instant);
  });

  it.each(['2026-01-27T10:00:00', '2026-07-27T10:00', '2026-01-27T10:00:00.5', '2026-07-27'])(
    '%s, without a zone, is in UTC wherever the server stands',
    (text) => {
      const [date, time = '00:00:00'] = text.split('T');
      expect(fromOf(text)).toBe(fromOf(`${date}T${time}Z`));
    }
  );

  it.each([
    ['now', '2026-01-27T10:20:30.456Z'],
    ['now-7d', '2026-01-20T10:20:30.456Z'],
    ['now+1h', '2026-01-27T11:20:30.456Z'],
    ['now-90s', '2026-01-27T10:19:00.456Z'],
    ['now-1M', '2025-12-27T10:20:30.456Z'],
    ['now-1y', '2025-01-27T10:20:30.456Z'],
    ['now-2w', '2026-01-13T10:20:30.456Z'],
    ['now-1d+2h', '2026-01-26T12:20:30.456Z'],
    ['now-1d/d', '2026-01-26T00:00:00.000Z'],
    ['now/h', '2026-01-27T10:00:00.000Z'],
    ['now/M', '2026-01-01T00:00:00.000Z'],
    ['now/y', '2026-01-01T00:00:00.000Z'],
  ])('%s is %s as a start', (text, instant) => {
    expect(fromOf(text)).toBe(instant);
  });

  it.each([
    ['now', '2026-01-27T10:20:30.456Z'],
    ['now/d', '2026-01-27T23:59:59.999Z'],
    ['now-1d/d', '2026-01-26T23:59:59.999Z'],
    ['now/h', '2026-01-27T10:59:59.999Z'],
    ['now/M', '2026-01-31T23:59:59.999Z'],
    ['now/y', '2026-12-31T23:59:59.999Z'],
  ])('%s is %s as an end', (text, instant) => {
    expect(toOf(text)).toBe(instant);
  });

  it('begins a week on Monday, as OpenSearch does', () => {
    expect(resolved('now/w', 'now/w')).toEqual({
      from: '2026-01-26T00:00:00.000Z',
      to: '2026-02-01T23:59:59.999Z',
    });
  });

  it.each([
    '2026-02-29',
    '2025-02-29T00:00:00Z',
    '1900-02-29',
    '2026-02-30T00:00:00Z',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-01-27T25:00:00Z',
    '2026-01-27T10:60:00Z',
    '2026-01-27T10:00:00+99:99',
    'yesterday',
    'now-',
    'now-7',
    'now-7x',
    'now-1.5d',
    'now/2d',
    'now-7d||/d',
    '2026-01-27||/d',
    'now now',
    ' now',
    'NOW',
    '1769508000000',
    '27.01.2026',
    '01/27/2026',
    'Tue Jan 27 2026',
    '2026-01-27T10:00:00Z\n',
    '2026-01-27T10:00:00Z; DROP',
    '__proto__',
    '\u0000',
  ])('%j is refused, with its text and place', (text) => {
    expect(refusal(text)).toContain('timeRange.from: ');
    expect(refusal('0001-01-01', text)).toContain('timeRange.to: ');
  });

  it.each(['0000-12-31', 'now+9000y', 'now-3000y', 'now+999999999y', 'now-999999999M'])(
    '%s is outside of what OpenSearch can date',
    (text) => {
      expect(refusal(text)).toContain('timeRange.from: ');
    }
  );
});

describe('a period', () => {
  it('may be a single instant, both ends included', () => {
    const at = '2026-01-27T10:00:00.000Z';
    expect(resolved(at, at)).toEqual({ from: at, to: at });
    expect(resolved('now/d', 'now/d')).toEqual({
      from: '2026-01-27T00:00:00.000Z',
      to: '2026-01-27T23:59:59.999Z',
    });
  });

  it('is refused where it ends before it begins', () => {
    expect(refusal('now', 'now-1d')).toBe('timeRange: "to" is before "from"');
    expect(refusal('2026-01-27T10:00:00.001Z', '2026-01-27T10:00:00.000Z')).toContain('before');
  });

  it('resolves or is refused, never anything else, whatever the text', () => {
    const piece = fc.constantFrom('now', '-', '+', '/', 'd', 'w', 'M', 'y', '7', '999999999', 'Z');
    const text = fc.oneof(
      fc.string({ maxLength: 64 }),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      fc.date().map((date) => (Number.isNaN(date.getTime()) ? 'x' : date.toISOString()))
    );
    fc.assert(
      fc.property(text, text, (from, to) => {
        if (refusal(from, to) !== 'accepted') return;
        const { fromMs, toMs } = resolveTimeRange({ from, to }, NOW);
        expect(toMs).toBeGreaterThanOrEqual(fromMs);
      }),
      { numRuns: 1000 }
    );
  });
});
