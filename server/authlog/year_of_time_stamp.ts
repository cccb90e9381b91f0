/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

// A traditional time stamp names no year: the collector takes the one in which it collects. A line of 31 December
// that it collects in January gets the new year, and is then of a December that has not come yet. Where the clocks of
// the nodes are ahead of the collector's, a line of 1 January gets the old year.

/** What is known of when a document was collected. */
export interface Collection {
  /** The present, in milliseconds: nothing was collected later. */
  nowMs: number;
  /** Name of its index, which may hold the date of its first document. */
  index: string;
  /** The clocks of the nodes may be ahead of the collector's: the year began for them before it did in UTC. */
  zoneAhead?: boolean;
  /** The oldest time that any document of the log has, where it is known. */
  keptFromMs?: number;
}

/** A day as the time stamp and the index time name it. */
export interface NamedDay {
  year: number;
  /** 1 is January. */
  month: number;
  day: number;
}

const DAY_MS = 86_400_000;

/** Clocks of nodes may be ahead, in zones that are ahead. */
const AHEAD_MS = 2 * DAY_MS;

/** What is further ahead than this is no clock that is wrong. */
const FAR_AHEAD_MS = 31 * DAY_MS;

/** A collector that stood still over the turn of the year may be late by this. */
const LATE_MS = 31 * DAY_MS;

/** An index of one day, week or month gets documents for so long. */
const WRITTEN_MS = 62 * DAY_MS;

/** The first day of December of which lines are looked at that are not of a time to come. */
export const TURN_OF_THE_YEAR = 25;

const DATE_IN_NAME = /(?:^|\D)(\d{4})[.-](\d{2})(?:[.-](\d{2}))?(?!\d)/;

/** Date in the name of an index, such as `authlog-default-2026.01.27-000031` or `authlog-2026.01`. */
function dateOfIndex(name: string): number | undefined {
  const match = DATE_IN_NAME.exec(name);
  if (!match) return undefined;
  const ms = Date.parse(`${match[1]}-${match[2]}-${match[3] ?? '01'}T00:00:00Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** 1 January: of the year that was given, or of the next one where the collector had not come to it yet. */
function atNewYear(year: number, { nowMs, index }: Collection): number[] {
  const [namedMs, nextMs] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  if (nextMs - nowMs > AHEAD_MS) return [year];
  const createdMs = dateOfIndex(index);
  if (createdMs === undefined) return [year + 1, year];
  if (createdMs <= namedMs + WRITTEN_MS || createdMs > nextMs + AHEAD_MS) return [year];
  return createdMs >= nextMs - WRITTEN_MS ? [year + 1] : [year + 1, year];
}

/**
 * The years of which a line can be whose time stamp was given this year: that one, the one before or after, or two
 * where nothing tells. Newest first.
 */
export function yearsOf({ year, month, day }: NamedDay, collection: Collection): number[] {
  const { nowMs, index, keptFromMs } = collection;
  const namedMs = Date.UTC(year, month - 1, day);
  const aheadMs = namedMs - nowMs;
  if (aheadMs > AHEAD_MS) {
    return month === 12 || aheadMs > FAR_AHEAD_MS ? [year - 1] : [year];
  }
  if (month === 1 && day === 1 && collection.zoneAhead) return atNewYear(year, collection);
  if (month !== 12 || day < TURN_OF_THE_YEAR) return [year];
  const both = [year, year - 1];
  const createdMs = dateOfIndex(index);
  if (createdMs === undefined) {
    // Collected in January, it would be among documents of that January.
    return keptFromMs !== undefined && keptFromMs >= Date.UTC(year, 1, 1) ? [year] : both;
  }
  if (namedMs <= createdMs + WRITTEN_MS) return [year];
  // An index of the last turn of the year to which documents of this one were added, or a late line.
  return Date.UTC(year - 1, month - 1, day) >= createdMs - LATE_MS ? both : [year];
}
