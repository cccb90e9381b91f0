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

/**
 * Whether a line came before: `same` in everything, to the fraction of a second; `alike` where one of the two times
 * has fewer digits, or both are whole seconds.
 */
type Repeat = 'new' | 'same' | 'alike';

/** Lines of one moment, to tell which of them came before. */
class Moment {
  /** Digits of the times, by message, which is the longest part and is not copied, and the other fields. */
  private readonly seen = new Map<string, Map<string, string[]>>();

  /** Two collectors may write one time in two ways: with fewer digits, or `+00:00` for `Z`. */
  repeat(line: AuthlogLine): Repeat {
    if (this.seen.size === 0) return 'new';
    const known = this.seen.get(line.message)?.get(keyOf(line));
    if (!known) return 'new';
    const digits = digitsOf(line);
    if (known.includes(digits)) return digits === '' ? 'alike' : 'same';
    const alike = known.some((each) => each.startsWith(digits) || digits.startsWith(each));
    return alike ? 'alike' : 'new';
  }

  /** Remembers a line. */
  add(line: AuthlogLine): void {
    const ofMessage = this.seen.get(line.message) ?? new Map<string, string[]>();
    if (ofMessage.size === 0) this.seen.set(line.message, ofMessage);
    const key = keyOf(line);
    const [known, digits] = [ofMessage.get(key), digitsOf(line)];
    if (!known) ofMessage.set(key, [digits]);
    else if (!known.includes(digits)) known.push(digits);
  }
}

const keyOf = ({ cluster, host, ident, pid }: AuthlogLine): string =>
  JSON.stringify([cluster, host, ident, pid ?? null]);

/**
 * Puts lines that come by milliseconds into exact order, mixes in those whose time was repaired, and leaves
 * out repeated deliveries: lines that are the same to the fraction of a second, or alike to the second and the pid.
 * Where there is neither, two lines may well be two: then the second one is marked.
 */
export class TimeOrder {
  duplicates = 0;
  private sameMs: AuthlogLine[] = [];
  private nextRepaired = 0;
  /** Lines of whole seconds, of the second at hand. */
  private whole = { second: NaN, moment: new Moment() };
  /** Lines of which only the day is known, of the day at hand. */
  private ofDay = { place: NaN, toMs: -Infinity, moment: new Moment() };

  /** @param repaired in any order; they are held in memory as a whole */
  constructor(
    private readonly repaired: AuthlogLine[],
    private readonly take: (line: AuthlogLine) => void
  ) {
    this.repaired.sort(compareLines);
  }

  /** The next line: of the same millisecond as the one before, or of a later one. */
  add(line: AuthlogLine): void {
    if (this.sameMs.length > 0 && this.sameMs[0].timeMs !== line.timeMs) this.flush();
    this.sameMs.push(line);
  }

  /** There are no more lines. */
  finish(): void {
    this.flush();
    this.takeRepaired(Infinity);
  }

  private flush(): void {
    const lines = this.sameMs;
    this.sameMs = [];
    if (lines.length === 0) return;
    if (lines.length > 1) lines.sort(compareLines);
    this.takeRepaired(lines[0].timeMs);
    const moment = lines.length > 1 ? new Moment() : undefined;
    for (const line of lines) this.takeTimed(line, moment);
  }

  /** Those that are placed at that instant or before. */
  private takeRepaired(toMs: number): void {
    while (this.nextRepaired < this.repaired.length) {
      const line = this.repaired[this.nextRepaired];
      if (placeOf(line) > toMs) return;
      this.nextRepaired += 1;
      if (line.precision === 'hour_unknown') this.takeOfDay(line);
      else this.takeTimed(line);
    }
  }

  private takeOfDay(line: AuthlogLine): void {
    const place = placeOf(line);
    if (place !== this.ofDay.place) {
      this.ofDay = { place, toMs: line.timeToMs, moment: new Moment() };
    }
    this.ofDay.toMs = Math.max(this.ofDay.toMs, line.timeToMs);
    const repeat = this.ofDay.moment.repeat(line);
    if (repeat === 'new') this.ofDay.moment.add(line);
    this.takeOnce(line, repeat);
  }

  /** @param moment lines of the same millisecond before it, where there are several */
  private takeTimed(line: AuthlogLine, moment?: Moment): void {
    const second = Math.floor(line.timeMs / 1000);
    if (second !== this.whole.second) this.whole = { second, moment: new Moment() };
    let repeat = this.whole.moment.repeat(line);
    if (repeat === 'new' && moment) repeat = moment.repeat(line);
    const remembering = digitsOf(line) === '' ? this.whole.moment : moment;
    if (repeat !== 'same') remembering?.add(line);
    this.takeOnce(line, repeat);
  }

  private takeOnce(line: AuthlogLine, repeat: Repeat): void {
    if (repeat === 'same' || (repeat === 'alike' && line.pid !== undefined)) {
      this.duplicates += 1;
      return;
    }
    // The same as one of that day of which the hour is not known: it may be that one.
    const perhaps =
      repeat === 'alike' ||
      (line.precision !== 'hour_unknown' &&
        line.timeMs <= this.ofDay.toMs &&
        this.ofDay.moment.repeat(line) !== 'new');
    if (perhaps) line.perhapsRepeated = true;
    this.take(line);
  }
}
