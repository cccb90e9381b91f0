/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { HostHistory, SessionRecord, TerminalUse } from '../ssh_access/history/host_history';

/** A terminal given to a connection by a VERBOSE line. */
export interface Tie {
  session: SessionRecord;
  use: TerminalUse;
}

/** Sessions of a host at a moment. */
export interface SessionsThere {
  open: readonly SessionRecord[];
  /** They had ended, but systemd-logind had not removed them. */
  lingering: readonly SessionRecord[];
}

/** A tie at a moment. */
export interface Holder extends Tie {
  /** False where the host may have stopped without a line since: then the terminal may be another's. */
  certain: boolean;
}

/** `/dev/pts/0`, `pts/0` → `pts/0`; what names no terminal → undefined. */
export function toTerminal(tty: string | undefined): string | undefined {
  if (tty === undefined) return undefined;
  const name = tty.startsWith('/dev/') ? tty.slice(5) : tty;
  return name === '' ||
    name === 'unknown' ||
    name === 'none' ||
    name === '?' ||
    name === 'not a tty'
    ? undefined
    : name;
}

/** Number of a terminal: the kernel gives the lowest that is free (Linux: devpts). */
const numberOf = (tty: string | undefined): number | undefined => {
  const number = /^pts\/(\d{1,6})$/.exec(toTerminal(tty) ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
};

/** Which connection holds a terminal, by the VERBOSE lines of one host. */
export class TerminalTies {
  private readonly byTty = new Map<string, Tie[]>();
  /** In order of their beginning. */
  private readonly sessions: readonly SessionRecord[];
  private readonly doubts = new Map<Tie, number>();

  constructor(history: HostHistory) {
    this.sessions = [...history.sessions].sort((x, y) => x.startToMs - y.startToMs);
    for (const session of history.sessions) {
      for (const use of session.terminals) {
        const tty = toTerminal(use.tty);
        if (tty === undefined) continue;
        const ties = this.byTty.get(tty) ?? [];
        ties.push({ session, use });
        this.byTty.set(tty, ties);
      }
    }
    for (const ties of this.byTty.values()) ties.sort((a, b) => a.use.fromMs - b.use.fromMs);
  }

  /**
   * The connection that holds the terminal at that moment: the last one to get it, still open, its channel not
   * closed, and no session open since then whose terminals are not all known.
   *
   * @param there sessions of any account that may be open at that moment, or of which a process may run
   */
  holder(tty: string, fromMs: number, toMs: number, there: SessionsThere): Holder | undefined {
    const tie = this.lastBefore(tty, toMs);
    if (!tie) return undefined;
    const { session, use } = tie;
    if (use.fromToMs > fromMs || use.toMs < toMs || session.precision === 'hour_unknown') {
      return undefined;
    }
    // Where times are not exact, the one who had it before may still have had it.
    if (this.mayStillHold(tty, tie, fromMs)) return undefined;
    const { endMs, state } = session;
    if (endMs === undefined ? state !== 'open' : endMs < toMs) return undefined;
    const couldHold = there.open.some(
      (other) => other !== session && !other.verbose && other.startToMs >= use.fromMs
    );
    const startUnknown = there.open.some(
      (other) => other !== session && !other.verbose && other.startedAt === undefined
    );
    if (couldHold || startUnknown) return undefined;
    return { ...tie, certain: endMs !== undefined || !this.mayHaveStopped(tie, there, toMs) };
  }

  /** One of these sessions may have this terminal, by the lines that gave it. */
  gives(tty: string, sessions: readonly SessionRecord[]): boolean {
    return (this.byTty.get(tty) ?? []).some(({ session }) => sessions.includes(session));
  }

  /**
   * Whether the connection may have been gone for long, where the log holds no end of it: somebody who came since is
   * there, and not all who came since got a terminal that shows this one in use.
   */
  private mayHaveStopped(tie: Tie, { open, lingering }: SessionsThere, toMs: number): boolean {
    const cameSince = [...open, ...lingering].some(
      (other) => other !== tie.session && other.startToMs >= tie.use.fromMs
    );
    return cameSince && toMs >= this.doubtFrom(tie);
  }

  /** The first moment since at which a session began that did not get a terminal of a higher number. */
  private doubtFrom(tie: Tie): number {
    const known = this.doubts.get(tie);
    if (known !== undefined) return known;
    const number = numberOf(tie.use.tty);
    let doubtMs = Infinity;
    for (let i = this.firstSince(tie.use.fromMs); i < this.sessions.length; i += 1) {
      const other = this.sessions[i];
      const first = numberOf(other.terminals[0]?.tty);
      const higher = number !== undefined && first !== undefined && first > number;
      if (other !== tie.session && !higher) {
        doubtMs = other.earliestMs;
        break;
      }
    }
    this.doubts.set(tie, doubtMs);
    return doubtMs;
  }

  /** Place of the first session that began then or later. */
  private firstSince(atMs: number): number {
    let low = 0;
    let high = this.sessions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sessions[middle].startToMs < atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private mayStillHold(tty: string, { session, use }: Tie, atMs: number): boolean {
    return (this.byTty.get(tty) ?? []).some(
      (other) =>
        other.session !== session &&
        other.use.fromMs <= use.fromToMs &&
        use.fromToMs > use.fromMs &&
        other.use.toMs !== Infinity &&
        other.use.toMs >= atMs
    );
  }

  private lastBefore(tty: string, toMs: number): Tie | undefined {
    const ties = this.byTty.get(tty) ?? [];
    let low = 0;
    let high = ties.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ties[middle].use.fromMs <= toMs) low = middle + 1;
      else high = middle;
    }
    return ties[low - 1];
  }
}
