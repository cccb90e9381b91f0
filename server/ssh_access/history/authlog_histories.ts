/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine, ParsedMessage } from '../../authlog/authlog_record';
import { FoldedRepeats } from './folded_repeats';
import { HistoryBuilder } from './history_builder';
import type { HostHistory } from './host_history';
import { addOtherNames } from './other_names';

/** Key of a host: hosts of different clusters may have the same name, and a name is the same in any case. */
export const hostKey = (cluster: string, host: string): string =>
  JSON.stringify([cluster, host.toLowerCase()]);

/** Rebuilds what happened on every host from lines that come in order of time. */
export class AuthlogHistories {
  private readonly builders = new Map<string, HistoryBuilder>();
  private knownFromMs = -Infinity;
  private readonly repeats = new FoldedRepeats();

  /** Told before the first line: of the time before, only logins and their ends come. */
  commandsKnownFrom(fromMs: number): void {
    this.knownFromMs = fromMs;
  }

  /** Takes the next line. */
  add(line: AuthlogLine, parsed: ParsedMessage): void {
    const key = hostKey(line.cluster, line.host);
    let builder = this.builders.get(key);
    if (!builder) {
      builder = new HistoryBuilder(line.cluster, line.host, this.knownFromMs, this.repeats);
      this.builders.set(key, builder);
    }
    builder.add(line, parsed);
  }

  /** Repeats that folded lines claim and that were not taken one by one: there are too many. */
  get repeatsLeftOut(): number {
    return this.repeats.leftOut;
  }

  /** What was found, by host. Call once, after the last line. */
  finish(): Map<string, HostHistory> {
    const histories = new Map([...this.builders].map(([key, builder]) => [key, builder.finish()]));
    addOtherNames([...histories.values()]);
    return histories;
  }
}
