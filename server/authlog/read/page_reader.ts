/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError } from '../../errors/audit_error';
import type { Query } from '../../search/query_dsl';
import type { ScopedSearch } from '../../search/scoped_search';
import type { SearchBody, SearchHit, SearchResponse } from '../../search/search_types';
import { buildPage } from './authlog_queries';

/**
 * Lines of the first page. A line is as long as the collector lets it be, and 10,000 long ones at once are more
 * than a small heap of OpenSearch bears.
 */
const FIRST_PAGE = 1_000;

/** Fewest and most lines of a page. */
const SMALLEST_PAGE = 50;
const LARGEST_PAGE = 4_000;

/** `index.max_result_window` of an index: a search for more is refused. */
const MAX_RESULT_WINDOW = 10_000;

/** Characters that a page should have. */
const PAGE_LENGTH = 8_388_608;

/** A page is at most so many times as large as the one before: what comes next may be longer. */
const GROWTH = 2;

/** Where OpenSearch had no room for a page, a page of this part of it is asked for, once. */
const SMALLER = 10;

/** Characters of a document beside its text. */
const OVERHEAD = 300;

/** What OpenSearch says when it had no room for an answer, and may have for a smaller one. */
const NO_ROOM = /circuit_breaking|rejected_execution|too_many_requests/;

interface Page {
  answer: SearchResponse;
  /** Lines asked for: with fewer, it is the last. */
  size: number;
}

/** Reads the hits of searches page by page, each once. Pages are as large as their lines allow. */
export class PageReader {
  private size = FIRST_PAGE;
  private largest = LARGEST_PAGE;

  /** @param note told every answer that is used, for what is partial in it */
  constructor(
    private readonly search: ScopedSearch,
    private readonly indexPattern: string,
    private readonly note: (answer: SearchResponse) => void
  ) {}

  /** The search for a first page, to travel with other searches. */
  static firstPage(query: Query): SearchBody {
    return buildPage(query, FIRST_PAGE, undefined);
  }

  /**
   * Every hit in order, page by page. While one page is taken apart, OpenSearch reads the next.
   *
   * @param first answer to {@link firstPage}, where it was asked for already
   * @throws AuditError as the searches do; `upstream_unavailable` where there is no room for small pages either
   */
  async *pages(query: Query, first?: SearchResponse): AsyncGenerator<SearchHit[], void, void> {
    let page: Page = first
      ? { answer: first, size: FIRST_PAGE }
      : await this.read(query, undefined, this.size);
    let seen = new Set<string>();
    for (;;) {
      const { hits } = page.answer.hits;
      this.adapt(hits);
      const last = hits[hits.length - 1]?.sort;
      const after = hits.length >= page.size ? last : undefined;
      const fresh = hits.filter((hit) => !seen.has(nameOf(hit)));
      // A page must hold more than what was seen before, or it would be the last one again.
      if (after && fresh.length > 0) seen = tiesOf(hits, after);
      const next =
        after &&
        this.read(
          query,
          fresh.length > 0 ? before(after) : after,
          Math.min(MAX_RESULT_WINDOW, this.size + seen.size)
        );
      // A failure is thrown where the page is waited for; until then somebody must be listening.
      next?.catch(() => undefined);
      yield fresh;
      if (!next) return;
      page = await next;
    }
  }

  /** A page; a smaller one where OpenSearch has no room for it. */
  private async read(
    query: Query,
    after: readonly unknown[] | undefined,
    size: number
  ): Promise<Page> {
    const smaller = Math.max(SMALLEST_PAGE, Math.floor(size / SMALLER));
    let answer: SearchResponse | undefined;
    try {
      answer = await this.ask(query, after, size);
    } catch (error) {
      if (!hadNoRoom(error) || smaller >= size) throw error;
    }
    if (!answer || (lackedRoom(answer) && smaller < size)) {
      this.size = smaller;
      this.largest = smaller;
      const again = { answer: await this.ask(query, after, smaller), size: smaller };
      this.note(again.answer);
      return again;
    }
    this.note(answer);
    return { answer, size };
  }

  private async ask(
    query: Query,
    after: readonly unknown[] | undefined,
    size: number
  ): Promise<SearchResponse> {
    const [answer] = await this.search.searchAll([
      { index: this.indexPattern, body: buildPage(query, size, after) },
    ]);
    return answer;
  }

  private adapt(hits: readonly SearchHit[]): void {
    if (hits.length === 0) return;
    const mean = hits.reduce((all, hit) => all + lengthOf(hit), 0) / hits.length;
    const size = Math.min(PAGE_LENGTH / mean, this.size * GROWTH, this.largest);
    this.size = Math.max(SMALLEST_PAGE, Math.floor(size));
  }
}

const nameOf = ({ _index, _id }: SearchHit): string => `${_index}/${_id}`;

/** Number of the operation, the last of the sort values: each shard of an index counts anew. */
function before(place: readonly unknown[]): readonly unknown[] {
  const number = place[place.length - 1];
  return typeof number === 'number' ? [...place.slice(0, -1), number - 1] : place;
}

/** Hits at that very place: others of it, in other shards, may be on the next page. */
function tiesOf(hits: readonly SearchHit[], place: readonly unknown[]): Set<string> {
  const same = ({ sort = [] }: SearchHit) => place.every((value, i) => sort[i] === value);
  return new Set(hits.filter(same).map(nameOf));
}

function lengthOf({ _source = {} }: SearchHit): number {
  let length = OVERHEAD;
  for (const value of Object.values(_source)) {
    if (typeof value === 'string') length += value.length;
    else if (typeof value === 'object' && value !== null) length += JSON.stringify(value).length;
  }
  return length;
}

function hadNoRoom(error: unknown): boolean {
  if (!(error instanceof AuditError)) return false;
  const { upstreamStatus, upstreamType } = error.details;
  return upstreamStatus === 429 || NO_ROOM.test(String(upstreamType));
}

/** Some shards had no room. */
function lackedRoom({ _shards: { failures = [] } }: SearchResponse): boolean {
  return failures.some(({ reason }) => NO_ROOM.test(reason?.type ?? ''));
}
