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

/** A line delivered twice: the same to the fraction of a second. With whole seconds two lines may well be alike. */
function isSameLine(a: AuthlogLine, b: AuthlogLine): boolean {
  return (
    a.time === b.time &&
    a.message === b.message &&
    a.host === b.host &&
    a.pid === b.pid &&
    a.ident === b.ident &&
    a.cluster === b.cluster &&
    // A collector pads whole seconds with zeros.
    /[1-9]/.test(FRACTION.exec(a.time)?.[1] ?? '')
  );
}

/**
 * Puts lines that come by milliseconds into exact order, mixes in those whose time was repaired, and leaves
 * out repeated deliveries.
 */
export class TimeOrder {
  duplicates = 0;
  private sameMs: AuthlogLine[] = [];
  private nextRepaired = 0;

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
    while (this.nextRepaired < this.repaired.length) this.take(this.repaired[this.nextRepaired++]);
  }

  private flush(): void {
    const lines = this.sameMs;
    this.sameMs = [];
    if (lines.length === 0) return;
    if (lines.length > 1) lines.sort(compareLines);
    const { timeMs } = lines[0];
    while (
      this.nextRepaired < this.repaired.length &&
      placeOf(this.repaired[this.nextRepaired]) <= timeMs
    ) {
      this.take(this.repaired[this.nextRepaired++]);
    }
    lines.forEach((line, i) => {
      // Lines of one instant sort by delivery: a repeated one may have others of that instant before it.
      for (let k = i - 1; k >= 0 && k >= i - 50; k -= 1) {
        if (lines[k].time !== line.time) break;
        if (isSameLine(lines[k], line)) {
          this.duplicates += 1;
          return;
        }
      }
      this.take(line);
    });
  }
}
