/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchBody, SearchResponse } from '../search/search_types';
import { buildContextQueries } from './context/context_queries';
import { contextReasons, countOf } from './context/context_reasons';
import { fieldReasons, inspectedFields } from './context/field_reasons';
import { recordsQuery } from './events/events_query';
import { buildPageBatch, type PageQuestion } from './events/read_page';
import { buildFilterClauses } from './filters/filter_query';
import type { KubeAuditOptions } from './kube_audit_options';
import {
  buildEnumeration,
  buildLongRecords,
  toEnumeration,
  type Enumeration,
} from './summary/enumeration';
import { buildEstimates, finalRecords } from './summary/estimate_query';
import { toEstimate, type Estimate } from './summary/to_estimate';
import { allOf } from '../search/query_dsl';

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
  wanted: Wanted
): Promise<QuestionAnswer> {
  const { period, filters, clauses, start } = question;
  const { fields, indexPattern, maxExactRecords } = options;
  const query = recordsQuery(period, clauses, fields);
  const context = buildContextQueries(period, clauses, fields);
  const estimates = wanted.summary ? buildEstimates(period, filters, options) : [];
  const finals: SearchBody = {
    query: allOf([
      recordsQuery(period, buildFilterClauses(filters, options, 'estimate'), fields),
      finalRecords(fields),
    ]),
    size: 0,
    track_total_hits: true,
  };
  const bodies: SearchBody[] = [
    buildPageBatch(question, start.ms, options),
    context.inRange,
    context.unreadable,
    context.beganEarlier,
    context.retention,
    ...(wanted.count
      ? [buildEnumeration(query, maxExactRecords, fields), buildLongRecords(query, fields), finals]
      : []),
    ...estimates.map((estimate) => estimate.body),
  ];
  const [answers, capabilities] = await Promise.all([
    search.searchAll(bodies.map((body) => ({ index: indexPattern, body }))),
    search.fieldCapabilities(indexPattern, inspectedFields(fields)),
  ]);
  answers.forEach((answer) => assertSearched(answer, indexPattern));
  const [page, inRange, unreadable, beganEarlier, retention, ...rest] = answers;
  const recordsInRange = countOf(inRange);
  const seen = recordsInRange > 0 || countOf(unreadable) > 0 || page.hits.hits.length > 0;
  const enumeration = wanted.count
    ? toEnumeration(rest[0], rest[1], filters, maxExactRecords, options)
    : undefined;
  return {
    page,
    enumeration,
    estimate: wanted.summary ? toEstimate(estimates, rest.slice(3), period) : undefined,
    finalRecords: wanted.count ? countOf(rest[2]) : 0,
    beganEarlier: countOf(beganEarlier),
    recordsInRange,
    reasons: [
      ...partialReasons(answers, 'kubeaudit'),
      ...fieldReasons(capabilities, filters, fields, seen),
      ...contextReasons(unreadable, retention, period),
    ],
  };
}
