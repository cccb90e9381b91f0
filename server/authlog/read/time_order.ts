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

/** The time has digits beyond the second. A collector pads whole seconds with zeros. */
const isFine = ({ time }: AuthlogLine): boolean => /[1-9]/.test(FRACTION.exec(time)?.[1] ?? '');

/** Lines of one moment, to tell which of them came before. */
class Moment {
  /** By text, which is the longest part and is not copied. */
  private readonly seen = new Map<string, Set<string>>();

  /** Whether a line that is the same in everything came before. */
  holds({ time, cluster, host, ident, pid, message }: AuthlogLine): boolean {
    const rest = JSON.stringify([time, cluster, host, ident, pid ?? null]);
    const known = this.seen.get(message);
    if (known?.has(rest)) return true;
    if (known) known.add(rest);
    else this.seen.set(message, new Set([rest]));
    return false;
  }
}

/**
 * Puts lines that come by milliseconds into exact order, mixes in those whose time was repaired, and leaves
 * out repeated deliveries: lines that are the same to the fraction of a second, or to the second and the pid. Where
 * there is neither, two lines may well be alike: then the second one is marked.
 */
export class TimeOrder {
  duplicates = 0;
  private sameMs: AuthlogLine[] = [];
  private nextRepaired = 0;
  private repairedPlace = NaN;
  private repairedMoment = new Moment();

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
    const { timeMs } = lines[0];
    this.takeRepaired(timeMs);
    if (lines.length === 1) {
      this.take(lines[0]);
      return;
    }
    const moment = new Moment();
    for (const line of lines) this.takeOnce(line, moment);
  }

  /** Those that are placed at that instant or before. */
  private takeRepaired(toMs: number): void {
    while (this.nextRepaired < this.repaired.length) {
      const line = this.repaired[this.nextRepaired];
      const place = placeOf(line);
      if (place > toMs) return;
      if (place !== this.repairedPlace) {
        this.repairedPlace = place;
        this.repairedMoment = new Moment();
      }
      this.nextRepaired += 1;
      this.takeOnce(line, this.repairedMoment);
    }
  }

  private takeOnce(line: AuthlogLine, moment: Moment): void {
    if (moment.holds(line)) {
      if (line.pid !== undefined || isFine(line)) {
        this.duplicates += 1;
        return;
      }
      line.perhapsRepeated = true;
    }
    this.take(line);
  }
}
