/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimelineEntry } from '../../common/api/person_timeline';
import type { PlacedEntry } from './timeline_entries';

/** The day of these tests. */
export const DAY = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-27T23:59:59.999Z'),
};

/** An entry with this id at this time of the day, such as `08:00` or `08:00:00.001`. */
export function placed(id: string, time: string, part: Partial<TimelineEntry> = {}): PlacedEntry {
  const at = new Date(`2026-01-27T${time.padEnd(8, ':00')}Z`).toISOString();
  return {
    place: { ms: Date.parse(at), id },
    entry: {
      id,
      lane: 'ssh',
      time: at,
      timePrecision: 'exact',
      certainty: 'certain',
      cluster: 'wc',
      account: 'ubuntu',
      text: '',
      outcome: 'allowed',
      others: [],
      reasons: [],
      marks: [],
      ...part,
    },
  };
}
