/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A time as a clock on the wall shows it. */
export interface LocalTime {
  year: number;
  /** 1 is January. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** The instants at which a clock shows one and the same time: they differ where the clocks are set back. */
export interface Instants {
  firstMs: number;
  lastMs: number;
}

const DAY_MS = 86_400_000;

/** Days and zones remembered. */
const MAX_REMEMBERED = 2000;

const formats = new Map<string, Intl.DateTimeFormat>();
const daysOfOneOffset = new Map<string, number | null>();

/**
 * Offset of a zone from UTC at an instant, in milliseconds.
 *
 * @throws RangeError where the zone is unknown; the configuration accepts none such
 */
export function offsetAt(instantMs: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)])
  );
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instantMs / 1000) * 1000;
}

/** The offset that a zone has through the whole of a day and of those next to it; null where it changes. */
function offsetOfDay(dayMs: number, timeZone: string): number | null {
  const key = `${dayMs} ${timeZone}`;
  let offset = daysOfOneOffset.get(key);
  if (offset === undefined) {
    const before = offsetAt(dayMs - DAY_MS, timeZone);
    const same = [0, 1, 2].every((days) => offsetAt(dayMs + days * DAY_MS, timeZone) === before);
    offset = same ? before : null;
    if (daysOfOneOffset.size >= MAX_REMEMBERED) daysOfOneOffset.clear();
    daysOfOneOffset.set(key, offset);
  }
  return offset;
}

/**
 * The instants, in milliseconds, at which a clock in that zone shows this time. A time that the clocks skip is
 * read with the offset before and the one after. Undefined where the day does not exist.
 *
 * @param timeZone IANA name
 */
export function toInstants(local: LocalTime, timeZone: string): Instants | undefined {
  const { year, month, day, hour, minute, second } = local;
  const dayMs = Date.UTC(year, month - 1, day);
  const date = new Date(dayMs);
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return undefined;
  const asUtc = dayMs + ((hour * 60 + minute) * 60 + second) * 1000;
  if (timeZone === 'UTC') return { firstMs: asUtc, lastMs: asUtc };
  const constant = offsetOfDay(dayMs, timeZone);
  if (constant !== null) return { firstMs: asUtc - constant, lastMs: asUtc - constant };
  const offsets = [offsetAt(asUtc - DAY_MS, timeZone), offsetAt(asUtc + DAY_MS, timeZone)];
  const shown = offsets.filter((offset) => offsetAt(asUtc - offset, timeZone) === offset);
  const used = shown.length > 0 ? shown : offsets;
  return { firstMs: asUtc - Math.max(...used), lastMs: asUtc - Math.min(...used) };
}
