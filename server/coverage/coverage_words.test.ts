/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  counted,
  lengthOf,
  number,
  per,
  shownName,
  silenceMessage,
  span,
  subjectOf,
} from './coverage_words';

const ms = (text: string) => Date.parse(text);

it('explains a silence of a node by what is usual', () => {
  const silence = {
    fromMs: ms('2026-01-27T02:00:00Z'),
    toMs: ms('2026-01-27T05:00:00Z'),
    ongoing: false,
    untilNow: false,
    usualPerBar: 40,
    expected: 120,
    basis: 'neighbouring_days' as const,
  };
  const key = { cluster: 'wc', host: 'node-2' };
  expect(silenceMessage(key, silence, 'authlog', 3_600_000)).toBe(
    'node-2 (cluster wc) had about 40 lines an hour at these hours of the neighbouring days, and none from 02:00 to 05:00 UTC on 2026-01-27: some 120 are missing, or nothing was written.'
  );
  const ongoing = { ...silence, ongoing: true, untilNow: true, basis: 'own_bars' as const };
  expect(silenceMessage(key, ongoing, 'authlog', 3_600_000)).toContain(
    'at other times (there are no neighbouring days to compare), and none since 2026-01-27 02:00 UTC, until now'
  );
});

it('names who wrote, without what a log could put into a name', () => {
  expect(subjectOf({ cluster: '' }, 'kubeaudit')).toBe(
    'The API audit log of what names no cluster'
  );
  expect(subjectOf({ cluster: '', host: 'n' }, 'authlog')).toBe('n (of no named cluster)');
  expect(shownName('a\u001b[31mb\u202ec')).toBe('a\ufffd[31mb\ufffdc');
  expect(shownName('x'.repeat(1000))).toHaveLength(101);
});

it('says spans, steps and numbers as a person does', () => {
  expect(span(ms('2026-01-27T22:00:00Z'), ms('2026-01-28T05:00:00Z'))).toBe(
    'from 2026-01-27 22:00 to 2026-01-28 05:00 UTC'
  );
  expect([3_600_000, 3 * 3_600_000, 86_400_000, 14 * 86_400_000].map(per)).toEqual([
    'an hour',
    'in 3 hours',
    'a day',
    'in 2 weeks',
  ]);
  expect([number(999), number(1_234_567)]).toEqual(['999', '1,234,567']);
  expect([counted(1, 'authlog'), counted(2, 'kubeaudit')]).toEqual(['1 line', '2 records']);
  expect([lengthOf(90_000), lengthOf(5 * 3_600_000), lengthOf(50 * 3_600_000)]).toEqual([
    '1 minutes',
    '5 hours',
    '2 days',
  ]);
});
