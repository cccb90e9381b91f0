/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from '../authlog_record';

const FRACTION = /[.,](\d{1,9})/;

/** Nanoseconds within the second, as text that sorts. */
function fraction(time: string): string {
  return (FRACTION.exec(time)?.[1] ?? '').padEnd(9, '0');
}

/** Lines of which only the day is sure come in order of delivery at the beginning of their day. */
function placeOf(line: AuthlogLine): number {
  return line.precision === 'hour_unknown'
    ? Math.floor(line.timeMs / 3_600_000) * 3_600_000
    : line.timeMs;
}

/** Order in which lines are taken: time, then digits beyond the millisecond, then delivery. */
export function compareLines(a: AuthlogLine, b: AuthlogLine): number {
  const byTime = placeOf(a) - placeOf(b);
  if (byTime !== 0) return byTime;
  if (a.precision === 'exact' && b.precision === 'exact') {
    const [left, right] = [fraction(a.time), fraction(b.time)];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.order - b.order;
}

/** Digits beyond the second, as written. A collector pads whole seconds with zeros: those say nothing. */
function digitsOf({ time, precision }: AuthlogLine): string {
  const digits = FRACTION.exec(time)?.[1] ?? '';
  return precision === 'exact' && /[1-9]/.test(digits) ? digits : '';
}

const keyOf = ({ cluster, host, ident, pid }: AuthlogLine): string =>
  JSON.stringify([cluster, host, ident, pid ?? null]);

/** Lines that are the same but for their times. */
class Alike {
  /** By message, which is the longest part and is not copied, and the other fields. */
  private readonly groups = new Map<string, Map<string, AuthlogLine[]>>();

  add(line: AuthlogLine): void {
    const ofMessage = this.groups.get(line.message) ?? new Map<string, AuthlogLine[]>();
    if (ofMessage.size === 0) this.groups.set(line.message, ofMessage);
    const key = keyOf(line);
    const group = ofMessage.get(key);
    if (group) group.push(line);
    else ofMessage.set(key, [line]);
  }

  holds(line: AuthlogLine): boolean {
    return this.groups.get(line.message)?.has(keyOf(line)) === true;
  }

  *several(): Iterable<AuthlogLine[]> {
    for (const ofMessage of this.groups.values()) {
      for (const group of ofMessage.values()) if (group.length > 1) yield group;
    }
  }
}

/**
 * Finds which of several lines of one second that are alike were delivered before: those that are the same to the
 * fraction, and with a pid those whose time has fewer digits than that of another (two collectors may write one time
 * in two ways), or none. Without a pid these are marked: they may be two.
 */
function findRepeated(group: readonly AuthlogLine[], repeated: Set<AuthlogLine>): void {
  const byDigits = new Map<string, AuthlogLine>();
  for (const line of group) {
    const digits = digitsOf(line);
    if (!byDigits.has(digits)) byDigits.set(digits, line);
    else if (digits !== '' || line.pid !== undefined) repeated.add(line);
    else line.perhapsRepeated = true;
  }
  if (byDigits.size === 1) return;
  const sorted = [...byDigits].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [i, [digits, line]] of sorted.entries()) {
    // In order of text those that begin alike follow one another.
    for (let j = i + 1; j < sorted.length && sorted[j][0].startsWith(digits); j += 1) {
      if (line.pid !== undefined) {
        repeated.add(line);
        break;
      }
      line.perhapsRepeated = true;
      sorted[j][1].perhapsRepeated = true;
    }
  }
}

const secondOf = (ms: number): number => Math.floor(ms / 1000);

/** Repaired lines first: then what has the time of another to the millisecond. */
const inOrder = (a: AuthlogLine, b: AuthlogLine): number =>
  placeOf(a) - placeOf(b) || Number(b.repaired) - Number(a.repaired) || compareLines(a, b);

/**
 * Puts lines that come by milliseconds into exact order, mixes in those whose time was repaired, and leaves
 * out repeated deliveries: lines that are the same to the fraction of a second, or alike to the second and the pid.
 * Where there is neither, two lines may well be two: then they are marked.
 */
