/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { takePage } from '../paging/list_cursor';
import type { KubeLane } from './kube_lanes';
import type { PlacedEntry } from './timeline_entries';

/**
 * Merges what is all at hand with lanes of which only the newest events were read.
 *
 * @param after entries up to this place were answered before
 * @returns at most `limit` entries, newest first, and where to read on while there are more
 */
export function mergePages(
  listed: readonly PlacedEntry[],
  kubeLanes: ReadonlyArray<Pick<KubeLane, 'entries' | 'wholeFromMs'>>,
  after: PlacedEntry['place'] | undefined,
  limit: number
): { page: PlacedEntry[]; next?: PlacedEntry['place'] } {
  // Nothing older than what a lane was read to may be listed before the rest of that lane.
  const horizonMs = Math.max(...kubeLanes.map(({ wholeFromMs = -Infinity }) => wholeFromMs));
  const rows = [...listed, ...kubeLanes.flatMap(({ entries }) => entries)];
  const within = rows.filter(({ place }) => place.ms >= horizonMs);
  const taken = takePage(within, ({ place }) => place, after, limit);
  const last = taken.page[taken.page.length - 1];
  const more = taken.next !== undefined || (horizonMs > -Infinity && last !== undefined);
  return { page: taken.page, ...(more && last ? { next: last.place } : {}) };
}
