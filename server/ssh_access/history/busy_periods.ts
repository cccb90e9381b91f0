/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Something that opens and closes, of which the closing line may not say which one it closes. */
export interface Openable {
  /** Told the last instant at which it may have been open. */
  closedBy(toMs: number): void;
}

interface Entry {
  item: Openable;
  pid?: string;
  /** Latest instant at which it may be open, where that is known already. */
  boundMs?: number;
}

interface Outstanding {
  items: Entry[];
  closes: number;
  /** Last instant of an end so far: of one whose hour is not known it may be after that of a later line. */
  closedToMs: number;
  /** Until then it is not known whether all of `closes` closed one of `items`. */
  doubtToMs: number;
}

/** What is known of a closing line besides its time. */
export interface Closing {
  /** Where lines have it, it tells exactly which session a line is of. */
  pid?: string;
  /** Milliseconds: it may have closed nothing of this, and what it seems to close may be open for so long. */
  doubtMs?: number;
}

function bound(entry: Entry, toMs: number): void {
  entry.boundMs = Math.min(entry.boundMs ?? Infinity, toMs);
  entry.item.closedBy(entry.boundMs);
}

/**
 * Bounds what is open when `session closed for user root` does not say whose: of several sessions that are
 * open together each may be open until all of them are closed.
 */
export class BusyPeriods {
  private readonly byKey = new Map<string, Outstanding>();

  /** @param pid of the line; where lines have it, it tells exactly which session a line is of */
  open(key: string, item: Openable, pid?: string): void {
    const outstanding = this.byKey.get(key) ?? {
      items: [],
      closes: 0,
      closedToMs: -Infinity,
      doubtToMs: -Infinity,
    };
    outstanding.items.push({ item, pid });
    this.byKey.set(key, outstanding);
  }

  /** @returns false when nothing is open that this line could close */
  close(key: string, toMs: number, { pid, doubtMs }: Closing = {}): boolean {
    const outstanding = this.byKey.get(key);
    if (!outstanding) return false;
    if (doubtMs !== undefined) outstanding.doubtToMs = toMs + doubtMs;
    const { items, doubtToMs } = outstanding;
    const exact = pid === undefined ? -1 : items.findIndex((entry) => entry.pid === pid);
    if (exact >= 0) {
      bound(items[exact], doubtMs === undefined ? toMs : doubtToMs);
      items.splice(exact, 1);
    } else if (items.every((entry) => entry.pid !== undefined) && pid !== undefined) {
      return false;
    } else {
      outstanding.closes += 1;
      outstanding.closedToMs = Math.max(outstanding.closedToMs, toMs);
    }
    if (outstanding.closes >= items.length) {
      // One end too many may have been counted: what begins next must not be ended by the end of another one.
      const inDoubt = toMs < doubtToMs;
      const boundMs = Math.max(toMs, outstanding.closedToMs, inDoubt ? doubtToMs : -Infinity);
      items.forEach((entry) => bound(entry, boundMs));
      if (!inDoubt || items.length === 0) this.byKey.delete(key);
    }
    return true;
  }

  /** The host started anew: nothing is open any more. */
  closeAll(toMs: number): void {
    for (const { items } of this.byKey.values()) items.forEach((entry) => bound(entry, toMs));
    this.byKey.clear();
  }
}
