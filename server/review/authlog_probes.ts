/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { REVIEW_SAMPLE_SIZE, type ReviewSampleRow } from '../../common/api/review';
import { AUTHLOG_FIELDS } from '../authlog/authlog_options';
import { misreadQuery } from '../authlog/read/authlog_queries';
import { toAuthlogLine } from '../authlog/to_authlog_line';
import { partialReasons } from '../search/answer_reasons';
import { allOf, anyOf, noneOf, withinMs, type Query } from '../search/query_dsl';
import type { SearchBody, SearchHit, SearchResponse } from '../search/search_types';
import { maskText } from '../secrets/mask_secrets';
import type { Period } from '../time/resolve_time_range';
import { buildFindingSearch } from './finding_search';
import {
  limitedBy,
  sampleHash,
  shortened,
  toFigures,
  type FindingHead,
  type FoundFinding,
} from './found_finding';
import type { DocumentedSearch } from './review_rules';

/** The collector loses words to `host` and `ident` where it misreads a line. */
const TEXTS = ['message', 'host', 'ident'];

/** Whole months around a period: misread lines stand at the first of a month. */
function monthsAround({ fromMs, toMs }: Period): Period {
  const from = new Date(fromMs);
  const to = new Date(toMs);
  return {
    fromMs: Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1),
    toMs: Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 1) - 1,
  };
}

/** Lines with a time of their own in the period. */
export function timedLines(period: Period): Query {
  const { fromMs, toMs } = period;
  return allOf([
    withinMs('@timestamp', { gte: fromMs, lte: toMs }),
    noneOf([misreadQuery(monthsAround(period))]),
  ]);
}

/** All lines of the period; misread ones by their day, with a day more on both sides. */
export function reviewedLines(period: Period): Query {
  return anyOf([timedLines(period), misreadQuery(period)]);
}

/** A documented search as a finding, before anything was looked at. */
export function authlogSearchHead({ id, title, words, source }: DocumentedSearch): FindingHead {
  return {
    id: `search:${id}`,
    kind: 'search',
    title,
    basis: `Lines with ${words.map((each) => `"${each}"`).join(' or ')} as a word. Lines with a misread time stamp count by their day, a day more on both sides.`,
    source,
  };
}

/** Search for the words of a documented search. */
export function buildAuthlogSearch(
  { words }: DocumentedSearch,
  period: Period,
  seed: number
): SearchBody {
  const clause = anyOf(
    words.map((query) => ({ multi_match: { query, type: 'phrase', fields: TEXTS, lenient: true } }))
  );
  return buildFindingSearch(allOf([reviewedLines(period), clause]), seed, AUTHLOG_FIELDS);
}

function toRow(hit: SearchHit, timeZone: string, mask: boolean): ReviewSampleRow {
  const document = { index: hit._index, id: hit._id };
  const read = toAuthlogLine({ ...document, source: hit._source ?? {}, order: 0 }, { timeZone });
  const shown = (text: string) => shortened(mask ? maskText(shortened(text)) : text);
  if (!('line' in read)) {
    const { time, cluster, message, why } = read.damaged;
    return { document, time, cluster, what: shown(message), outcome: `not readable: ${why}` };
  }
  const { time, cluster, host, ident, message } = read.line;
  return { document, time, cluster, host: shortened(host), what: shown(`${ident}: ${message}`) };
}

/**
 * What a documented search found.
 *
 * @param why reasons by which not all of the period could be looked at
 */
export function toAuthlogFinding(
  search: DocumentedSearch,
  answer: SearchResponse,
  seed: number,
  why: readonly string[],
  { timeZone, maskSecrets }: { timeZone: string; maskSecrets: boolean }
): FoundFinding {
  const count = answer.hits.total?.value ?? 0;
  const sample = answer.hits.hits
    .slice(0, REVIEW_SAMPLE_SIZE)
    .map((hit) => toRow(hit, timeZone, maskSecrets));
  const figures = toFigures({
    count,
    unit: 'records',
    // Accounts stand only in the text of a line.
    byOthers: count,
    sample: {
      size: sample.length,
      of: count,
      seed,
      sha256: sampleHash(sample.map(({ document }) => document)),
    },
  });
  const limits = [...partialReasons([answer], 'authlog').map(({ message }) => message), ...why];
  return { ...authlogSearchHead(search), figures: limitedBy(figures, limits), sample };
}
