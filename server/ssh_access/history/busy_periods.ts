/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Something that opens and closes, of which the closing line may not say which one it closes. */
export interface Openable {
  /** Told the last instant at which it may have been open. */
  closedBy(toMs: number): void;
}

interface Outstanding {
  items: Array<{ item: Openable; pid?: string }>;
  closes: number;
}

/**
 * Bounds what is open when `session closed for user root` does not say whose: of several sessions that are
 * open together each may be open until all of them are closed.
 */
export class BusyPeriods {
  private readonly byKey = new Map<string, Outstanding>();

  /** @param pid of the line; where lines have it, it tells exactly which session a line is of */
  open(key: string, item: Openable, pid?: string): void {
    const outstanding = this.byKey.get(key) ?? { items: [], closes: 0 };
    outstanding.items.push({ item, pid });
    this.byKey.set(key, outstanding);
  }

  /** @returns false when nothing is open that this line could close */
  close(key: string, toMs: number, pid?: string): boolean {
    const outstanding = this.byKey.get(key);
    if (!outstanding) return false;
    const exact =
      pid === undefined ? -1 : outstanding.items.findIndex((entry) => entry.pid === pid);
    if (exact >= 0) {
      outstanding.items[exact].item.closedBy(toMs);
      outstanding.items.splice(exact, 1);
    } else if (outstanding.items.every((entry) => entry.pid !== undefined) && pid !== undefined) {
      return false;
    } else {
      outstanding.closes += 1;
    }
    if (outstanding.closes >= outstanding.items.length) {
      outstanding.items.forEach(({ item }) => item.closedBy(toMs));
      this.byKey.delete(key);
    }
    return true;
  }

  /** The host started anew: nothing is open any more. */
  closeAll(toMs: number): void {
    for (const { items } of this.byKey.values()) items.forEach(({ item }) => item.closedBy(toMs));
    this.byKey.clear();
  }
}