export class TimeOrder {
  duplicates = 0;
  /** Of one millisecond; of a whole second where the time of one of them has no more digits. */
  private held: AuthlogLine[] = [];
  private holdsSecond = false;
  private nextRepaired = 0;
  /** Lines of which only the day is known, of the day at hand. */
  private ofDay = { place: NaN, toMs: -Infinity, lines: new Alike() };

  /** @param repaired in any order; they are held in memory as a whole */
  constructor(
    private readonly repaired: AuthlogLine[],
    private readonly take: (line: AuthlogLine) => void
  ) {
    this.repaired.sort(compareLines);
  }

  /** The next line: of the same millisecond as the one before, or of a later one. */
  add(line: AuthlogLine): void {
    const [first] = this.held;
    const fits =
      first !== undefined &&
      (this.holdsSecond
        ? secondOf(first.timeMs) === secondOf(line.timeMs)
        : first.timeMs === line.timeMs);
    if (!fits) {
      this.flush();
      this.takeRepaired(secondOf(line.timeMs) * 1000 - 1);
      const next = this.repaired[this.nextRepaired];
      this.holdsSecond = next !== undefined && secondOf(placeOf(next)) === secondOf(line.timeMs);
    }
    this.held.push(line);
    this.holdsSecond ||= digitsOf(line) === '';
  }

  /** There are no more lines. */
  finish(): void {
    this.flush();
    this.takeRepaired(Infinity);
  }

  private flush(): void {
    const lines = this.held;
    this.held = [];
    const [first] = lines;
    if (first === undefined) return;
    if (this.holdsSecond) lines.push(...this.repairedUntil(secondOf(first.timeMs) * 1000 + 999));
    if (lines.length > 1) lines.sort(inOrder);
    this.takeAll(lines);
  }

  /** Those that are placed at that instant or before, a second at a time. */
  private takeRepaired(toMs: number): void {
    while (this.nextRepaired < this.repaired.length) {
      const place = placeOf(this.repaired[this.nextRepaired]);
      if (place > toMs) return;
      this.takeAll(this.repairedUntil(Math.min(toMs, secondOf(place) * 1000 + 999)));
    }
  }

  private repairedUntil(toMs: number): AuthlogLine[] {
    const from = this.nextRepaired;
    while (
      this.nextRepaired < this.repaired.length &&
      placeOf(this.repaired[this.nextRepaired]) <= toMs
    ) {
      this.nextRepaired += 1;
    }
    return this.repaired.slice(from, this.nextRepaired);
  }

  /** Lines of one millisecond or second, in order. */
  private takeAll(lines: readonly AuthlogLine[]): void {
    const repeated = new Set<AuthlogLine>();
    if (lines.length > 1) {
      const alike = new Alike();
      for (const line of lines) if (line.precision !== 'hour_unknown') alike.add(line);
      for (const group of alike.several()) findRepeated(group, repeated);
    }
    this.duplicates += repeated.size;
    for (const line of lines) {
      if (repeated.has(line)) continue;
      if (line.precision === 'hour_unknown') this.takeOfDay(line);
      else {
        // The same as one of that day of which the hour is not known: it may be that one.
        const known = line.timeMs <= this.ofDay.toMs && this.ofDay.lines.holds(line);
        if (known) line.perhapsRepeated = true;
        this.take(line);
      }
    }
  }

  private takeOfDay(line: AuthlogLine): void {
    const place = placeOf(line);
    if (place !== this.ofDay.place) {
      this.ofDay = { place, toMs: line.timeToMs, lines: new Alike() };
    }
    this.ofDay.toMs = Math.max(this.ofDay.toMs, line.timeToMs);
    if (this.ofDay.lines.holds(line)) {
      if (line.pid !== undefined) {
        this.duplicates += 1;
        return;
      }
      line.perhapsRepeated = true;
    } else this.ofDay.lines.add(line);
    this.take(line);
  }
}
