/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ParsedMessage } from '../../authlog/authlog_record';

/** Repeats of one folded line that are taken one by one. */
const MAX_OF_LINE = 1_000;

/** Repeats of all lines: each can be an event that is kept, and a line of a hundred bytes can claim a billion. */
const MAX_REPEATS = 100_000;

/** Lines of which each repeat is an event of its own; of a login, its end and its requests it is none. */
const COUNTED_AGAIN: ReadonlySet<ParsedMessage['record']['kind']> = new Set([
  'pam_session',
  'sudo_command',
  'su',
]);

/** How often folded lines (`message repeated N times: [ … ]`) count, within what memory bears. */
export class FoldedRepeats {
  /** Repeats that were claimed and are not taken. */
  leftOut = 0;
  private left = MAX_REPEATS;

  /** How often a line counts: a folded `session closed for user root` closed as many as it says. */
  of({ record, repeats }: ParsedMessage): number {
    if (repeats <= 1 || !COUNTED_AGAIN.has(record.kind)) return 1;
    const more = Math.min(repeats - 1, MAX_OF_LINE - 1, this.left);
    this.left -= more;
    this.leftOut += repeats - 1 - more;
    return 1 + more;
  }
}
