/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SearchResponse } from '../../search/search_types';
import { contextReasons, countOf } from './context_reasons';

const answer = (
  count: number | undefined,
  aggregations?: Record<string, unknown>
): SearchResponse => ({
  timed_out: false,
  _shards: { total: 1, successful: 1, failed: 0 },
  hits: { total: count === undefined ? undefined : { value: count, relation: 'eq' }, hits: [] },
  aggregations,
});

const HOUR = 3_600_000;
const PERIOD = { fromMs: 10 * HOUR, toMs: 20 * HOUR };

const reasonsOf = (unreadable: number, first?: number | null) =>
  contextReasons(answer(unreadable), answer(0, { first: { value: first } }), PERIOD);

describe('what the context says against an answer', () => {
  it('is nothing where all is read and kept', () => {
    expect(reasonsOf(0, 0)).toEqual([]);
    expect(reasonsOf(0, 11 * HOUR)).toEqual([]);
    expect(reasonsOf(0, null)).toEqual([]);
    expect(contextReasons(answer(0), answer(0), PERIOD)).toEqual([]);
  });

  it('counts what could not be read', () => {
    expect(reasonsOf(7, 0)).toEqual([
      expect.objectContaining({ code: 'unparsed_lines', source: 'kubeaudit', count: 7 }),
    ]);
    expect(reasonsOf(7, 0)[0].message).toMatch(/^7 records .* not in this answer/);
  });

  it('tells where retention begins, once it is clearly inside of the period', () => {
    expect(reasonsOf(0, 11 * HOUR + 1)).toEqual([
      expect.objectContaining({
        code: 'retention_starts_later',
        instant: '1970-01-01T11:00:00.001Z',
        message: expect.stringContaining('nothing is known about the time before') as string,
      }),
    ]);
  });

  it('tells that nothing is known of a period before retention', () => {
    const [reason] = reasonsOf(0, 30 * HOUR);
    expect(reason.code).toBe('retention_starts_later');
    expect(reason.message).toContain('nothing is known about it');
  });

  it('says both', () => {
    expect(reasonsOf(1, 30 * HOUR).map(({ code }) => code)).toEqual([
      'unparsed_lines',
      'retention_starts_later',
    ]);
  });

  it('takes an answer without a total for none counted', () => {
    expect(countOf(answer(undefined))).toBe(0);
  });
});
