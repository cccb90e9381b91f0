/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../common/api/completeness';
import { authlogQuestion } from '../../coverage/askable_sources';
import { coverageProbe, searchWithProbe, type ProbeResult } from '../../coverage/coverage_probe';
import { assertSearched, partialReasons } from '../../search/answer_reasons';
import { allOf, noneOf, type Query } from '../../search/query_dsl';
import type { ScopedSearch } from '../../search/scoped_search';
import type { SearchResponse } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';
import type { AuthlogOptions } from '../authlog_options';
import type { AuthlogLine, ParsedMessage } from '../authlog_record';
import { parseMessage } from '../parse_message';
import type { DamagedLine } from '../to_authlog_line';
import { INSPECTED_FIELDS } from './authlog_fields';
import {
  buildCount,
  buildEarliest,
  buildTotal,
  linesQuery,
  loginsQuery,
  untimedQuery,
} from './authlog_queries';
import { linesCutReason, loginsCutReason, misreadCutReason, repairedReason } from './cut_reasons';
import { cutPeriod } from './cut_period';
import { LineReader } from './line_reader';
import { findLogFaults } from './log_faults';
import { misreadAnyDayQuery, misreadQuery } from './misread_query';
import { PageReader } from './page_reader';
import { TimeOrder } from './time_order';

/** Most misread lines held in memory, and most characters of them; they cannot be read in order of time. */
const MAX_MISREAD = 300_000;
const MAX_MISREAD_LENGTH = 134_217_728;

/** Most lines read before and after a period to know who was logged in. */
const MAX_LOGIN_LINES = 300_000;

/** Takes what is read, line by line, in order of time. */
export interface LineTaker {
  /** Told before the first line: of the time before this instant only logins and their ends come. */
  knownFrom?(fromMs: number): void;
  line(line: AuthlogLine, parsed: ParsedMessage): void;
  damaged(line: DamagedLine): void;
}

/** What was read, and what was not. */
export interface ReadResult {
  /** Documents that were read, in the period and around it. */
  lines: number;
  /** Lines of the period whose time stamp had been misread. */
  repaired: number;
  duplicates: number;
  /** The period of which every line was read: shorter than asked for where there were too many. */
  period: Period;
  /** Logins before this are not known. */
  knownFromMs: number;
  /** Lines of sudo and su before this were not read. */
  commandsKnownFromMs: number;
  /** A shard failed or time ran out: lines are missing anywhere. */
  linesMissing: boolean;
  /** Clusters with lines in the period or around it; undefined where that is not known. */
  clusters?: string[];
  reasons: CompletenessReason[];
}

interface Segment {
  query: Query;
  expected: number;
}

/**
 * Reads the lines of a period, and around it what tells who was logged in, in order of time and each line
 * once, page by page: what is held in memory is a page, and the misread lines.
 *
 * @throws AuditError `forbidden`, `index_missing`, … as the searches do
 */
export async function readAuthlog(
  period: Period,
  search: ScopedSearch,
  options: AuthlogOptions,
  now: Date,
  taker: LineTaker
): Promise<ReadResult> {
  const reader = new AuthlogReader(search, options, taker);
  return reader.read(period, now);
}

class AuthlogReader {
  private readonly reasons: CompletenessReason[] = [];
  private linesMissing = false;
  private readonly reader: PageReader;
  private readonly documents: LineReader;

  constructor(
    private readonly search: ScopedSearch,
    private readonly options: AuthlogOptions,
    private readonly taker: LineTaker
  ) {
    this.reader = new PageReader(search, options.indexPattern, (answer) => this.note([answer]));
    this.documents = new LineReader(options.timeZone);
  }

