/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { mergePages } from './merge_pages';
import { placed } from './placed_entry.test_support';
import type { PlacedEntry } from './timeline_entries';

const idsOf = ({ page }: { page: PlacedEntry[] }) => page.map(({ entry }) => entry.id);
const ms = (time: string) => placed('', time).place.ms;

describe('a page of all lanes', () => {
  const listed = [placed('ssh', '09:00'), placed('sudo', '12:00')];

  it('is newest first, whatever the lane', () => {
    const lanes = [{ entries: [placed('kube', '10:00')] }];
    expect(mergePages(listed, lanes, undefined, 10)).toEqual({
      page: [listed[1], lanes[0].entries[0], listed[0]],
    });
  });

  it('ends where a lane was not read further, and goes on there', () => {
    const lanes = [
      { entries: [placed('a', '11:00'), placed('b', '10:00')], wholeFromMs: ms('10:00') },
      { entries: [placed('c', '09:30')] },
    ];
    const first = mergePages(listed, lanes, undefined, 10);
    expect(idsOf(first)).toEqual(['sudo', 'a', 'b']);
    expect(first.next).toEqual(lanes[0].entries[1].place);
    const rest = [{ entries: [] }, { entries: [placed('c', '09:30')] }];
    const second = mergePages(listed, rest, first.next, 10);
    expect(idsOf(second)).toEqual(['c', 'ssh']);
    expect(second.next).toBeUndefined();
  });

  it('ends at the newest of the places to which lanes were read', () => {
    const lanes = [
      { entries: [placed('a', '11:00')], wholeFromMs: ms('08:00') },
      { entries: [placed('b', '11:30')], wholeFromMs: ms('11:15') },
    ];
    expect(idsOf(mergePages(listed, lanes, undefined, 10))).toEqual(['sudo', 'b']);
  });

  it('has no more rows than asked for, and within a millisecond goes on in the order of ids', () => {
    const entries = ['d', 'b', 'a', 'c'].map((id) => placed(id, '10:00'));
    const first = mergePages([], [{ entries }], undefined, 3);
    expect(idsOf(first)).toEqual(['a', 'b', 'c']);
    expect(idsOf(mergePages([], [{ entries }], first.next, 3))).toEqual(['d']);
  });

  it('of nothing is empty and the last', () => {
    expect(mergePages([], [{ entries: [] }], undefined, 3)).toEqual({ page: [] });
  });
});
