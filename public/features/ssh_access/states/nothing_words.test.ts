/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { nothingNote, nothingTitle } from './nothing_words';

describe('words for no session', () => {
  it('tell an empty log from a quiet one and from filters that match nothing', () => {
    const titles = [
      nothingTitle({ lines: 0, filtered: false, incomplete: false }),
      nothingTitle({ lines: 34_154, filtered: false, incomplete: false }),
      nothingTitle({ lines: 34_154, filtered: true, incomplete: false }),
      nothingTitle({ lines: 34_154, filtered: false, incomplete: true }),
    ];
    expect(titles).toEqual([
      'authlog is empty for this period',
      'No session in this period',
      'No session matches these filters',
      'No session found in the part of authlog that could be read',
    ]);
  });

  it('say how many lines were read', () => {
    expect(nothingNote({ lines: 34_154, filtered: false, incomplete: false })).toMatch(
      /^34,154 lines of this period were read/
    );
  });

  it.each([true, false])('say that no line proves nothing (filtered: %s)', (filtered) => {
    expect(nothingNote({ lines: 0, filtered, incomplete: false })).toMatch(
      /hidden from you.*no proof that nobody logged in/
    );
  });

  it.each([0, 34_154])('never claim that all was read when it was not (%d lines)', (lines) => {
    const note = nothingNote({ lines, filtered: false, incomplete: true });
    expect(note).toMatch(/not all there is.*no proof that nobody logged in/);
  });
});
