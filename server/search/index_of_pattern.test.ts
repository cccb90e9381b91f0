/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { belongsToPattern } from './index_of_pattern';

describe('an index of a pattern', () => {
  it.each([
    ['kubeaudit-default-2026.01.27-000001', 'kubeaudit*'],
    ['kubeaudit', 'kubeaudit*'],
    ['kubeaudit', 'kubeaudit'],
    ['b-1', 'a-*,b-*'],
    ['b-1', ' a-* , b-* '],
    ['.ds-kubeaudit-000001', '.ds-kubeaudit-*'],
    ['eu:kubeaudit-1', '*:kubeaudit*'],
    ['eu:kubeaudit-1', 'eu:kubeaudit*'],
    ['kubeaudit-1', 'kubeaudit*,-kubeaudit-2*'],
  ])('%s belongs to %s', (index, pattern) => {
    expect(belongsToPattern(index, pattern)).toBe(true);
  });

  it.each([
    ['authlog-1', 'kubeaudit*'],
    ['xkubeaudit', 'kubeaudit*'],
    ['kubeaudit1', 'kubeaudit'],
    ['kubeauditX', 'kubeaudit*'],
    ['kubeaudit-2-x', 'kubeaudit*,-kubeaudit-2*'],
    ['eu:kubeaudit-1', 'kubeaudit*'],
    ['us:kubeaudit-1', 'eu:kubeaudit*'],
    ['kubeaudit*', 'kubeaudit*'],
    ['kubeaudit-1,authlog-1', 'kubeaudit*'],
    ['kubeaudit,-kubeaudit', 'kubeaudit*'],
    ['-kubeaudit', 'kubeaudit*'],
    ['<kubeaudit-{now/d}>', '<kubeaudit*'],
    ['kubeaudit/_search', 'kubeaudit*'],
    ['kubeaudit/../authlog', 'kubeaudit*'],
    ['kubeaudit?x', 'kubeaudit*'],
    ['kubeaudit#x', 'kubeaudit*'],
    ['kubeaudit x', 'kubeaudit*'],
    ['kubeaudit\n', 'kubeaudit*'],
    ['kubeaudit\\x', 'kubeaudit*'],
    ['kubeaudit"x', 'kubeaudit*'],
    ['a:b:kubeaudit', '*kubeaudit'],
    ['_all', '*'],
    ['*', '*'],
    ['', '*'],
    ['', ''],
    ['kubeaudit', ''],
    ['kubeauditX2026', 'kubeaudit.2026'],
    ['kubeaudit+', 'kubeaudi(t+)'],
  ])('%j does not belong to %j', (index, pattern) => {
    expect(belongsToPattern(index, pattern)).toBe(false);
  });

  it('is one plain name, whatever the text', () => {
    fc.assert(
      fc.property(fc.fullUnicodeString(), (text) => {
        const index = `kubeaudit${text}`;
        if (belongsToPattern(index, 'kubeaudit*')) expect(index).not.toMatch(/[\s,*?"<>|\\/#:]/);
      })
    );
  });

  it('is told in no time, however hostile the name', () => {
    const start = performance.now();
    belongsToPattern(`kubeaudit${'a'.repeat(200)}!`, '*a*a*a*a*b');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
