/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { titleCoversIndex, toTitleSearch } from './index_title';

const INDEX = 'kubeaudit-default-2026.01.27-000001';

describe('titles of index patterns', () => {
  it.each(['kubeaudit*', '*', '*audit*', 'kube*-default-*', INDEX, 'authlog*, kubeaudit*'])(
    'finds that %s covers the index',
    (title) => {
      expect(titleCoversIndex(title, INDEX)).toBe(true);
    }
  );

  it.each([
    'authlog*',
    'kubeaudit',
    'kubeaudit*-000002',
    '',
    'kube*kubeaudit*',
    '*default*default*',
  ])('finds that "%s" does not cover the index', (title) => {
    expect(titleCoversIndex(title, INDEX)).toBe(false);
  });

  it('does not let the beginning and the end of a pattern share characters', () => {
    expect(titleCoversIndex('aba*aba', 'aba')).toBe(false);
    expect(titleCoversIndex('a*b*b', 'ab')).toBe(false);
  });

  it('agrees with a regular expression on small patterns', () => {
    const small = fc.stringOf(fc.constantFrom('a', 'b', '*'), { maxLength: 8 });
    const text = fc.stringOf(fc.constantFrom('a', 'b'), { maxLength: 8 });
    fc.assert(
      fc.property(small, text, (pattern, index) => {
        const expected = new RegExp(`^${pattern.replace(/\*+/g, '.*')}$`).test(index);
        expect(titleCoversIndex(pattern, index)).toBe(expected);
      }),
      { numRuns: 1000 }
    );
  });

  it('searches by the first word of the index', () => {
    expect(toTitleSearch(INDEX)).toBe('kubeaudit*');
    expect(toTitleSearch('.ds-kubeaudit-000001')).toBe('ds*');
  });

  it('searches for any title when the index begins with no word', () => {
    expect(toTitleSearch('-')).toBe('*');
  });
});
