/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import { kubeQuestion } from '../coverage/askable_sources';
import { coverageProbe, searchWithProbe } from '../coverage/coverage_probe';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchBody, SearchResponse } from '../search/search_types';
import { buildContextQueries } from './context/context_queries';
import { contextReasons, countOf } from './context/context_reasons';
import { fieldReasons, inspectedFields } from './context/field_reasons';
import { recordsQuery } from './events/events_query';
import { buildScan, scanRecords } from './events/scan_records';
import { buildPageBatch, type PageQuestion } from './events/read_page';
import { buildFilterClauses } from './filters/filter_query';
import type { KubeAuditOptions } from './kube_audit_options';
import {
  buildLongRecords,
  shortRecords,
  toEnumeration,
  type Enumeration,
} from './summary/enumeration';
import { buildEstimates, countFinals } from './summary/estimate_query';
import { toEstimate, type Estimate } from './summary/to_estimate';

/** What besides the page is asked. */
export interface Wanted {
  /** The number of events. */
  count: boolean;
  /** Facets, histogram and headline too. */
  summary: boolean;
}

/** Answers to everything that one view asks. */
export interface QuestionAnswer {
  page: SearchResponse;
  enumeration?: Enumeration;
  estimate?: Estimate;
  /** Estimate of the number of events; 0 when it was not asked for. */
  finalRecords: number;
  beganEarlier: number;
  recordsInRange: number;
  reasons: CompletenessReason[];
}

/**
 * Asks everything that one view needs in one round trip: the page, the listing for exact counts, the
 * estimates for what is too much to list, and the context that tells how complete the answer is. Field
 * capabilities have an endpoint of their own and travel beside it.
 */
export async function askQuestion(
  question: PageQuestion,
  search: ScopedSearch,
  options: KubeAuditOptions,
  wanted: Wanted,
  now: Date
): Promise<QuestionAnswer> {
  const { period, filters, clauses, start } = question;
  const { fields, indexPattern, maxExactRecords } = options;
  const query = recordsQuery(period, clauses, fields);
  const shorts = shortRecords(query, fields);
  const context = buildContextQueries(period, clauses, fields);
  const estimates = wanted.summary ? buildEstimates(period, filters, options) : [];
  const estimated = recordsQuery(period, buildFilterClauses(filters, options, 'estimate'), fields);
  const bodies: SearchBody[] = [
    buildPageBatch(question, start.ms, options),
    context.inRange,
    context.unreadable,
    context.beganEarlier,
    ...(wanted.count
      ? [buildScan(shorts, fields), buildLongRecords(query, fields), countFinals(estimated, fields)]
      : []),
    ...estimates.map((estimate) => estimate.body),
  ];
  const asked = { only: filters.clusters, except: filters.exclude?.clusters };
  const probe = coverageProbe(kubeQuestion(options, filters.clusters), period, asked, now);
  const items = bodies.map((body) => ({ index: indexPattern, body }));
  const [{ answers, probed }, capabilities] = await Promise.all([
    searchWithProbe(search, items, probe),
    search.fieldCapabilities(indexPattern, inspectedFields(fields)),
  ]);
  answers.forEach((answer) => assertSearched(answer, indexPattern));
  const [page, inRange, unreadable, beganEarlier, ...rest] = answers;
  const recordsInRange = countOf(inRange);
  const seen = recordsInRange > 0 || countOf(unreadable) > 0 || page.hits.hits.length > 0;
  const finalCount = wanted.count ? countOf(rest[2]) : 0;
  const enumeration = wanted.count ? await enumerate(rest[0], rest[1]) : undefined;

  async function enumerate(first: SearchResponse, long: SearchResponse): Promise<Enumeration> {
    // What is clearly too much is not read any further: one round trip and an estimate must do.
    const max = finalCount > maxExactRecords ? 0 : maxExactRecords;
    const scanned = await scanRecords(first, shorts, max, search, options);
    return toEnumeration(scanned, long, filters, options);
  }

  return {
    page,
    enumeration,
    estimate: wanted.summary ? toEstimate(estimates, rest.slice(3), period) : undefined,
    finalRecords: finalCount,
    beganEarlier: countOf(beganEarlier),
    recordsInRange,
    reasons: [
      ...partialReasons(answers, 'kubeaudit'),
      ...fieldReasons(capabilities, filters, fields, seen),
      ...contextReasons(unreadable, undefined, period),
      ...probe.read(probed).reasons,
    ],
  };
}
