/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  TIMELINE_LANES,
  type PersonTimelineResponse,
  type TimelineEntry,
} from '../../../common/api/person_timeline';

/** A command that was certainly the person's. */
export function testEntry(part: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: 'sudo/1',
    lane: 'sudo',
    time: '2026-01-27T10:00:00.000000Z',
    timePrecision: 'exact',
    certainty: 'certain',
    cluster: 'prod-wc',
    host: 'node-1',
    account: 'ubuntu',
    text: 'ubuntu as root: /usr/bin/id',
    outcome: 'allowed',
    others: [],
    reasons: [],
    marks: [],
    sessionId: 's1',
    ...part,
  };
}

/** An answer with these entries; every lane has as many events as said. */
export function testTimeline(
  entries: TimelineEntry[],
  part: Partial<PersonTimelineResponse> = {},
  ofEachLane = 0
): PersonTimelineResponse {
  const bars = Array.from({ length: 24 }, (_, hour) => ({
    time: `2026-01-27T${String(hour).padStart(2, '0')}:00:00.000Z`,
    certain: Math.round(ofEachLane / 24),
    possible: 0,
  }));
  return {
    range: { from: '2026-01-27T00:00:00.000Z', to: '2026-01-28T00:00:00.000Z' },
    person: 'alice@example.com',
    identities: [{ kind: 'ssh_key', value: 'SHA256:a' }],
    intervalMs: 3_600_000,
    lanes: TIMELINE_LANES.map((id) => {
      const own = entries.filter(({ lane }) => lane === id);
      return {
        id,
        total: { value: Math.max(own.length, ofEachLane), relation: 'eq' },
        certain: own.filter(({ certainty }) => certainty === 'certain').length,
        possible: own.filter(({ certainty }) => certainty === 'possible').length,
        bars,
      };
    }),
    sessions: [],
    entries,
    completeness: { complete: true, reasons: [] },
    ...part,
  };
}
