/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { nothingTitle, recordsWords } from './nothing_words';

describe('words for nothing', () => {
  it('are sure when every record was looked at', () => {
    const basis = { recordsInRange: 34_154, incomplete: false };
    expect(nothingTitle(basis)).toBe('No request matches');
    expect(recordsWords(basis)).toBe(
      '34,154 records of this period were looked at, and none is of a request that matches.'
    );
  });

  it('say that an empty log proves nothing', () => {
    const basis = { recordsInRange: 0, incomplete: false };
    expect(nothingTitle(basis)).toBe('The log is empty for this period');
    expect(recordsWords(basis)).toMatch(/hidden from you.*no proof that nothing happened/);
  });

  it.each([0, 34_154])(
    'never claim that all of %d records were looked at when the answer is not complete',
    (recordsInRange) => {
      const basis = { recordsInRange, incomplete: true };
      expect(nothingTitle(basis)).toBe(
        'Nothing found in the part of the log that could be searched'
      );
      expect(recordsWords(basis)).not.toMatch(/looked at|no record at all/);
      expect(recordsWords(basis)).toMatch(/said above.*no proof that nothing happened/);
    }
  );
});