  async read(asked: Period, now: Date): Promise<ReadResult> {
    const { lookbackMs, sessionLookbackMs, maxLines, indexPattern } = this.options;
    const near: Period = { fromMs: asked.fromMs - lookbackMs, toMs: asked.toMs };
    const before: Period = { fromMs: near.fromMs - sessionLookbackMs, toMs: near.fromMs - 1 };
    const after: Period = {
      fromMs: asked.toMs + 1,
      toMs: Math.max(asked.toMs + 1, Math.min(asked.toMs + sessionLookbackMs, now.getTime())),
    };
    const all: Period = { fromMs: before.fromMs, toMs: after.toMs };
    // Misread lines are read by themselves, and once.
    const timed = (query: Query) => allOf([query, noneOf([misreadAnyDayQuery(all)])]);
    const misreadOnes = misreadQuery(all, now.getTime());
    const bodies = [
      buildCount(timed(linesQuery(near))),
      buildCount(timed(loginsQuery(before))),
      buildCount(timed(loginsQuery(after))),
      PageReader.firstPage(misreadOnes),
      buildTotal(untimedQuery(false)),
      buildTotal(untimedQuery(true)),
      buildEarliest(),
    ];
    const probe = coverageProbe(authlogQuestion(this.options, undefined), asked, {}, now);
    const [{ answers, probed }, capabilities] = await Promise.all([
      searchWithProbe(
        this.search,
        bodies.map((body) => ({ index: indexPattern, body })),
        probe
      ),
      this.search.fieldCapabilities(indexPattern, INSPECTED_FIELDS, true),
    ]);
    answers.forEach((answer) => assertSearched(answer, indexPattern));
    this.note(answers);
    const [nearCount, beforeCount, afterCount, misread, untimed, notable, earliest] = answers;
    this.documents.collected = { nowMs: now.getTime(), keptFromMs: earliestOf(earliest) };
    const coverage: ProbeResult = probe.read(probed);

    const faults = await findLogFaults(
      capabilities,
      all,
      { all: countOf(untimed), notable: countOf(notable) },
      answers.some((answer) => countOf(answer) > 0 || answer.hits.hits.length > 0),
      this.search,
      indexPattern
    );
    this.note(faults.answers);
    this.linesMissing ||= faults.linesMissing;
    this.reasons.push(...faults.reasons);

    const cutNear = cutPeriod(near, nearCount, maxLines, 'newest');
    const cut = cutNear.period.fromMs > near.fromMs;
    // Of the part that is too much, who logged in is read nevertheless: somebody may still be there.
    const earlier: Period = { fromMs: before.fromMs, toMs: cutNear.period.fromMs - 1 };
    const cutBefore = cutPeriod(
      earlier,
      cut ? await this.count(timed(loginsQuery(earlier))) : beforeCount,
      MAX_LOGIN_LINES,
      'newest'
    );
    if (cutBefore.period.fromMs > earlier.fromMs) {
      this.linesMissing = true;
      this.reasons.push(loginsCutReason(cutBefore.period));
    }
    this.taker.knownFrom?.(cutNear.period.fromMs);
    const cutAfter = cutPeriod(after, afterCount, MAX_LOGIN_LINES, 'oldest');
    const read: Period = {
      fromMs: Math.max(asked.fromMs, cutNear.period.fromMs),
      toMs: asked.toMs,
    };
    if (cut) this.reasons.push(linesCutReason(nearCount, read, asked));
    this.reasons.push(...coverage.reasons);

    const mixedIn = await this.readMisread(misreadOnes, misread, all);
    const repaired = mixedIn.filter((line) => line.repaired && overlaps(line, read)).length;
    const order = new TimeOrder(mixedIn, (line) =>
      this.taker.line(line, parseMessage(line.ident, line.message))
    );
    const segments: Segment[] = [
      { query: timed(loginsQuery(cutBefore.period)), expected: cutBefore.expected },
      { query: timed(linesQuery(cutNear.period)), expected: cutNear.expected },
      { query: timed(loginsQuery(cutAfter.period)), expected: cutAfter.expected },
    ];
    for (const segment of segments) await this.readSegment(segment, order);
    order.finish();
    if (repaired > 0) this.reasons.push(repairedReason(repaired));
    return {
      lines: this.documents.read,
      repaired,
      duplicates: order.duplicates,
      period: read,
      knownFromMs: cutBefore.period.fromMs,
      commandsKnownFromMs: cutNear.period.fromMs,
      linesMissing: this.linesMissing,
      ...(coverage.clusters ? { clusters: coverage.clusters } : {}),
      reasons: this.reasons,
    };
  }

  /** Misread lines cannot be asked for by time: all that may be of the period are read and sorted here. */
  private async readMisread(
    query: Query,
    first: SearchResponse,
    period: Period
  ): Promise<AuthlogLine[]> {
    const lines: AuthlogLine[] = [];
    let length = 0;
    for await (const hits of this.reader.pages(query, first)) {
      if (lines.length >= MAX_MISREAD || length >= MAX_MISREAD_LENGTH) {
        this.linesMissing = true;
        this.reasons.push(misreadCutReason(lines.length));
        break;
      }
      for (const hit of hits) {
        const result = this.documents.toLine(hit);
        if (!('line' in result)) this.taker.damaged(result.damaged);
        else if (overlaps(result.line, period)) {
          lines.push(result.line);
          length += result.line.message.length;
        }
      }
    }
    return lines;
  }

  private async readSegment({ query, expected }: Segment, order: TimeOrder): Promise<void> {
    if (expected === 0) return;
    let found = 0;
    for await (const hits of this.reader.pages(query)) {
      for (const hit of hits) {
        const result = this.documents.toLine(hit);
        if (!('line' in result)) this.taker.damaged(result.damaged);
        else if (!result.line.repaired) order.add(result.line);
        // A misread line that the search by its shape did not find: others may be missing like it.
        else this.linesMissing = true;
      }
      found += hits.length;
    }
    if (found < expected) {
      this.linesMissing = true;
      this.reasons.push({
        code: 'shard_failures',
        source: 'authlog',
        count: expected - found,
        message: `${expected - found} lines that were counted could not be read.`,
      });
    }
  }

  private async count(query: Query): Promise<SearchResponse> {
    const { indexPattern: index } = this.options;
    const [answer] = await this.search.searchAll([{ index, body: buildCount(query) }]);
    this.note([answer]);
    return answer;
  }

  private note(answers: readonly SearchResponse[]): void {
    const reasons = partialReasons(answers, 'authlog');
    if (reasons.length === 0) return;
    this.linesMissing = true;
    const known = new Set(this.reasons.map(({ message }) => message));
    this.reasons.push(...reasons.filter(({ message }) => !known.has(message)));
  }
}

const countOf = ({ hits }: SearchResponse): number => hits.total?.value ?? 0;

/** Where a shard failed it is not known. */
function earliestOf({ aggregations, _shards }: SearchResponse): number | undefined {
  const { value } = (aggregations?.oldest ?? {}) as { value?: number | null };
  return typeof value === 'number' && _shards.failed === 0 ? value : undefined;
}

/** The line may be of that time. */
const overlaps = ({ timeMs, timeToMs }: AuthlogLine, { fromMs, toMs }: Period): boolean =>
  timeToMs >= fromMs && timeMs <= toMs;
