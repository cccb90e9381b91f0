/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError } from '../errors/audit_error';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import type { Query } from '../search/query_dsl';
import type { ScopedSearch } from '../search/scoped_search';
import { readRawAnswer, type RawHit } from './raw_hits';

/** Records of the first page, when nothing is known of their length, and of a page at most and at least. */
const FIRST_RECORDS = 1_000;
const MAX_RECORDS = 5_000;
const MIN_RECORDS = 25;

/** Bytes of an answer that are aimed at: two answers are held at a time, and a record may have a megabyte. */
const PAGE_BYTES = 10 * 1024 * 1024;

/** A page is asked for within this time after the last, also where the browser takes its time to save. */
const KEEP_ALIVE = '10m';

/** Waiting times before a refused page is asked for again: a long export outlives a moment of load. */
const RETRY_MS: readonly number[] = [1_000, 3_000, 9_000];

/** How the records were held still while they were read. */
export type Consistency = 'point_in_time' | 'none';

/** What is read, in which order. */
export interface RecordQuestion {
  index: string;
  query: Query;
  /** Date field that orders the records. */
  timeField: string;
}

/** Searches that a package needs for its records. */
export type EvidenceSearch = Pick<
  ScopedSearch,
  'openPointInTime' | 'closePointInTime' | 'searchRaw' | 'searchAll'
>;

/** Records of one search, and how many were asked for. */
interface Page {
  hits: RawHit[];
  size: number;
}

/** Reads records in a fixed order: by time, index and sequence number, which no other record of a shard has. */
export class RecordReader {
  consistency: Consistency = 'none';
  /** Why there is no point in time, in words. */
  consistencyNote?: string;
  private pit?: string;
  /** Records of the next page. */
  private size = FIRST_RECORDS;

  constructor(
    private readonly question: RecordQuestion,
    private readonly search: EvidenceSearch,
    private readonly wait: (ms: number) => Promise<void> = (ms) =>
      new Promise((resolve) => setTimeout(resolve, ms))
  ) {}

  /** Freezes the records, where the user may. */
  async open(): Promise<void> {
    try {
      this.pit = await this.search.openPointInTime(this.question.index, KEEP_ALIVE);
      this.consistency = 'point_in_time';
    } catch (error) {
      const refused =
        error instanceof AuditError &&
        ['forbidden', 'upstream_error', 'index_missing'].includes(error.code) &&
        error.details.authentication !== true;
      if (!refused) throw error;
      this.consistencyNote = error.message;
    }
  }

  /** Lets the frozen records go. OpenSearch does so by itself after a while, so a failure costs nothing. */
  async close(): Promise<void> {
    const { pit } = this;
    this.pit = undefined;
    if (pit !== undefined) await this.search.closePointInTime(pit).catch(() => undefined);
  }

  /**
   * Pages of records. Records of the same instant, index and number (of several shards) are never torn apart
   * by a page, and come in the order of their ids.
   *
   * @throws AuditError when a page cannot be read, or not all of it
   */
  async *pages(): AsyncGenerator<RawHit[]> {
    let after: readonly unknown[] | undefined;
    let next: Promise<Page> | undefined = this.page(after);
    while (next) {
      const page: Page = await next;
      const { hits, size } = page;
      const full = hits.length === size;
      const whole = full ? withoutLastTies(hits) : hits;
      if (whole.length === 0 && full) {
        if (size >= MAX_RECORDS) {
          throw new AuditError(
            'too_large',
            'More records than can be read have the same place in the log'
          );
        }
        this.size = MAX_RECORDS;
      } else if (full) after = whole[whole.length - 1].sort;
      next = full ? this.page(after) : undefined;
      // A failure is thrown where the page is waited for; until then somebody must be listening.
      next?.catch(() => undefined);
      if (whole.length > 0) yield inOrder(whole);
    }
  }

  /** Lets the next page hold as many records as fit, by the length of those of this one. */
  private fit(bytes: number, records: number): void {
    if (records === 0) return;
    const fitting = Math.floor((PAGE_BYTES * records) / bytes);
    this.size = Math.max(MIN_RECORDS, Math.min(fitting, this.size * 4, MAX_RECORDS));
  }

  private async page(after: readonly unknown[] | undefined): Promise<Page> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.ask(after);
      } catch (error) {
        const busy = error instanceof AuditError && error.code === 'upstream_unavailable';
        if (!busy || attempt >= RETRY_MS.length) throw error;
        // A smaller answer may find room where this one did not.
        this.size = Math.max(MIN_RECORDS, Math.floor(this.size / 2));
        await this.wait(RETRY_MS[attempt]);
      }
    }
  }

  private async ask(after: readonly unknown[] | undefined): Promise<Page> {
    const { index, query, timeField } = this.question;
    const { size } = this;
    const bytes = await this.search.searchRaw(this.pit === undefined ? index : undefined, {
      query,
      size,
      track_total_hits: false,
      sort: [
        { [timeField]: { order: 'asc', unmapped_type: 'date' } },
        { _index: { order: 'asc' } },
        { _seq_no: { order: 'asc', unmapped_type: 'long' } },
      ],
      ...(after ? { search_after: after } : {}),
      ...(this.pit === undefined ? {} : { pit: { id: this.pit, keep_alive: KEEP_ALIVE } }),
    });
    const { hits, answer } = readRawAnswer(bytes);
    assertSearched(answer, index);
    const [partial] = partialReasons([answer], '');
    // A page with holes is no evidence.
    if (partial) {
      throw new AuditError(
        partial.code === 'timed_out' ? 'timeout' : 'upstream_unavailable',
        `The records could not be read whole: ${partial.message}`
      );
    }
    this.fit(bytes.length, hits.length);
    return { hits, size };
  }
}

/** Without the records that share the place of the last one: more of them may follow. */
function withoutLastTies(hits: RawHit[]): RawHit[] {
  const last = hits[hits.length - 1];
  let end = hits.length;
  while (end > 0 && samePlace(hits[end - 1], last)) end -= 1;
  return hits.slice(0, end);
}

/** Records of one place are of different shards, which answer in any order: they come by their ids. */
function inOrder(hits: RawHit[]): RawHit[] {
  const ordered: RawHit[] = [];
  for (let start = 0; start < hits.length;) {
    let end = start + 1;
    while (end < hits.length && samePlace(hits[start], hits[end])) end += 1;
    const ties = hits.slice(start, end);
    ordered.push(...(ties.length === 1 ? ties : ties.sort((a, b) => (a.id < b.id ? -1 : 1))));
    start = end;
  }
  return ordered;
}

function samePlace(a: RawHit, b: RawHit): boolean {
  return a.sort[0] === b.sort[0] && a.sort[1] === b.sort[1] && a.sort[2] === b.sort[2];
}
