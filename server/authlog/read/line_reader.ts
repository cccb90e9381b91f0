/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SearchHit } from '../../search/search_types';
import { toAuthlogLine, type LineOptions, type LineOrDamage } from '../to_authlog_line';

/** Different values that are kept once: hosts, programs and indices are few. */
const MAX_SHARED = 50_000;

/** Reads hits as lines, in order of delivery. */
export class LineReader {
  /** Hits that were read. */
  read = 0;
  private readonly strings = new Map<string, string>();

  /** What the year of a time stamp without one is told by. */
  collected: LineOptions['collected'];

  /** @param timeZone IANA zone of the nodes */
  constructor(private readonly timeZone: string) {}

  /** The hit as a line, or as a damaged one. */
  toLine({ _index, _id: id, _source: found = {}, sort }: SearchHit): LineOrDamage {
    const source = { ...found };
    for (const field of ['host', 'ident', 'cluster.name'] as const) {
      const value = source[field];
      if (typeof value === 'string') source[field] = this.shared(value);
    }
    this.read += 1;
    const [indexedMs] = sort ?? [];
    return toAuthlogLine(
      {
        index: this.shared(_index),
        id,
        source,
        order: this.read,
        ...(typeof indexedMs === 'number' ? { indexedMs } : {}),
      },
      { timeZone: this.timeZone, collected: this.collected }
    );
  }

  /** One string for each value that most lines share: an answer of OpenSearch holds each anew. */
  private shared(value: string): string {
    const known = this.strings.get(value);
    if (known !== undefined) return known;
    if (this.strings.size < MAX_SHARED) this.strings.set(value, value);
    return value;
  }
}
